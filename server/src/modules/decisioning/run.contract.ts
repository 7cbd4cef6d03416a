import { Code, DateOnly, DateTime, defineOperation, Id, Issue, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { ExplainedDecision } from '../../kernel/rules/contract.ts';
import { CaseReceipt } from '../intake/contract.ts';
import { automationModels } from './setting.contract.ts';

/**
 * working 办理中, approved 自动准予, suggested 已给出建议, to-person 转工作人员 (with the reason), taken-over 工作人员接手.
 * There is no automatic denial: what is not clearly to be approved goes to a person.
 */
export const runOutcomes = ['working', 'approved', 'suggested', 'to-person', 'taken-over'] as const;
export const RunOutcome = Code(runOutcomes);
export type RunOutcome = Static<typeof RunOutcome>;
export const runOutcomeLabels: Record<RunOutcome, string> = { 'working': '办理中', 'approved': '自动准予', 'suggested': '已给出建议', 'to-person': '转工作人员', 'taken-over': '工作人员接手' };

/** Why a case went to a person. */
export const handOverReasons = [
  'rules-refuse', 'rules-failed', 'input-missing', 'check-failed', 'materials-uploaded', 'other-version', 'channel', 'stopped', 'point-open', 'no-licence-way', 'step-refused',
] as const;
export type HandOverReason = (typeof handOverReasons)[number];
export const handOverReasonLabels: Record<HandOverReason, string> = {
  'rules-refuse': '规则没有得出“准予”', 'rules-failed': '规则没有得出结果', 'input-missing': '缺少规则需要的数据', 'check-failed': '核对没有通过', 'materials-uploaded': '有上传的材料须人工查看',
  'other-version': '按其他版本的事项申请', 'channel': '这个渠道的申请由人工办理', 'stopped': '自动审批已停用', 'point-open': '审查要点没有得到满足', 'no-licence-way': '证照需要人工填写期限', 'step-refused': '环节不能自动办理',
};

/** none 没有抽中, open 待复核, agreed 复核同意, overturned 复核推翻. */
export const reviewStates = ['none', 'open', 'agreed', 'overturned'] as const;
export type ReviewState = (typeof reviewStates)[number];
export const reviewStateLabels: Record<ReviewState, string> = { none: '未抽中', open: '待复核', agreed: '复核同意', overturned: '复核推翻' };

const Review = Type.Object({
  state: Code(reviewStates), dueOn: Nullable(DateOnly), overdue: Type.Boolean(), by: Nullable(Type.String()), at: Nullable(DateTime), opinion: Nullable(Type.String()),
  /** sample 抽查, request 申请人要求. */
  source: Nullable(Code(['sample', 'request'] as const)),
});

const runLine = {
  caseId: Id, caseNumber: Type.String(), itemId: Id, itemName: Type.String(), organizationId: Id, organizationName: Type.String(), applicantName: Type.String(),
  model: Code(automationModels), outcome: RunOutcome, reason: Nullable(Type.String()), startedAt: DateTime, finishedAt: Nullable(DateTime),
  /** From submission to decision, seconds. */
  seconds: Nullable(Type.Integer()), review: Review,
};
export const RunLine = Type.Object(runLine);
export type RunLine = Static<typeof RunLine>;

export const RunDetail = Type.Object({
  ...runLine, settingId: Id, settingNumber: Type.Integer(), ruleSetId: Nullable(Id), ruleVersionId: Nullable(Id), ruleVersionNumber: Nullable(Type.Integer()), itemVersionId: Id,
  /** Why the rules came out as they did; null when they were not asked. */
  explanation: Nullable(Type.Array(ExplainedDecision)),
  /** What was looked at beside the rules. */
  checks: Type.Array(Type.Object({ label: Type.String(), passed: Type.Boolean(), note: Type.String() })),
  abilities: Type.Object({ agree: Type.Boolean(), overturn: Type.Boolean() }),
});
export type RunDetail = Static<typeof RunDetail>;

const view = 'decisioning.result.view';
export const RunFilter = Type.Object({
  q: Type.Optional(Text(100)), itemId: Type.Optional(Id), organizationId: Type.Optional(Id), model: Type.Optional(Code(automationModels)), outcome: Type.Optional(RunOutcome),
  review: Type.Optional(Code(reviewStates)), from: Type.Optional(DateOnly), to: Type.Optional(DateOnly),
});
export type RunFilter = Static<typeof RunFilter>;

export const listRuns = defineOperation({
  id: 'decisioning.list-runs', method: 'GET', path: '/api/v1/decisioning/runs', permission: view, summary: '自动审批结果，新的在前',
  query: Type.Object({ ...PageQuery.properties, ...RunFilter.properties }), response: PageOf(RunLine),
});

export const mostExportedRuns = 50_000;
export const exportRuns = defineOperation({
  id: 'decisioning.export-runs', method: 'GET', path: '/api/v1/decisioning/runs/export', permission: view, summary: `导出自动审批结果（Excel），最多 ${mostExportedRuns} 行`,
  query: RunFilter, responseKind: 'binary',
});

const caseParams = Type.Object({ caseId: Id });
export const getRun = defineOperation({
  id: 'decisioning.get-run', method: 'GET', path: '/api/v1/decisioning/runs/:caseId', permission: view, summary: '一件自动审批的依据、规则版本和逐项解释；查看留痕', params: caseParams, response: RunDetail,
});

export const listReviews = defineOperation({
  id: 'decisioning.list-reviews', method: 'GET', path: '/api/v1/decisioning/reviews', permission: 'decisioning.review.perform', summary: '待复核的自动审批，先到期的在前',
  query: PageQuery, response: PageOf(RunLine),
});

const Opinion = Text(500, { minLength: 5 });
export const agreeWithRun = defineOperation({
  id: 'decisioning.agree-with-run', method: 'POST', path: '/api/v1/decisioning/runs/:caseId/agree', permission: 'decisioning.review.perform', summary: '复核同意自动作出的决定',
  params: caseParams, body: Type.Object({ opinion: Opinion }), response: RunDetail,
});

export const overturnRun = defineOperation({
  id: 'decisioning.overturn-run', method: 'POST', path: '/api/v1/decisioning/runs/:caseId/overturn', permission: 'decisioning.decision.overturn',
  summary: '复核推翻：撤销决定，证照同时失效，告知申请人（行政许可法第六十九条）', params: caseParams, body: Type.Object({ reason: Opinion }), response: RunDetail,
});

/** What an officer at the case sees of the platform's part in it. */
export const CaseAutomation = Type.Object({
  model: Code(automationModels), outcome: RunOutcome, reason: Nullable(Type.String()), ruleVersionNumber: Nullable(Type.Integer()),
  explanation: Nullable(Type.Array(ExplainedDecision)), checks: RunDetail.properties.checks,
  suggestion: Nullable(Type.Object({
    opinion: Type.String(), favourable: Type.Boolean(),
    points: Type.Array(Type.Object({ materialKey: Type.Optional(Type.String()), pointKey: Type.String(), satisfied: Type.Boolean(), because: Type.String() })),
  })),
  abilities: Type.Object({ takeOver: Type.Boolean() }),
});
export type CaseAutomation = Static<typeof CaseAutomation>;

export const getCaseAutomation = defineOperation({
  id: 'decisioning.get-case-automation', method: 'GET', path: '/api/v1/cases/:caseId/automation', permission: 'cases.case.view', summary: '系统对一个办件做了什么、建议什么', params: caseParams,
  response: Type.Object({ automation: Nullable(CaseAutomation) }),
});

export const takeOverCase = defineOperation({
  id: 'decisioning.take-over-case', method: 'POST', path: '/api/v1/cases/:caseId/take-over', permission: 'decisioning.case.take-over', summary: '在决定作出之前把办件转由工作人员办理',
  params: caseParams, body: Type.Object({ version: Type.Integer(), reason: Opinion }), response: CaseReceipt, idempotent: true,
});

export const requestReview = defineOperation({
  id: 'decisioning.request-review', method: 'POST', path: '/api/v1/my/cases/:caseId/review-request', permission: 'cases.case.view-own', summary: '申请人要求由工作人员复核自动作出的决定',
  params: caseParams, body: Type.Object({ reason: Opinion }), response: Type.Object({ dueOn: DateOnly }), idempotent: true,
});

export const getMyAutomation = defineOperation({
  id: 'decisioning.get-my-automation', method: 'GET', path: '/api/v1/my/cases/:caseId/automation', permission: 'cases.case.view-own', summary: '本人的办件是否由系统自动办理', params: caseParams,
  response: Type.Object({
    automatic: Type.Boolean(), working: Type.Boolean(), mayRequest: Type.Boolean(), revoked: Type.Boolean({ description: 'the decision no longer stands, by this review or otherwise' }),
    review: Nullable(Type.Object({ state: Code(reviewStates), dueOn: Nullable(DateOnly), source: Nullable(Code(['sample', 'request'] as const)) })),
  }),
});

/** How an application would go, told before it is submitted (智能预审). */
export const PreCheck = Type.Object({
  available: Type.Boolean(),
  /** smooth 可以自动办理, person 将由工作人员办理, problems 有需要修改的问题. */
  verdict: Code(['smooth', 'person', 'problems'] as const),
  problems: Type.Array(Issue),
  explanation: Type.Array(Type.Object({ label: Type.String(), summary: Type.String() })),
});
export type PreCheck = Static<typeof PreCheck>;

export const preCheckDraft = defineOperation({
  id: 'decisioning.pre-check-draft', method: 'POST', path: '/api/v1/drafts/:draftId/pre-check', permission: 'signed-in', summary: '提交前预审草稿：列出问题，可以修改，也可以照样提交',
  params: Type.Object({ draftId: Id }), response: PreCheck,
});

const figures = {
  submitted: Type.Integer(), automatic: Type.Integer(), toPerson: Type.Integer(), manual: Type.Integer(),
  /** Per cent: automatic decisions of all applications. */
  coverage: Nullable(Type.Number()),
  /** Seconds from submission to decision. */
  automaticAverage: Nullable(Type.Integer()), automaticMedian: Nullable(Type.Integer()), manualAverage: Nullable(Type.Integer()), manualMedian: Nullable(Type.Integer()),
  sampled: Type.Integer(), reviewed: Type.Integer(), overturned: Type.Integer(),
  /** Per cent: reviewed of automatic, overturned of reviewed (误判率). */
  reviewShare: Nullable(Type.Number()), misjudged: Nullable(Type.Number()),
};
export const DecisioningFigures = Type.Object(figures);
export type DecisioningFigures = Static<typeof DecisioningFigures>;

export const StatisticsQuery = Type.Object({ from: DateOnly, to: DateOnly, by: Code(['item', 'organization', 'month'] as const), organizationId: Type.Optional(Id) });
const StatisticsLine = Type.Object({ key: Type.String(), name: Type.String(), ...figures });
export type StatisticsLine = Static<typeof StatisticsLine>;

export const getStatistics = defineOperation({
  id: 'decisioning.get-statistics', method: 'GET', path: '/api/v1/decisioning/statistics', permission: view, summary: '效能统计：自动审批量、时长、覆盖率、复核率、误判率，按事项、部门或月份',
  query: StatisticsQuery, response: Type.Object({ total: DecisioningFigures, lines: Type.Array(StatisticsLine) }),
});

export const exportStatistics = defineOperation({
  id: 'decisioning.export-statistics', method: 'GET', path: '/api/v1/decisioning/statistics/export', permission: view, summary: '导出效能统计（Excel）', query: StatisticsQuery, responseKind: 'binary',
});
