import { elementInfo, isMembers, type ElementName, type ItemElements, type Members } from '../../catalog/contract.ts';
import type { Field } from './field.ts';

/** Elements that are lists of entries and have a sheet of their own, joined by the local code. */
export type EntryElement = 'legalBases' | 'conditionPoints' | 'materials' | 'flowSteps' | 'specialProcedures' | 'fees' | 'results' | 'windows' | 'faqs' | 'penalties' | 'levies';

export interface EntrySheet {
  readonly element: EntryElement;
  readonly title: string;
  readonly fields: readonly Field[];
  /** What an entry has when the sheet does not say. */
  readonly defaults: Members;
  /** Entries have a key of their own, which the sheet need not know. */
  readonly keyed?: string;
}

type Extra = Partial<Pick<Field, 'list' | 'required' | 'max'>>;
const field = (kind: Field['kind']) => (key: string, title: string, note: string, extra: Extra = {}): Field => ({ key, title, kind, note, max: 500, ...extra });
const [line, text, code, codes, yesNo, number] = [field('line'), field('text'), field('code'), field('codes'), field('yes-no'), field('number')];
const must = { required: true };

const materialFields: readonly Field[] = [
  line('name', '材料名称', '材料的规范名称。', { ...must, max: 200 }), line('key', '材料标识', '由平台填写；新增的材料不填。', { max: 60 }),
  line('standardCode', '标准材料编码', '材料库中的编码，如 CL-000123。', { max: 40 }),
  code('type', '材料类型', '', { ...must, list: 'material-type' }), code('form', '材料形式', '', { ...must, list: 'material-form' }),
  code('necessity', '材料必要性', '', { ...must, list: 'material-necessity' }), code('source', '来源渠道', '', { ...must, list: 'material-source' }),
  text('sourceExplanation', '来源渠道说明', '需要说明从哪里取得时填写。'), line('issuingAuthority', '出具机构', '由政府部门或中介机构出具的，填写机构名称。', { max: 200 }),
  number('originals', '原件份数', '不填按 0。', { max: 99 }), number('copies', '复印件份数', '不填按 0。', { max: 99 }), line('pageFormat', '规格', '如 A4。', { max: 60 }),
  text('fillingInstructions', '填报须知', '怎样填写或准备。', { max: 1_000 }), text('acceptanceStandard', '受理标准', '什么样的材料可以收下。', { ...must, max: 1_000 }),
  text('basis', '材料依据', '要求提交这份材料的依据。'),
];

/** Every sheet beside the main one, in the order of a guide. */
export const entrySheets: readonly EntrySheet[] = [
  sheet('legalBases', {}, [
    line('lawName', '法律法规名称', '全称，不加书名号。', { ...must, max: 200 }), line('documentNumber', '文号', '如 国务院令第198号。', { max: 100 }),
    line('clauseNumber', '条款号', '如 第三十三条。', { ...must, max: 60 }), text('clauseContent', '条款内容', '条款原文。', { ...must, max: 32_000 }),
  ]),
  {
    ...sheet('conditionPoints', { stage: 'review' }, [
      text('condition', '核对的受理条件', '与“事项”工作表“受理条件”中的一条完全相同。', { ...must, max: 1_000 }), text('text', '审查要点', '看什么、查什么登记信息、与什么比对。', must),
      line('key', '要点标识', '由平台填写；新增的要点不填。', { max: 60 }), code('stage', '审查环节', '由哪一步核对；不填按审查。', { list: 'review-stage' }), text('basis', '审查依据', '需要时填写。'),
    ]), keyed: 'point',
  },
  { ...sheet('materials', { originals: 0, copies: 0, replacedByLicenceTypes: [], fileTypes: ['pdf', 'jpg', 'png'], maxFiles: 10, reviewPoints: [] }, materialFields), keyed: 'material' },
  sheet('flowSteps', {}, [
    line('name', '环节名称', '如 受理。', { ...must, max: 60 }), text('content', '环节内容', '这一步做什么。', { ...must, max: 1_000 }),
    number('days', '环节时限', '工作日；不单独公布的不填。', { max: 400 }), line('responsible', '责任岗位', '', { max: 100 }),
  ]),
  {
    ...sheet('specialProcedures', { unit: 'working-day' }, [
      line('name', '特别程序名称', '', { ...must, max: 100 }), line('key', '特别程序标识', '由平台填写；新增的不填。', { max: 60 }),
      code('kind', '特别程序种类', '', { ...must, list: 'special-procedure' }), number('days', '特别程序时限', '天数。', { ...must, max: 365 }),
      code('unit', '特别程序时限单位', '不填按工作日。', { list: 'limit-unit' }), text('basis', '特别程序依据', '', must), line('departmentName', '特别程序实施部门', '', { max: 100 }),
    ]), keyed: 'procedure',
  },
  sheet('fees', { reducible: false }, [
    line('name', '收费项目名称', '', { ...must, max: 100 }), text('standard', '收费标准', '', must), text('basis', '收费依据', '', must),
    yesNo('reducible', '能否减免', ''), text('reductionBasis', '减免依据', '可以减免的填写。'),
  ]),
  sheet('results', {}, [
    line('name', '结果名称', '证照、批文或其他文书的名称。', { ...must, max: 200 }), code('type', '结果类型', '', { ...must, list: 'result-type' }),
    line('licenceTypeCode', '证照类型编码', '结果是电子证照的填写。', { max: 40 }), code('licenceStage', '与证照的关系', '本事项对这种证照是核发、变更、延续、补发还是注销；不填按核发。', { list: 'licence-stage' }),
    line('validity', '有效期限', '如 五年。', { max: 200 }), text('sample', '结果样本说明', '', { max: 1_000 }),
  ]),
  sheet('windows', {}, [
    line('name', '窗口名称', '', { ...must, max: 100 }), line('telephone', '窗口电话', '带区号。', { ...must, max: 40 }), line('address', '窗口地址', '', { ...must, max: 200 }),
    line('openingHours', '办公时间', '', { ...must, max: 200 }), text('directions', '交通指引', '', { max: 300 }),
  ]),
  sheet('faqs', {}, [text('question', '问题', '', { ...must, max: 300 }), text('answer', '解答', '', { ...must, max: 2_000 })]),
  sheet('penalties', {}, [
    text('behaviour', '违法行为', '', { ...must, max: 1_000 }), codes('kinds', '处罚种类', '', { ...must, list: 'penalty-kind' }), text('range', '裁量幅度', '', { ...must, max: 1_000 }),
  ]),
  sheet('levies', { reducible: false }, [
    line('kind', '征收种类', '', { ...must, max: 200 }), yesNo('reducible', '是否涉及减免', ''), text('reductionBasis', '征收减免依据', '可以减免的填写。'),
  ]),
];

function sheet(element: EntryElement, defaults: Members, fields: readonly Field[]): EntrySheet {
  return { element, title: elementInfo[element].label, fields, defaults };
}

/** The column by which entries belong to an item, and the name beside it for those who read. */
export const entryCodeField: Field = { key: 'localTaskCode', title: elementInfo.localTaskCode.label, kind: 'line', max: 100, required: true, note: '与“事项”工作表中的编码一致；一个事项有几条就写几行。', aliases: ['事项编码'] };
export const entryNameField: Field = { key: 'itemName', title: elementInfo.name.label, kind: 'line', max: 200, note: '只为便于阅读，不导入。' };

/**
 * Makes whole entries of what a sheet says: an entry that stands already, found by its key or name, keeps what no column
 * shows (review points of materials, conditions, forms, samples); a new one gets the defaults and a key.
 */
export function completeEntries({ element, defaults, keyed, fields }: EntrySheet, said: readonly Members[], standing: Partial<ItemElements> | undefined): Members[] {
  const known = membersOf(standing?.[element]);
  const shown = new Set(fields.map(({ key }) => key));
  const used = new Set([...known, ...said].flatMap(({ key }) => (typeof key === 'string' ? [key] : [])));
  return said.map((entry) => {
    const earlier = known.find((one) => (entry['key'] !== undefined && one['key'] === entry['key'])) ?? known.find((one) => isSameEntry(one, entry));
    const kept = earlier && Object.fromEntries(Object.entries(earlier).filter(([name]) => !shown.has(name) || (name === 'key')));
    const whole = { ...defaults, ...kept, ...entry };
    return keyed === undefined || 'key' in whole ? whole : { ...whole, key: freeKey(keyed, used) };
  });
}

const naming = ['name', 'lawName', 'question', 'behaviour', 'kind', 'text'] as const;

function isSameEntry(one: Members, other: Members): boolean {
  const by = naming.find((name) => typeof other[name] === 'string');
  return by !== undefined && [by, 'clauseNumber', 'condition'].every((member) => one[member] === other[member]);
}

function freeKey(prefix: string, used: Set<string>): string {
  let serial = 1;
  while (used.has(`${prefix}-${serial}`)) serial += 1;
  used.add(`${prefix}-${serial}`);
  return `${prefix}-${serial}`;
}

/** The entries of an element, whatever it is. */
export function membersOf(value: unknown): Members[] {
  return Array.isArray(value) ? value.filter(isMembers) : [];
}

/** Whether an element has a sheet of its own. */
export function isEntryElement(name: ElementName): name is EntryElement {
  return entrySheets.some(({ element }) => element === name);
}
