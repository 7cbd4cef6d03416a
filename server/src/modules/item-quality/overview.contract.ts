import { Code, DateOnly, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { RuleGroup } from '../catalog/contract.ts';

/** Percent with one decimal; null when there is nothing to divide by. */
const Share = Nullable(Type.Number());

/** 办事指南准确率 and what it is made of (IND-01). */
export const QualityRates = Type.Object({
  /** Items in use that have been checked. */
  inUse: Type.Integer(),
  /** Those without a standing error. */
  accurate: Type.Integer(),
  accuracy: Share,
  /** Without a standing error in the guide itself, and in materials and review points. */
  guideAccuracy: Share,
  materialAccuracy: Share,
  errors: Type.Integer(),
  warnings: Type.Integer(),
  /** Findings let stand as exceptions. */
  accepted: Type.Integer(),
  overdueRectifications: Type.Integer(),
});
export type QualityRates = Static<typeof QualityRates>;

/** How the rate is reckoned; a new version is a new row of history, old days keep theirs. */
export const accuracyFormula = {
  version: 1, text: '办事指南准确率＝没有“错误”级问题的在用事项数÷在用事项数。认可的例外不算问题，“提醒”不影响准确率。',
} as const;

const areaQuery = Type.Object({
  regionCode: Type.Optional(Text(12, { pattern: '^\\d{6,12}$' })),
  organizationId: Type.Optional(Id),
});

export const getQualityOverview = defineOperation({
  id: 'item-quality.get-overview', method: 'GET', path: '/api/v1/item-quality/overview', permission: 'item-quality.finding.view',
  summary: '办事指南准确率：合计、各部门、各规则，权限范围内', query: areaQuery,
  response: Type.Object({
    at: DateTime,
    formula: Type.Object({ version: Type.Integer(), text: Type.String() }),
    /** Items in use that no check has reached yet. */
    unchecked: Type.Integer(),
    total: QualityRates,
    departments: Type.Array(Type.Object({ organizationId: Id, organizationName: Type.String(), ...QualityRates.properties })),
    rules: Type.Array(Type.Object({
      rule: Type.String(), title: Type.String(), group: RuleGroup, severity: Code(['error', 'warning'] as const), findings: Type.Integer(),
    })),
  }),
});

/** How things stood at the end of a day; the last point is now. */
export const QualityDay = Type.Object({
  day: DateOnly, inUse: Type.Integer(), accurate: Type.Integer(), accuracy: Share, errors: Type.Integer(), warnings: Type.Integer(), formulaVersion: Type.Integer(),
});
export type QualityDay = Static<typeof QualityDay>;

export const getQualityTrend = defineOperation({
  id: 'item-quality.get-trend', method: 'GET', path: '/api/v1/item-quality/trend', permission: 'item-quality.finding.view',
  summary: '准确率和问题数的逐日变化', query: Type.Object({ ...areaQuery.properties, days: Type.Optional(Type.Integer({ minimum: 7, maximum: 366 })) }),
  response: Type.Object({ days: Type.Array(QualityDay) }),
});

export const runStates = ['waiting', 'running', 'finished', 'cancelled', 'failed'] as const;
export const RunState = Code(runStates);
export type RunState = Static<typeof RunState>;
export const runStateLabels: Readonly<Record<RunState, string>> = { waiting: '排队中', running: '检查中', finished: '已完成', cancelled: '已停止', failed: '已中断' };
export const runCauses = ['nightly', 'request', 'rules'] as const;
export type RunCause = (typeof runCauses)[number];
export const runCauseLabels: Readonly<Record<RunCause, string>> = { nightly: '每日自动检查', request: '人工发起', rules: '规则变化后重新检查' };

/** One pass over many items. */
export const QualityRun = Type.Object({
  id: Id,
  cause: Code(runCauses),
  /** What was gone through, e.g. 全部事项. */
  scopeName: Type.String(),
  state: RunState,
  total: Type.Integer(),
  done: Type.Integer(),
  opened: Type.Integer(),
  closed: Type.Integer(),
  /** Only items are checked on which something has changed since their last check. */
  changedOnly: Type.Boolean(),
  /** Items of `done` on which nothing has. */
  unchanged: Type.Integer(),
  requestedByName: Type.String(),
  requestedAt: DateTime,
  finishedAt: Nullable(DateTime),
  abilities: Type.Object({ cancel: Type.Boolean() }),
});
export type QualityRun = Static<typeof QualityRun>;

export const startRun = defineOperation({
  id: 'item-quality.start-run', method: 'POST', path: '/api/v1/item-quality/runs', permission: 'item-quality.run.start', status: 201, idempotent: true,
  summary: '重新检查一个部门、一个区划或者权限范围内的全部事项；在后台进行', body: areaQuery, response: QualityRun,
});

export const listRuns = defineOperation({
  id: 'item-quality.list-runs', method: 'GET', path: '/api/v1/item-quality/runs', permission: 'item-quality.finding.view',
  summary: '最近的检查及其进度', query: PageQuery, response: PageOf(QualityRun),
});

export const cancelRun = defineOperation({
  id: 'item-quality.cancel-run', method: 'POST', path: '/api/v1/item-quality/runs/:runId/cancel', permission: 'item-quality.run.start',
  summary: '停止一次检查；已检查的事项保留结果', params: Type.Object({ runId: Id }), response: QualityRun,
});
