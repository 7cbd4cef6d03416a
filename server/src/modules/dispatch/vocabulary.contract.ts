/** acceptance 预审分发 (who gets a submitted application), approval 审批分发 (who reviews and decides), split 场景拆单 (which departments take part). */
export const dispatchKinds = ['acceptance', 'approval', 'split'] as const;
export type DispatchKind = (typeof dispatchKinds)[number];
export const dispatchKindLabels: Readonly<Record<DispatchKind, string>> = { acceptance: '预审分发', approval: '审批分发', split: '场景拆单' };

/** Rule sets whose code begins so are dispatch rules; the kind follows. */
export const ruleSetPrefix = 'dispatch-';

/** The kind of a rule set by its code; undefined for rules that dispatch nothing. */
export function kindOfCode(code: string): DispatchKind | undefined {
  return dispatchKinds.find((kind) => code === `${ruleSetPrefix}${kind}` || code.startsWith(`${ruleSetPrefix}${kind}-`));
}

/** The decision that a rule set of a kind must have. */
export const decisionOf: Readonly<Record<DispatchKind, string>> = { acceptance: '去向', approval: '去向', split: '参加部门' };

/** by-rule 按规则; by-process 没有规则适用，按流程; fell-back 规则用不上，按流程; nobody 没有人能办，交大厅负责人; by-person 人工改派. */
export const dispatchOutcomes = ['by-rule', 'by-process', 'fell-back', 'nobody', 'by-person'] as const;
export type DispatchOutcome = (typeof dispatchOutcomes)[number];
export const dispatchOutcomeLabels: Readonly<Record<DispatchOutcome, string>> = {
  'by-rule': '按规则', 'by-process': '按流程', 'fell-back': '规则未生效', 'nobody': '无人可办', 'by-person': '人工改派',
};

/** Why a rule could not be followed, or none was. */
export const dispatchReasons = [
  'no-rule', 'rules-failed', 'bad-result', 'unknown-organisation', 'closed-organisation', 'ambiguous-organisation', 'unknown-post', 'unknown-person', 'vacant', 'outside-authority',
  'nobody',
] as const;
export type DispatchReason = (typeof dispatchReasons)[number];

/** What to do about each reason. */
export const reasonMends: Readonly<Record<DispatchReason, string>> = {
  'no-rule': '应当由规则分发的，在决策表里为这种情况补一行，发布新的版本。',
  'rules-failed': '打开规则集，用同样的数据试算，按提示修改；可能缺少的数据请勾选“可以为空”。',
  'bad-result': '结果列请用“机构、岗位、人员、分派”（场景拆单用“机构、参加”），至少写出其中一项。',
  'unknown-organisation': '在规则里改写机构的全称、简称或代码，发布新的版本。',
  'closed-organisation': '在规则里改为承接其职责的机构，发布新的版本。',
  'ambiguous-organisation': '有几个机构叫这个名称，请在规则里写机构的全称或代码。',
  'unknown-post': '在规则里改写岗位的名称，名称见“机构与岗位”。',
  'unknown-person': '在规则里改写在职人员的登录名，或只写机构和岗位。',
  'vacant': '请机构管理员为这个岗位配备人员，或在规则里改写去向。',
  'outside-authority': '决定只能由有权的机关作出，请在规则里只写该机关及其下属机构的岗位和人员。',
  'nobody': '请把这件改派给能够办理的岗位或人员，并为空缺的岗位配备人员。',
};

/** How a task reaches people: anybody of the post takes it, it is given to who has the fewest open tasks, or it goes as the process says. */
export const dispatchMethods = { queue: '共同待办', least: '待办最少', process: '按流程' } as const;

/** What rules of a kind may be told, by the name they use. */
export interface DispatchFact {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'record';
  readonly list?: true;
  readonly optional?: true;
  readonly help: string;
  /** Absent for all kinds. */
  readonly kinds?: readonly DispatchKind[];
}

const tasks = ['acceptance', 'approval'] as const;

/** The vocabulary of dispatch rules; a rule set declares those it uses. */
export const dispatchFacts: readonly DispatchFact[] = [
  { name: '事项', type: 'text', help: '事项名称' },
  { name: '事项编码', type: 'text', help: '地方实施编码，改名不变' },
  { name: '办件类型', type: 'text', help: '“即办件”或“承诺件”' },
  { name: '实施部门', type: 'text', help: '实施主体全称' },
  { name: '事项区划', type: 'text', help: '12 位行政区划代码' },
  { name: '所在区划', type: 'text', optional: true, help: '表单里第一个地区或地址的区划代码，没有时为空' },
  { name: '申请人类型', type: 'text', help: '“个人”或“法人”' },
  { name: '渠道', type: 'text', help: '“网上”“移动端”“窗口”“自助终端”“电话”“接口”' },
  { name: '提交方式', type: 'text', help: '“本人”“代理人”“窗口代填”' },
  { name: '情形', type: 'text', help: '情形名称' },
  { name: '情形编码', type: 'text', help: '情形的标识' },
  { name: '情形标记', type: 'text', list: true, help: '情形上的标记，如 site-inspection' },
  { name: '引导', type: 'record', help: '引导问题的答案：问题标识 → 选项标识，用到的问题列为字段' },
  { name: '表单', type: 'record', help: '申请表的答案，用到的字段标识列为字段' },
  { name: '环节', type: 'text', help: '环节名称', kinds: tasks },
  { name: '环节类型', type: 'text', help: '“受理”“审查”“决定”', kinds: tasks },
  { name: '办理部门', type: 'text', optional: true, help: '流程指定的机构简称', kinds: tasks },
  { name: '审查结论', type: 'text', optional: true, help: '最近一次审查：“通过”或“不通过”', kinds: ['approval'] },
  { name: '待办数', type: 'integer', help: '流程指定的岗位现有多少件没有办完', kinds: tasks },
  { name: '联办部门', type: 'text', list: true, help: '事项设置的联办部门简称', kinds: ['split'] },
];
