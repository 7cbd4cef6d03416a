import { elementInfo, isMembers, titleOf, type ElementName, type ItemElements } from '../../contract.ts';
import { basis, defineRule, type Hit, type QualityRule } from '../rule.ts';

/** Parts that every entry of a list must have, with what people call them. */
const parts: Partial<Record<ElementName, Readonly<Record<string, string>>>> = {
  legalBases: { lawName: '法律名称', clauseNumber: '条款号', clauseContent: '条款内容' },
  penalties: { behaviour: '违法行为', kinds: '处罚种类', range: '处罚幅度' },
  levies: { kind: '征收种类' },
  conditionPoints: { text: '核对什么', condition: '核对哪一条受理条件' },
  materials: { name: '材料名称', acceptanceStandard: '受理标准' },
  flowSteps: { name: '步骤名称', content: '步骤内容' },
  specialProcedures: { name: '名称', basis: '依据' },
  fees: { name: '项目名称', standard: '收费标准', basis: '收费依据' },
  results: { name: '结果名称' },
  windows: { name: '窗口名称', telephone: '电话', address: '地址', openingHours: '办公时间' },
  faqs: { question: '问题', answer: '回答' },
  handlingDepartments: { name: '部门名称' },
  forms: { name: '表单名称' },
};
type Part = readonly [part: string, label: string];
const listedParts = Object.entries(parts).map(([name, required]): [string, readonly Part[]] => [name, Object.entries(required)]);
const pointParts: readonly Part[] = [['text', '内容']];
const lines = ['conditions', 'aliases', 'jointDepartmentNames'] as const satisfies readonly ElementName[];

/** Entries that were begun and not finished: a draft may keep them, a version under review may not. */
export const requiredPartRules: readonly QualityRule[] = [
  defineRule({
    id: 'required-part', version: 1, group: 'guide', severity: 'error', title: '每一项都填写完整', basis: basis.standard,
    message: '{fault}', mend: '补填缺少的内容；这一项不需要的，整项删除。',
    find: (elements) => [
      ...listedParts.flatMap(([name, required]) => entriesOf(elements, name).flatMap(([path, entry], index) =>
        checkEntry(path, entry, required, () => `${labelOf(name)}第 ${index + 1} 项${titleOf(entry) ? `“${titleOf(entry)}”` : ''}`))),
      ...elements.materials.flatMap(({ key, name, reviewPoints }) => reviewPoints.flatMap((point) =>
        checkEntry(`materials.${key}.reviewPoints.${point.key}`, point, pointParts, () => `“${name}”的审查要点`))),
      ...lines.flatMap((name) => (elements[name] ?? []).flatMap((line, index) =>
        line.trim() === '' ? [hit(`${name}.${index}`, `${labelOf(name)}第 ${index + 1} 条是空的，请填写或删除。`)] : [])),
    ],
  }),
];

function hit(path: string, fault: string): Hit {
  return { path, values: { fault } };
}

function labelOf(name: string): string {
  return Object.hasOwn(elementInfo, name) ? elementInfo[name as ElementName].label : name;
}

function entriesOf(elements: ItemElements, name: string): [path: string, entry: unknown][] {
  const list: unknown = Reflect.get(elements, name);
  if (!Array.isArray(list)) return [];
  return list.map((entry: unknown, index) => [`${name}.${isMembers(entry) && typeof entry['key'] === 'string' ? entry['key'] : index}`, entry]);
}

/** What an entry lacks; what it is called is put together only then. */
function checkEntry(path: string, entry: unknown, required: readonly Part[], called: () => string): Hit[] {
  if (!isMembers(entry) || !required.some(([part]) => isEmpty(entry[part]))) return [];
  return required.filter(([part]) => isEmpty(entry[part])).map(([part, label]) => hit(`${path}.${part}`, `${called()}没有填写${label}。`));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
}
