import type { EntryElements } from '../entry.contract.ts';

let serial = 0;

/** Codes of main items that no other test of the file has: `00` national, type 01, department D1. */
export function nextMainCode(region = '00'): string {
  serial += 1;
  return `${region}01D1${String(serial).padStart(3, '0')}000`;
}

/** The sub-item `number` of a main item. */
export function subCode(mainCode: string, number: number): string {
  return `${mainCode.slice(0, 9)}${String(number).padStart(3, '0')}`;
}

/** Sound elements of an entry that counties claim; made up after the shape of published lists. */
export function entryElements(extra: Partial<EntryElements> = {}): EntryElements {
  const catalogCode = extra.catalogCode ?? nextMainCode();
  return {
    name: `示范目录事项${catalogCode.slice(6, 9)}`, catalogCode, taskType: '01', guidanceDepartment: 'D1', useLevels: ['4'],
    legalBases: [{ lawName: '城市道路管理条例', documentNumber: '国务院令第198号', clauseNumber: '第三十三条', clauseContent: '因工程建设需要挖掘城市道路的，应当提交城市规划部门批准签发的文件和有关设计文件，经市政工程行政主管部门和公安交通管理部门批准，方可按照规定挖掘。' }],
    publicElements: {}, lockedElements: [], ...extra,
  };
}
