import { Code, DateOnly, DateTime, defineOperation, Id, Nullable, Type, type Static } from '@tongban/contract-kit';

/** open 待办, held 等待加签, suspended 挂起, completed 已办, returned 退回, cancelled 取消. */
export const visitStates = ['open', 'held', 'suspended', 'completed', 'returned', 'cancelled'] as const;

/** One time that a case was at a step. */
export const StepVisit = Type.Object({
  taskId: Id, node: Type.String(), name: Type.String(), state: Code(visitStates), stateLabel: Type.String(),
  /** Who did it or has it; empty while nobody took it. */
  handler: Type.String(),
  /** Sent back from a later step. */
  again: Type.Boolean(),
  arrivedAt: DateTime, claimedAt: Nullable(DateTime), endedAt: Nullable(DateTime), dueOn: Nullable(DateOnly),
  elapsedSeconds: Type.Integer({ description: 'from arrival to the end, or to now' }),
  workingDays: Type.Integer({ description: 'working days of that time, without those on which the clock stood still' }),
  stoppedDays: Type.Integer({ description: 'working days of that time on which the clock stood still' }),
});
export type StepVisit = Static<typeof StepVisit>;

export const CaseProcess = Type.Object({
  instanceId: Id, name: Type.String(), version: Type.Integer(), xml: Type.String(), called: Type.Boolean({ description: 'called by another process of the case' }),
  ended: Type.Boolean(), suspended: Type.Boolean(),
  standing: Type.Array(Type.Object({ node: Type.String(), name: Type.String() })),
  taken: Type.Array(Type.String(), { description: 'ids of the flows it went along; empty for a case older than their recording' }),
  visits: Type.Array(StepVisit),
  migrations: Type.Array(Type.Object({ from: Type.Integer(), to: Type.Integer(), at: DateTime, by: Type.String() })),
});
export type CaseProcess = Static<typeof CaseProcess>;

export const getCaseProgress = defineOperation({
  id: 'cases.get-progress', method: 'GET', path: '/api/v1/cases/:caseId/process', permission: 'cases.case.view',
  summary: '流程图上的进展：停在哪里、走过哪里、每个环节用了多少时间', params: Type.Object({ caseId: Id }), response: Type.Object({ at: DateTime, processes: Type.Array(CaseProcess) }),
});
