import type { ItemElements } from './contract.ts';

/** One difference; `before` or `after` is absent when the element was added or removed. */
export interface ElementDifference {
  path: string;
  label: string;
  kind: 'added' | 'removed' | 'changed';
  before?: unknown;
  after?: unknown;
}

/** Chinese names of the elements, in the order in which a guide shows them. */
const labels: Readonly<Record<keyof ItemElements, string>> = {
  name: '事项名称', aliases: '俗称', mainItemName: '主项名称', summary: '简介', catalogCode: '基本编码', taskCode: '实施编码',
  handlingItemCode: '业务办理项编码', localTaskCode: '地方实施编码', taskType: '事项类型', regionCode: '行政区划', exerciseLevel: '行使层级',
  powerSource: '权力来源', organizationId: '实施主体标识', departmentName: '实施主体', departmentType: '实施主体性质',
  handlingDepartments: '办理部门', serviceObjects: '服务对象', audiences: '面向人群', agentAllowed: '是否可代办', projectType: '办件类型',
  legalBases: '设定依据', conditions: '受理条件', materials: '申请材料', noMaterials: '无需材料', flowSteps: '办理流程', legalLimit: '法定办结时限',
  promisedLimit: '承诺办结时限', specialProcedures: '特别程序', charged: '是否收费', fees: '收费项目', results: '审批结果', quantityLimit: '数量限制',
  intermediaryServices: '中介服务', visitCount: '到办事现场次数', visitReason: '必须现场办理原因', handlingForms: '办理形式', crossRegionScopes: '通办范围',
  onlineAvailable: '是否网办', onlineDepths: '网上办理深度', onlineLevel: '网办等级', personTopics: '个人主题', companyTopics: '法人主题',
  tags: '标签', entersHall: '是否进驻政务大厅', appointmentAvailable: '是否支持预约', onlinePayment: '是否支持网上支付', expressDelivery: '是否支持快递',
  selfServiceTerminal: '是否支持自助终端', windows: '办理窗口', consultationTelephone: '咨询电话', supervisionTelephone: '监督投诉电话',
  reconsideration: '行政复议', litigation: '行政诉讼', rightsAndDuties: '权利义务', faqs: '常见问题', questionnaire: '情形引导', forms: '表单',
  handling: '办理方式', planEffectiveDate: '计划生效日期', planCancelDate: '计划取消日期',
};

/**
 * Compares two versions element by element (CAT-02). Lists whose entries have keys (materials, questions, forms …) are
 * compared by key, so that a moved material is not shown as changed.
 */
export function compareElements(before: ItemElements, after: ItemElements): ElementDifference[] {
  const fields = Object.keys(labels).filter((field): field is keyof ItemElements => field in labels);
  return fields.flatMap((field) => compareValue(field, labels[field], before[field], after[field]));
}

function compareValue(path: string, label: string, before: unknown, after: unknown): ElementDifference[] {
  if (isSame(before, after)) return [];
  if (before === undefined) return [{ path, label, kind: 'added', after }];
  if (after === undefined) return [{ path, label, kind: 'removed', before }];
  const older = entriesByKey(before);
  const newer = entriesByKey(after);
  if (older === undefined || newer === undefined) return [{ path, label, kind: 'changed', before, after }];
  const keys = [...new Set([...older.keys(), ...newer.keys()])];
  return keys.flatMap((key) => compareValue(`${path}.${key}`, `${label} · ${titleOf(newer.get(key) ?? older.get(key))}`, older.get(key), newer.get(key)));
}

function entriesByKey(value: unknown): Map<string, unknown> | undefined {
  if (!Array.isArray(value) || value.length === 0) return Array.isArray(value) ? new Map() : undefined;
  const entries: [string, unknown][] = [];
  for (const one of value) {
    const key = keyOf(one);
    if (key === undefined) return undefined;
    entries.push([key, one]);
  }
  return new Map(entries);
}

function keyOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'key' in value && typeof value.key === 'string' ? value.key : undefined;
}

function titleOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  if ('name' in value && typeof value.name === 'string') return value.name;
  if ('text' in value && typeof value.text === 'string') return value.text;
  return keyOf(value) ?? '';
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const left = new Map(Object.entries(one));
  const right = new Map(Object.entries(other));
  return left.size === right.size && [...left].every(([key, value]) => right.has(key) && isSame(value, right.get(key)));
}
