import { Code, DateOnly, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { staffChannels } from '../../kernel/messaging/channels.contract.ts';
import { SignalLevel } from './contract.ts';

/** What a rule can watch; each has thresholds of its own (domain.md 2.6). */
export const ruleKinds = [
  'near-promised', 'over-promised', 'over-legal', 'not-accepted', 'deemed-accepted', 'step-overtime', 'late-report', 'no-reasons', 'supplement-repeated', 'offline-handling', 'against-review',
  'special-over', 'delivery-late', 'verified', 'rectification', 'stuck-matter', 'order',
] as const;
export const RuleKind = Code(ruleKinds);
export type RuleKind = Static<typeof RuleKind>;

/** Thresholds by name, whole numbers: days 工作日 (of the limit's own unit), share 百分比, hours 小时 of working days, minutes, times, characters. */
export const thresholdNames = ['days', 'share', 'hours', 'minutes', 'times', 'characters'] as const;
export type ThresholdName = (typeof thresholdNames)[number];

interface KindOfRule {
  label: string;
  /** What it takes for a signal, in plain words. */
  watches: string;
  /** What whoever gets the signal is to do. */
  advice: string;
  thresholds: Partial<Record<ThresholdName, { label: string; usual: number; min: number; max: number }>>;
  /** Waits for findings of people that the rule names. */
  names?: 'findings';
  /** Follows the clock of a matter that is no case; its level is that of the clock. */
  follows?: 'rectification' | 'stuck-matter' | 'supervision-order';
}

/** The kinds of rules as supervisors read them. */
export const kindsOfRules: Readonly<Record<RuleKind, KindOfRule>> = {
  'near-promised': {
    label: '临近承诺期限', watches: '在办件离承诺期限只剩设定的天数或比例（先到为准），停止计时期间不计', advice: '请抓紧办理，确需延长的依法报批。',
    thresholds: { days: { label: '剩余天数', usual: 1, min: 0, max: 30 }, share: { label: '剩余比例（%）', usual: 20, min: 0, max: 90 } },
  },
  'over-promised': {
    label: '超过承诺期限', watches: '在办件过了承诺期限仍未作出决定', advice: '请立即办结，并说明超期原因。', thresholds: { days: { label: '再超过的天数', usual: 0, min: 0, max: 60 } },
  },
  'over-legal': {
    label: '超过法定期限', watches: '在办件过了法定期限仍未作出决定；工作日历未确定的年份不判定', advice: '请立即办结，书面报告超期原因和责任人。', thresholds: { days: { label: '再超过的天数', usual: 0, min: 0, max: 60 } },
  },
  'not-accepted': {
    label: '应受理未受理', watches: '收到申请后设定的工作日内没有受理、不予受理，也没有告知补正', advice: '请当日作出处理；满五个工作日不告知的依法视为受理。', thresholds: { days: { label: '收到后的工作日', usual: 4, min: 0, max: 30 } },
  },
  'deemed-accepted': { label: '逾期未告知视为受理', watches: '五个工作日内没有告知申请人，系统依法视为受理', advice: '请查明未及时处理的原因并整改。', thresholds: {} },
  'step-overtime': {
    label: '环节超时', watches: '总期限未超，但一个环节过了流程规定的日期；流程没有规定的，停留超过设定的小时（只计工作日里的时间）', advice: '请催办这个环节的办理人，必要时改派。', thresholds: { hours: { label: '停留小时', usual: 48, min: 1, max: 720 } },
  },
  'late-report': {
    label: '迟报上级', watches: '由下级机关先行审查的件，在下级机关停留超过设定的工作日仍未报送有决定权的机关（行政许可法第三十五条）', advice: '请立即将初步审查意见和全部申请材料报送上级机关。',
    thresholds: { days: { label: '停留的工作日', usual: 3, min: 0, max: 60 } },
  },
  'no-reasons': {
    label: '不予受理、不予许可未说明理由', watches: '不予受理或不予许可的理由少于设定的字数，或没有出具决定书', advice: '请核对法律依据，补充说明理由并重新送达。', thresholds: { characters: { label: '理由最少字数', usual: 15, min: 5, max: 500 } },
  },
  'supplement-repeated': {
    label: '多次要求补正', watches: '一件办件要求补正超过设定的次数（法律规定一次告知）', advice: '请核实是否一次告知了全部需要补正的内容。', thresholds: { times: { label: '允许的次数', usual: 1, min: 0, max: 10 } },
  },
  'offline-handling': {
    label: '疑似体外循环', watches: '承诺件从受理到决定不足设定的分钟，疑似线下办完再补录；自动办理的不计', advice: '请核查是否先在线下办理、事后补录。', thresholds: { minutes: { label: '最短分钟', usual: 5, min: 1, max: 240 } },
  },
  'against-review': { label: '审查不通过仍准予', watches: '审查中出现过不通过的结论，最后准予许可', advice: '请调阅审查意见，核实退回重审是否有依据。', thresholds: {} },
  'special-over': {
    label: '特别程序超期', watches: '特别程序用时超过批准并告知申请人的天数', advice: '请催办特别程序，及时恢复计时。', thresholds: { days: { label: '再超过的工作日', usual: 0, min: 0, max: 60 } },
  },
  'delivery-late': {
    label: '送达超期', watches: '作出决定后设定的工作日内没有送达', advice: '请立即送达；法律规定自决定之日起十日内送达。', thresholds: { days: { label: '决定后的工作日', usual: 10, min: 0, max: 60 } },
  },
  'verified': {
    label: '人工查实', watches: '办件抽查、差评核实、办不成事办结审核查实了所选的问题', advice: '请查明责任，立即纠正并书面反馈；违规收取的费用应当退还。', thresholds: {}, names: 'findings',
  },
  'rectification': { label: '差评整改', watches: '差评整改的时钟到了这个等级', advice: '请核实、整改并反馈。', thresholds: {}, follows: 'rectification' },
  'stuck-matter': { label: '办不成事反映', watches: '办不成事反映的办理时钟到了这个等级', advice: '请尽快办理并反馈结果。', thresholds: {}, follows: 'stuck-matter' },
  'order': { label: '督办单', watches: '督办单的反馈或整改时钟到了这个等级', advice: '请按督办要求反馈、整改。', thresholds: {}, follows: 'supervision-order' },
};

/** Where people find something out, and what it is called there. */
export const findingSources = ['spot-check', 'rating', 'stuck-matter'] as const;
export const FindingSource = Code(findingSources);
export type FindingSource = Static<typeof FindingSource>;
export const findingSourceLabels: Record<FindingSource, string> = { 'spot-check': '办件抽查有问题的检查内容', 'rating': '差评核实属实的问题', 'stuck-matter': '办不成事认定的根本原因' };

/** A finding as `source:code`: a point of spot checks, an option of bad ratings, or a root cause of 办不成事. */
export const Finding = Text(60, { pattern: `^(${findingSources.join('|')}):.+$` });

export const toldPosts = ['handler', 'department-head', 'supervisor', 'hall-manager'] as const;
export const ToldPost = Code(toldPosts);
export type ToldPost = Static<typeof ToldPost>;
export const toldPostLabels: Record<ToldPost, string> = { 'handler': '承办人', 'department-head': '部门负责人', 'supervisor': '效能监督员', 'hall-manager': '大厅负责人' };

const Thresholds = Type.Object(Object.fromEntries(thresholdNames.map((name) => [name, Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000 }))])) as Record<ThresholdName, ReturnType<typeof Type.Optional<ReturnType<typeof Type.Integer>>>>);

/** What a supervisor sets of a rule. */
const settings = {
  name: Text(60, { minLength: 2 }), kind: RuleKind, level: SignalLevel, thresholds: Thresholds,
  /** For which findings it is lit; none but of kind `verified`. */
  findings: Type.Array(Finding, { maxItems: 60, uniqueItems: true }),
  told: Type.Array(ToldPost, { minItems: 1, maxItems: toldPosts.length, uniqueItems: true }),
  /** Of the region and those below it; everywhere when null. */
  regionCode: Nullable(Text(12, { pattern: '^[0-9]{6,12}$' })),
  /** Of the organisation and those below it. */
  organizationId: Nullable(Id),
  itemId: Nullable(Id),
  /** 1 即办件, 2 承诺件; both when null. */
  projectType: Nullable(Code(['1', '2'] as const)),
  validFrom: Nullable(DateOnly), validTo: Nullable(DateOnly),
  /** By which channels its signals are told outside the platform, none for in-site only; as messages of their kind are when null. */
  channels: Nullable(Type.Array(Code(staffChannels), { maxItems: staffChannels.length, uniqueItems: true })),
  active: Type.Boolean(),
};
export const RuleSettings = Type.Object(settings);
export type RuleSettings = Static<typeof RuleSettings>;

export const SupervisionRule = Type.Object({
  ...settings, id: Id, ruleNo: Type.String(), version: Type.Integer(), organizationName: Nullable(Type.String()), itemName: Nullable(Type.String()),
  changedAt: DateTime, changedBy: Type.String(),
  /** Signals of it that are open now, within the reader's scope. */
  openSignals: Type.Integer(),
});
export type SupervisionRule = Static<typeof SupervisionRule>;

export const listSupervisionRules = defineOperation({
  id: 'supervision.list-rules', method: 'GET', path: '/api/v1/supervision/rules', permission: 'supervision.board.view', summary: '监察规则', response: Type.Object({
    items: Type.Array(SupervisionRule), canEdit: Type.Boolean(),
    /** Cases still to be looked at again after a change of rules. */
    recheckLeft: Type.Integer(),
  }),
});

export const listFindings = defineOperation({
  id: 'supervision.list-findings', method: 'GET', path: '/api/v1/supervision/findings', permission: 'supervision.board.view', summary: '人工查实的规则可以选的问题，按来源', response: Type.Object({
    sources: Type.Array(Type.Object({ source: FindingSource, label: Type.String(), items: Type.Array(Type.Object({ finding: Type.String(), name: Type.String(), active: Type.Boolean() })) })),
  }),
});

const ruleParams = Type.Object({ ruleId: Id });

export const addSupervisionRule = defineOperation({
  id: 'supervision.add-rule', method: 'POST', path: '/api/v1/supervision/rules', permission: 'supervision.rule.edit', status: 201, summary: '新增监察规则，在办件随即分批重新判定',
  body: Type.Object({ ...settings, reason: Text(200, { minLength: 2 }) }), response: SupervisionRule,
});

export const changeSupervisionRule = defineOperation({
  id: 'supervision.change-rule', method: 'PUT', path: '/api/v1/supervision/rules/:ruleId', permission: 'supervision.rule.edit', summary: '修改、停用或启用监察规则，写明原因', params: ruleParams,
  body: Type.Object({ ...settings, version: Type.Integer(), reason: Text(200, { minLength: 2 }) }), response: SupervisionRule,
});

export const RuleVersion = Type.Object({ version: Type.Integer(), at: DateTime, by: Type.String(), reason: Type.String(), settings: RuleSettings, organizationName: Nullable(Type.String()), itemName: Nullable(Type.String()) });
export type RuleVersion = Static<typeof RuleVersion>;

export const listRuleVersions = defineOperation({
  id: 'supervision.list-rule-versions', method: 'GET', path: '/api/v1/supervision/rules/:ruleId/versions', permission: 'supervision.board.view', summary: '规则的修改历史，新的在前', params: ruleParams,
  query: PageQuery, response: PageOf(RuleVersion),
});

/** Cases looked at by one dry run at most. */
export const mostTried = 5_000;

export const tryRule = defineOperation({
  id: 'supervision.try-rule', method: 'POST', path: '/api/v1/supervision/rules/trial', permission: 'supervision.rule.edit', summary: '试算：按这样的规则，现在有多少在办件会亮起', body: RuleSettings,
  response: Type.Object({
    count: Type.Integer(), examined: Type.Integer(),
    /** There are more open cases in its scope than one trial looks at. */
    partial: Type.Boolean(),
    sample: Type.Array(Type.Object({ caseId: Id, number: Type.String(), itemName: Type.String(), organizationName: Type.String(), says: Type.String() })),
  }),
});
