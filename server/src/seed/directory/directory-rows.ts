import type { EntryElements, PublicElements } from '../../modules/directory/entry.contract.ts';
import type { SeedItem } from '../content/index.ts';
import { demoEntryCodes, demoGuidance } from './demonstration-codes.ts';

/** A row as the national exchange names its fields (domain: 基本目录要素). */
export type DirectoryRow = Readonly<Record<string, unknown>>;

const remark = '演示编码，不是正式公布的基本编码。';

/** What a superior list says of an item as the city has it: nothing differs on the first day. */
function publicElementsOf({ elements }: SeedItem): PublicElements {
  const { serviceObjects, projectType, conditions, legalLimit, charged, materials, results } = elements;
  return {
    serviceObjects, conditions, ...(projectType === undefined ? {} : { projectType }), ...(legalLimit === undefined ? {} : { legalLimit }), ...(charged === undefined ? {} : { charged }),
    materials: materials.map(({ name, type, form, necessity, source, issuingAuthority, originals, copies }) =>
      ({ name, type, form, necessity, source, originals, copies, ...(issuingAuthority === undefined ? {} : { issuingAuthority }) })),
    results: results.map(({ name, type }) => ({ name, type })),
  };
}

function rowOf(item: SeedItem, code: string): DirectoryRow {
  const { name, taskType, legalBases, legalLimit } = item.elements;
  return {
    taskName: name, catalogCode: code, taskType, guidanceDepartment: demoGuidance[item.department].code, useLevel: ['4'], taskState: '1', byLaw: legalBases,
    publicElements: publicElementsOf(item), lockedElements: ['name', 'taskType', ...(legalLimit === undefined ? [] : ['legalLimit'])], remark,
  };
}

/** The provincial directory of the demonstration, from which the city's items are claimed. */
export function provincialRows(): DirectoryRow[] {
  const mains = new Map(demoEntryCodes.flatMap(({ item, main }) => main ? [[main.code, { item, main }] as const] : []));
  return [
    ...[...mains.values()].map(({ item, main }) => ({
      taskName: main.name, catalogCode: main.code, taskType: item.elements.taskType, guidanceDepartment: demoGuidance[item.department].code, useLevel: ['4'], taskState: '1', remark,
    })),
    ...demoEntryCodes.map(({ item, code }) => rowOf(item, code)), ...unclaimedRows,
  ];
}

const clause = (lawName: string, clauseNumber: string, clauseContent: string, lawNumber?: string) => ({ lawName, clauseNumber, clauseContent, ...(lawNumber ? { lawNumber } : {}) });

/** Entries that the demonstration district has not claimed yet. */
const unclaimedRows: readonly DirectoryRow[] = [
  {
    taskName: '燃气经营者改动市政燃气设施审批', catalogCode: '5101D1901000', taskType: '01', guidanceDepartment: 'D1', useLevel: ['4'], taskState: '1', remark,
    byLaw: [clause('城镇燃气管理条例', '第三十八条第一款', '燃气经营者改动市政燃气设施，应当制定改动方案，报县级以上地方人民政府燃气管理部门批准。', '国务院令第583号公布，国务院令第666号修订')],
    publicElements: { legalLimit: { days: 20, unit: 'working-day' }, serviceObjects: ['2', '3'], charged: false }, lockedElements: ['name', 'legalLimit'],
  },
  {
    taskName: '剧毒化学品购买许可', catalogCode: '5101D2901000', taskType: '01', guidanceDepartment: 'D2', useLevel: ['4'], taskState: '1', remark,
    byLaw: [clause('中华人民共和国危险化学品安全法', '第五十九条第一款', '申请取得剧毒化学品购买许可证，申请人应当向所在地县级人民政府公安机关提交下列材料：')],
    publicElements: { legalLimit: { days: 3, unit: 'working-day' }, serviceObjects: ['2', '3'] }, lockedElements: ['name'],
  },
  {
    taskName: '关闭、闲置、拆除生活垃圾处理设施、场所核准', catalogCode: '5101D6901000', taskType: '01', guidanceDepartment: 'D6', useLevel: ['3', '4'], taskState: '1', remark,
    byLaw: [clause('中华人民共和国生态环境法典', '第五百一十二条第三款', '禁止擅自关闭、闲置或者拆除生活垃圾处理设施、场所；确有必要关闭、闲置或者拆除的，应当经所在地设区的市、县级人民政府环境卫生主管部门商所在地生态环境主管部门同意后核准，并采取防止污染环境的措施。')],
    publicElements: { serviceObjects: ['2', '3'] }, lockedElements: ['name'],
  },
  {
    taskName: '校车使用许可', catalogCode: '5101DA901000', taskType: '01', guidanceDepartment: 'DA', useLevel: ['4'], taskState: '1', remark,
    byLaw: [clause('校车安全管理条例', '第十五条第一款', '学校或者校车服务提供者申请取得校车使用许可，应当向县级或者设区的市级人民政府教育行政部门提交书面申请和证明其符合本条例第十四条规定条件的材料。', '国务院令第617号')],
    publicElements: { serviceObjects: ['2', '3'] }, lockedElements: ['name'],
  },
  {
    taskName: '适龄儿童、少年因身体状况需要延缓入学或者休学审批', catalogCode: '5101DA902000', taskType: '01', guidanceDepartment: 'DA', useLevel: ['4', '5'], taskState: '1', remark,
    byLaw: [clause('中华人民共和国义务教育法', '第十一条第二款', '适龄儿童、少年因身体状况需要延缓入学或者休学的，其父母或者其他法定监护人应当提出申请，由当地乡镇人民政府或者县级人民政府教育行政部门批准。')],
    publicElements: { serviceObjects: ['1'], charged: false }, lockedElements: ['name'],
  },
];

/** The part of the national directory that the demonstration has; this code is a published one. */
export const nationalRows: readonly DirectoryRow[] = [{
  taskName: '固定资产投资项目节能审查', catalogCode: '000104002000', taskType: '01', guidanceDepartment: '04', useLevel: ['3', '4'], taskState: '1',
  byLaw: [clause('中华人民共和国节约能源法', '第十五条', '国家实行固定资产投资项目节能评估和审查制度。不符合强制性节能标准的项目，建设单位不得开工建设；已经建成的，不得投入生产、使用。政府投资项目不符合强制性节能标准的，依法负责项目审批的机关不得批准建设。具体办法由国务院管理节能工作的部门会同国务院有关部门制定。')],
  publicElements: { serviceObjects: ['2', '3'] }, lockedElements: ['name', 'taskType', 'legalBases'],
}];

/** An incoming version of the provincial directory: a shorter limit, a material less, a permit on a promise. */
export function changedRows(): DirectoryRow[] {
  const change = (key: string, adapt: (row: DirectoryRow & { publicElements: EntryElements['publicElements'] }) => object): DirectoryRow[] => {
    const found = demoEntryCodes.find(({ item }) => item.key === key);
    if (!found) return [];
    const row = rowOf(found.item, found.code);
    return [{ ...row, ...adapt({ ...row, publicElements: publicElementsOf(found.item) }) }];
  };
  return [
    ...change('drainage-licence', ({ publicElements }) => ({ publicElements: { ...publicElements, legalLimit: { days: 15, unit: 'working-day' } } })),
    ...change('road-excavation', ({ publicElements }) => ({
      publicElements: { ...publicElements, materials: publicElements.materials?.filter(({ name }) => name !== '营业执照') }, remark: `${remark}营业执照改为共享核验，不再要求提交。`,
    })),
    ...change('public-place-hygiene', () => ({ licenceReform: 'promise' })),
  ];
}
