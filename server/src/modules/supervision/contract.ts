import { Code, DateOnly, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type ResponseOf, type Static } from '@tongban/contract-kit';

/** warning 预警, yellow 黄牌 (past the promised limit), red 红牌 (past the legal limit). */
export const signalLevels = ['warning', 'yellow', 'red'] as const;
export const SignalLevel = Code(signalLevels);
export type SignalLevel = Static<typeof SignalLevel>;
export const signalLevelLabels: Record<SignalLevel, string> = { warning: '预警', yellow: '黄牌', red: '红牌' };

/** Counts of one department, or of the whole board: open cases by level now, and what was closed in the period. */
export const BoardCounts = Type.Object({
  /** Submitted or waiting for a supplement: the legal clock has not started. */
  waiting: Type.Integer(),
  inProgress: Type.Integer(),
  paused: Type.Integer(),
  warning: Type.Integer(),
  yellow: Type.Integer(),
  red: Type.Integer(),
  closed: Type.Integer(),
  closedOnTime: Type.Integer(),
  /** Percent with one decimal, null when nothing was closed. */
  onTimeShare: Nullable(Type.Number()),
  /** Bad ratings under rectification past their deadline. */
  overdueRectifications: Type.Integer(),
});
export type BoardCounts = Static<typeof BoardCounts>;

export const getBoard = defineOperation({
  id: 'supervision.get-board', method: 'GET', path: '/api/v1/supervision/board', permission: 'supervision.board.view',
  summary: '实时监察看板：权限范围内各部门在办、预警、黄牌、红牌和近期办结情况',
  query: Type.Object({ days: Type.Optional(Type.Integer({ minimum: 1, maximum: 366, description: '办结统计的天数，默认 30' })) }),
  response: Type.Object({
    at: DateTime,
    total: BoardCounts,
    departments: Type.Array(Type.Object({ organizationId: Id, organizationName: Type.String(), ...BoardCounts.properties })),
  }),
});
export type Board = ResponseOf<typeof getBoard>;

export const watchedStates = ['waiting', 'running', 'paused', 'closed'] as const;

export const WatchedCase = Type.Object({
  caseId: Id,
  number: Type.String(),
  itemName: Type.String(),
  organizationId: Id,
  organizationName: Type.String(),
  /** Masked: the board is for watching time, not people. */
  applicantName: Type.String(),
  state: Code(watchedStates),
  level: Code(['normal', ...signalLevels] as const),
  promisedDueOn: Nullable(DateOnly),
  legalDueOn: Nullable(DateOnly),
  submittedAt: DateTime,
});
export type WatchedCase = Static<typeof WatchedCase>;

export const listWatchedCases = defineOperation({
  id: 'supervision.list-cases', method: 'GET', path: '/api/v1/supervision/cases', permission: 'supervision.board.view',
  summary: '看板数字背后的办件：按部门、等级、状态，期限近的在前',
  query: Type.Object({
    ...PageQuery.properties, organizationId: Type.Optional(Id), level: Type.Optional(SignalLevel), state: Type.Optional(Code(['waiting', 'running', 'paused'] as const)),
    itemId: Type.Optional(Id), regionCode: Type.Optional(Text(12, { minLength: 2, pattern: '^[0-9]+$' })),
    /** An officer who did a step of it. */
    handlerId: Type.Optional(Id),
    windowKey: Type.Optional(Text(36)),
  }),
  response: PageOf(WatchedCase),
});

export const Signal = Type.Object({
  id: Id,
  subjectType: Code(['case', 'rectification', 'stuck-matter', 'order'] as const),
  subjectId: Id,
  /** Number of the case, the matter or the order. Null for the rectification of an anonymous rating. */
  caseNumber: Nullable(Type.String()),
  itemName: Type.String(),
  organizationId: Id,
  organizationName: Type.String(),
  level: SignalLevel,
  levelLabel: Type.String(),
  dueOn: Nullable(DateOnly),
  raisedAt: DateTime,
  /** Which rule raised it, by which version; what it saw, and what is to be done. */
  rule: Type.Object({ id: Id, ruleNo: Type.String(), name: Type.String(), version: Type.Integer() }),
  says: Type.String(),
  advice: Type.String(),
  /** A supervisor has put it aside: what was found. */
  settled: Nullable(Type.Object({ text: Type.String(), by: Type.String() })),
  /** Set when the matter was finished, or the limit moved so that the level no longer holds. */
  clearedAt: Nullable(DateTime),
  /** The order that has it in hand, or the last one that had. */
  order: Nullable(Type.Object({ id: Id, number: Type.String(), stateLabel: Type.String(), finished: Type.Boolean() })),
  abilities: Type.Object({ order: Type.Boolean(), settle: Type.Boolean() }),
});
export type Signal = Static<typeof Signal>;

export const listSignals = defineOperation({
  id: 'supervision.list-signals', method: 'GET', path: '/api/v1/supervision/signals', permission: 'supervision.board.view',
  summary: '预警和红黄牌，新的在前',
  query: Type.Object({
    ...PageQuery.properties, level: Type.Optional(SignalLevel), organizationId: Type.Optional(Id), open: Type.Optional(Type.Boolean()), ruleId: Type.Optional(Id), caseId: Type.Optional(Id),
    /** Those alone that people have found out. */
    verified: Type.Optional(Type.Boolean()),
    /** About cases of an item, in a region or below it, that an officer did a step of, or that were registered at a window. */
    itemId: Type.Optional(Id), regionCode: Type.Optional(Text(12, { minLength: 2, pattern: '^[0-9]+$' })), handlerId: Type.Optional(Id), windowKey: Type.Optional(Text(36)),
    /** The one that a message is about. */
    signalId: Type.Optional(Id),
  }),
  response: PageOf(Signal),
});

/** A version of a process with steps that were done and counted. */
export const TimedProcess = Type.Object({ key: Type.String(), name: Type.String(), versions: Type.Array(Type.Object({ definitionId: Id, version: Type.Integer() })) });

export const listTimedProcesses = defineOperation({
  id: 'supervision.list-timed-processes', method: 'GET', path: '/api/v1/supervision/timed-processes', permission: 'supervision.step-time.view',
  summary: '有环节耗时可看的流程及其版本', response: Type.Object({ processes: Type.Array(TimedProcess) }),
});

/** Seconds: half of the times, and nine of ten, are no longer. Null when there are none. */
export const TimeSpread = Type.Object({ median: Nullable(Type.Integer()), p90: Nullable(Type.Integer()) });

export const StepTime = Type.Object({
  node: Type.String(), name: Type.String(), count: Type.Integer(),
  /** From arrival until somebody took it, working days alone. */
  waiting: TimeSpread,
  /** From then until it was done, working days alone. */
  handling: TimeSpread,
  /** From arrival until it was done, by the calendar. */
  total: TimeSpread,
});
export type StepTime = Static<typeof StepTime>;

export const StepTimeQuery = Type.Object({
  definitionId: Id, from: DateOnly, to: DateOnly, organizationId: Type.Optional(Id),
  /** 12 digits; those below it count too. */
  regionCode: Type.Optional(Text(12, { minLength: 2, pattern: '^[0-9]+$' })),
});

export const getStepTimes = defineOperation({
  id: 'supervision.get-step-times', method: 'GET', path: '/api/v1/supervision/step-times', permission: 'supervision.step-time.view',
  summary: '一个流程版本在一段时间里各环节的等待和办理时间：件数、中位数、90% 分位', query: StepTimeQuery,
  response: Type.Object({
    process: Type.Object({ key: Type.String(), name: Type.String(), version: Type.Integer(), xml: Type.String() }),
    steps: Type.Array(StepTime),
    /** Departments within the reader's scope that have some, for narrowing down. */
    departments: Type.Array(Type.Object({ organizationId: Id, organizationName: Type.String() })),
    /** When steps were counted last; null before the first time. */
    countedAt: Nullable(DateTime),
  }),
});
export type StepTimes = ResponseOf<typeof getStepTimes>;

export const exportStepTimes = defineOperation({
  id: 'supervision.export-step-times', method: 'GET', path: '/api/v1/supervision/step-times/export', permission: 'supervision.step-time.view',
  summary: '导出环节耗时（Excel）', query: StepTimeQuery, responseKind: 'binary',
});

const signalParams = Type.Object({ signalId: Id });
const Words = Text(500, { minLength: 5 });

export const settleSignal = defineOperation({
  id: 'supervision.settle-signal', method: 'POST', path: '/api/v1/supervision/signals/:signalId/settlement', permission: 'supervision.order.issue',
  summary: '核销一条预警或红黄牌，写明核实情况；以后不再亮起', params: signalParams, body: Type.Object({ text: Words }), response: Signal,
});
