import { Code, DateOnly, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { FindingFilter } from './findings.contract.ts';

/** issued 待整改 → replied 已反馈 → closed 已办结, as soon as every finding is gone; cancelled 已撤回. */
export const rectificationStates = ['issued', 'replied', 'closed', 'cancelled'] as const;
export const RectificationState = Code(rectificationStates);
export type RectificationState = Static<typeof RectificationState>;
export const rectificationStateLabels: Readonly<Record<RectificationState, string>> = { issued: '待整改', replied: '已反馈', closed: '已办结', cancelled: '已撤回' };

/** 整改单: findings of one department, to be mended within so many working days. */
export const Rectification = Type.Object({
  id: Id,
  number: Type.String(),
  version: Type.Integer(),
  state: RectificationState,
  organizationId: Id,
  organizationName: Type.String(),
  requirement: Type.String(),
  issuedByName: Type.String(),
  issuedAt: DateTime,
  dueOn: DateOnly,
  overdue: Type.Boolean(),
  /** Working days left, negative when overdue; null once finished. */
  remainingDays: Nullable(Type.Integer()),
  findings: Type.Integer(),
  /** Findings that still stand. */
  remaining: Type.Integer(),
  reply: Nullable(Type.String()),
  finishedAt: Nullable(DateTime),
  steps: Type.Array(Type.Object({ action: Type.String(), label: Type.String(), text: Type.String(), byName: Type.String(), at: DateTime })),
  abilities: Type.Object({ reply: Type.Boolean(), sendBack: Type.Boolean(), cancel: Type.Boolean() }),
});
export type Rectification = Static<typeof Rectification>;

/** The most findings of one order. */
export const mostOrderedFindings = 2_000;

export const issueRectifications = defineOperation({
  id: 'item-quality.issue-rectifications', method: 'POST', path: '/api/v1/item-quality/rectifications', permission: 'item-quality.rectification.issue',
  status: 201, idempotent: true, summary: '把问题交责任部门整改，一个部门一张整改单；部门在站内收到通知',
  body: Type.Object({
    /** Which findings: chosen ones, or all that a filter finds and nobody was told to mend yet. */
    findingIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true })),
    filter: Type.Optional(FindingFilter),
    workingDays: Type.Integer({ minimum: 1, maximum: 60 }),
    requirement: Text(500, { minLength: 5 }),
  }),
  response: Type.Object({ rectifications: Type.Array(Rectification), findings: Type.Integer() }),
});

export const listRectifications = defineOperation({
  id: 'item-quality.list-rectifications', method: 'GET', path: '/api/v1/item-quality/rectifications', permission: 'item-quality.finding.view',
  summary: '权限范围内的整改单，期限近的在前',
  query: Type.Object({
    ...PageQuery.properties, state: Type.Optional(RectificationState), organizationId: Type.Optional(Id), open: Type.Optional(Type.Boolean()), overdue: Type.Optional(Type.Boolean()),
  }),
  response: PageOf(Rectification),
});

const rectificationParams = Type.Object({ rectificationId: Id });

export const getRectification = defineOperation({
  id: 'item-quality.get-rectification', method: 'GET', path: '/api/v1/item-quality/rectifications/:rectificationId', permission: 'item-quality.finding.view',
  summary: '查看一张整改单', params: rectificationParams, response: Rectification,
});

const Words = Text(1000, { minLength: 5 });

/** `version` as last read. */
export const RectificationStep = Type.Union([
  Type.Object({ action: Type.Literal('reply'), version: Type.Integer(), text: Words }),
  Type.Object({ action: Type.Literal('send-back'), version: Type.Integer(), text: Words, workingDays: Type.Integer({ minimum: 1, maximum: 60 }) }),
  Type.Object({ action: Type.Literal('cancel'), version: Type.Integer(), text: Words }),
]);
export type RectificationStep = Static<typeof RectificationStep>;

export const advanceRectification = defineOperation({
  id: 'item-quality.advance-rectification', method: 'POST', path: '/api/v1/item-quality/rectifications/:rectificationId/steps',
  permission: 'item-quality.finding.view', summary: '部门反馈整改情况；下达部门退回重新整改或者撤回', params: rectificationParams, body: RectificationStep, response: Rectification,
});
