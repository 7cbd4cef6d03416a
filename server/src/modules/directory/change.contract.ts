import { Code, DateOnly, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { EntryElements } from './entry.contract.ts';

const Reason = Text(500, { minLength: 2 });
const RegionCode = Text(12, { pattern: '^\\d{12}$' });

export const adjustmentKinds = ['added', 'changed', 'cancelled'] as const;
export const AdjustmentKind = Code(adjustmentKinds);
export type AdjustmentKind = Static<typeof AdjustmentKind>;

/** open 待处理 → applied 已采纳 (in a draft) → settled 已一致 (published); refused 不采纳; settled also when the item came to say the same. */
export const differenceStates = ['open', 'applied', 'refused', 'settled'] as const;
export const DifferenceState = Code(differenceStates);
export type DifferenceState = Static<typeof DifferenceState>;

/** Checks of 减证便民 and 证照分离. */
export const findingRules = ['extra-material', 'reform-abolish', 'reform-filing', 'reform-promise', 'entry-cancelled'] as const;
export const FindingRule = Code(findingRules);
export type FindingRule = Static<typeof FindingRule>;

/** What else rests on an element of an item: what an officer should look at before applying a change. */
export const Effect = Type.Object({
  kind: Code(['cases', 'forms', 'process', 'guide', 'guidance', 'licence', 'limits', 'bundles'] as const),
  count: Type.Integer(),
  /** Names of what is affected, as many as help. */
  names: Type.Array(Type.String()),
});
export type Effect = Static<typeof Effect>;

export const Difference = Type.Object({
  id: Id,
  version: Type.Integer(),
  claimId: Id,
  item: Type.Object({ id: Id, name: Type.String(), latestVersionId: Id, published: Type.Boolean() }),
  entry: Type.Object({ id: Id, name: Type.String(), code: Type.String() }),
  organization: Type.Object({ id: Id, name: Type.String() }),
  regionCode: Type.String(),
  /** Name of the element in the implementation list. */
  element: Type.String(),
  label: Type.String(),
  /** Fixed by the superior list: it can be applied, not refused. */
  locked: Type.Boolean(),
  ours: Type.Optional(Type.Unknown()),
  incoming: Type.Optional(Type.Unknown()),
  state: DifferenceState,
  openedAt: DateTime,
  decidedAt: Nullable(DateTime),
  decidedByName: Nullable(Type.String()),
  reason: Nullable(Type.String()),
  abilities: Type.Object({ apply: Type.Boolean(), refuse: Type.Boolean() }),
});
export type Difference = Static<typeof Difference>;

const DifferenceFilter = {
  entryId: Type.Optional(Id), itemId: Type.Optional(Id), organizationId: Type.Optional(Id), regionCode: Type.Optional(RegionCode),
  state: Type.Optional(DifferenceState), element: Type.Optional(Text(60)), lockedOnly: Type.Optional(Type.Boolean()),
};

export const listDifferences = defineOperation({
  id: 'directory.list-differences', method: 'GET', path: '/api/v1/directory/differences', permission: 'directory.change.view',
  summary: '差异清单：实施清单与在用目录版本逐项不一致之处', query: Type.Object({ ...PageQuery.properties, ...DifferenceFilter }), response: PageOf(Difference),
});

export const exportDifferences = defineOperation({
  id: 'directory.export-differences', method: 'GET', path: '/api/v1/directory/differences/export', permission: 'directory.change.view', responseKind: 'binary',
  summary: '导出差异清单（xlsx，最多 5 万条）', query: Type.Object(DifferenceFilter),
});

/** One item that a change of an entry touches. */
export const AffectedItem = Type.Object({
  claimId: Id,
  item: Type.Object({ id: Id, name: Type.String(), latestVersionId: Id, published: Type.Boolean() }),
  organization: Type.Object({ id: Id, name: Type.String(), closed: Type.Boolean() }),
  differences: Type.Array(Difference),
  effects: Type.Array(Effect),
  findings: Type.Array(Type.Object({ rule: FindingRule, message: Type.String() })),
});
export type AffectedItem = Static<typeof AffectedItem>;

export const Adjustment = Type.Object({
  id: Id,
  kind: AdjustmentKind,
  at: DateTime,
  entry: Type.Object({ id: Id, name: Type.String(), code: Type.String() }),
  elements: Type.Array(Type.Object({ name: Type.String(), label: Type.String() })),
  /** Differences of items within the reader's scope that wait for a decision. */
  openDifferences: Type.Integer(),
  affectedItems: Type.Integer(),
});
export type Adjustment = Static<typeof Adjustment>;

export const listAdjustments = defineOperation({
  id: 'directory.list-adjustments', method: 'GET', path: '/api/v1/directory/adjustments', permission: 'directory.change.view',
  summary: '目录变更，新的在前；open 只列还有差异未处理的',
  query: Type.Object({ ...PageQuery.properties, kind: Type.Optional(AdjustmentKind), open: Type.Optional(Type.Boolean()), from: Type.Optional(DateOnly), to: Type.Optional(DateOnly) }),
  response: PageOf(Adjustment),
});

export const AdjustmentDetail = Type.Object({
  adjustment: Adjustment,
  before: Nullable(EntryElements),
  after: EntryElements,
  /** Items within the reader's scope, with what else each change touches. */
  affected: Type.Array(AffectedItem),
});
export type AdjustmentDetail = Static<typeof AdjustmentDetail>;

export const getAdjustment = defineOperation({
  id: 'directory.get-adjustment', method: 'GET', path: '/api/v1/directory/adjustments/:adjustmentId', permission: 'directory.change.view',
  summary: '一次目录变更：前后版本逐项比对，以及对每个实施清单的影响（在办件、表单、流程、指南、一件事）',
  params: Type.Object({ adjustmentId: Id }), response: AdjustmentDetail,
});

export const DecisionResult = Type.Object({
  differenceId: Id, ok: Type.Boolean(),
  problem: Nullable(Type.Object({ code: Type.String(), title: Type.String(), detail: Nullable(Type.String()) })),
});
export type DecisionResult = Static<typeof DecisionResult>;

export const decideDifferences = defineOperation({
  id: 'directory.decide-differences', method: 'POST', path: '/api/v1/directory/differences/decisions', permission: 'directory.change.decide', idempotent: true,
  summary: '逐项采纳上级内容（写入实施清单的草稿，按流程审核发布）或不采纳并说明理由；逐行回答结果',
  body: Type.Object({
    rows: Type.Array(Type.Object({
      differenceId: Id, version: Type.Integer(), decision: Code(['apply', 'refuse'] as const), reason: Type.Optional(Reason),
    }), { minItems: 1, maxItems: 100 }),
  }),
  response: Type.Object({ results: Type.Array(DecisionResult) }),
});

export const Finding = Type.Object({
  claimId: Id, rule: FindingRule, message: Type.String(), item: Type.Object({ id: Id, name: Type.String(), latestVersionId: Id }),
  entry: Type.Object({ id: Id, name: Type.String(), code: Type.String() }), organization: Type.Object({ id: Id, name: Type.String() }), foundAt: DateTime,
});
export type Finding = Static<typeof Finding>;

export const listFindings = defineOperation({
  id: 'directory.list-findings', method: 'GET', path: '/api/v1/directory/findings', permission: 'directory.change.view',
  summary: '“减证便民”“证照分离”执行检测：上级已取消而本地仍要求的材料、应取消或改备案而未改的审批',
  query: Type.Object({ ...PageQuery.properties, rule: Type.Optional(FindingRule), organizationId: Type.Optional(Id) }), response: PageOf(Finding),
});

/** One department of 动态调整统计表. */
export const AdjustmentRow = Type.Object({
  organizationId: Nullable(Id), organizationName: Type.String(), added: Type.Integer(), changed: Type.Integer(), cancelled: Type.Integer(),
  applied: Type.Integer(), refused: Type.Integer(), open: Type.Integer(),
});
export type AdjustmentRow = Static<typeof AdjustmentRow>;

const Period = { from: DateOnly, to: DateOnly, regionCode: Type.Optional(RegionCode) };

export const getAdjustmentReport = defineOperation({
  id: 'directory.get-adjustment-report', method: 'GET', path: '/api/v1/directory/reports/adjustments', permission: 'directory.report.view',
  summary: '动态调整统计表：按部门统计期间内新增、变更、取消的目录事项和采纳、不采纳的要素', query: Type.Object(Period),
  response: Type.Object({ rows: Type.Array(AdjustmentRow) }),
});

export const exportAdjustmentReport = defineOperation({
  id: 'directory.export-adjustment-report', method: 'GET', path: '/api/v1/directory/reports/adjustments/export', permission: 'directory.report.view', responseKind: 'binary',
  summary: '导出动态调整统计表（xlsx）', query: Type.Object(Period),
});

/** One department of 事项运行统计表. */
export const OperationRow = Type.Object({
  organizationId: Id, organizationName: Type.String(), items: Type.Integer(), draft: Type.Integer(), inReview: Type.Integer(), published: Type.Integer(),
  retired: Type.Integer(), online: Type.Integer(),
  /** Online of published, in percent with one decimal; null when nothing is published. */
  onlineShare: Nullable(Type.Number()),
  cases: Type.Integer(), closedCases: Type.Integer(),
});
export type OperationRow = Static<typeof OperationRow>;

export const getOperationReport = defineOperation({
  id: 'directory.get-operation-report', method: 'GET', path: '/api/v1/directory/reports/operation', permission: 'directory.report.view',
  summary: '事项运行统计表：按部门统计各状态事项、网办率和期间内的办件', query: Type.Object(Period),
  response: Type.Object({ rows: Type.Array(OperationRow) }),
});

export const exportOperationReport = defineOperation({
  id: 'directory.export-operation-report', method: 'GET', path: '/api/v1/directory/reports/operation/export', permission: 'directory.report.view', responseKind: 'binary',
  summary: '导出事项运行统计表（xlsx）', query: Type.Object(Period),
});
