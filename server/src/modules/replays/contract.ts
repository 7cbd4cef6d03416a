import { Code, DateOnly, DateTime, defineOperation, Id, JsonObject, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { dispatchOutcomes } from '../dispatch/contract.ts';

/** waiting 排队, running 正在试算, done 已完成, stopped 已停止, failed 出错. */
export const replayStates = ['waiting', 'running', 'done', 'stopped', 'failed'] as const;
export type ReplayState = (typeof replayStates)[number];
/** same 路径不变, changed 路径改变, stuck 卡住, loop 走不出一圈. */
export const replayResults = ['same', 'changed', 'stuck', 'loop'] as const;
export type ReplayResult = (typeof replayResults)[number];
/** recorded 按本件记录, assumed 按设定, ruled 按环节规则, common 按多数件, limit 按时限, none 没有依据. */
export const replayBases = ['recorded', 'assumed', 'ruled', 'common', 'limit', 'none'] as const;

/** Cases of one run. */
export const mostCases = 1_000;

const permission = 'replays.replay.run';

/** The drawn process that is tried: a draft as it is saved, or a published version; one of the two. */
const Target = { draftId: Type.Optional(Id), definitionId: Type.Optional(Id) };

const Cases = Type.Object({
  /** Cases of these items, whatever process they went by; without items or numbers, those that went by the tried process. */
  itemIds: Type.Array(Id, { maxItems: 20 }),
  numbers: Type.Array(Text(50, { minLength: 6 }), { maxItems: 50 }),
  submittedFrom: Type.Optional(DateOnly), submittedTo: Type.Optional(DateOnly),
  state: Code(['over', 'open', 'all'] as const),
  limit: Type.Integer({ minimum: 1, maximum: mostCases }),
});
export type ReplayedCases = Static<typeof Cases>;

const Values = JsonObject;

export const Assumption = Type.Object({
  node: Text(200, { minLength: 1 }),
  /** Working days the step takes. */
  days: Type.Optional(Type.Number({ minimum: 0, maximum: 3_650 })),
  /** What it writes and in how many of a hundred cases; none means as most often recorded. */
  outcomes: Type.Array(Type.Object({ values: Values, percent: Type.Integer({ minimum: 0, maximum: 100 }) }), { maxItems: 10 }),
});
export type Assumption = Static<typeof Assumption>;

/** One pair of the node map: element of the versions the cases went by → element of the tried one. */
const Pairing = Type.Object({ from: Text(200, { minLength: 1 }), to: Text(200, { minLength: 1 }) });

const Side = Type.Object({ processKey: Type.String(), processName: Type.String(), version: Nullable(Type.Integer({ description: 'null for a draft' })) });

const Spread = { median: Nullable(Type.Integer({ description: 'working seconds' })), p90: Nullable(Type.Integer({ description: 'working seconds' })) };

export const ReplayPlan = Type.Object({
  ...Side.properties,
  /** Cases that would be replayed; `more` when the limit leaves some out. */
  cases: Type.Integer(), more: Type.Boolean(),
  /** Steps of the tried process with what the chosen cases tell of them. */
  nodes: Type.Array(Type.Object({
    node: Type.String(), name: Type.String(), kind: Type.String(), step: Nullable(Type.String()),
    visits: Type.Integer({ description: 'recorded times at the steps that answer to it' }),
    outcomes: Type.Array(Type.Object({ values: Values, count: Type.Integer() })), ...Spread, limitWorkingDays: Nullable(Type.String()),
  })),
  /** Steps of past versions that nothing answers to, for pairing by hand. */
  unpaired: Type.Array(Type.Object({ node: Type.String(), name: Type.String(), visits: Type.Integer() })),
});
export type ReplayPlan = Static<typeof ReplayPlan>;

const Run = {
  replayId: Id, ...Side.properties, state: Code(replayStates), stateLabel: Type.String(),
  total: Type.Integer(), done: Type.Integer(), startedAt: DateTime, startedByName: Type.String(), endedAt: Nullable(DateTime),
  /** Why it ended before all cases were looked at. */
  note: Nullable(Type.String()), cases: Cases,
};

export const ReplaySummary = Type.Object({ ...Run, counts: Type.Object({ same: Type.Integer(), changed: Type.Integer(), stuck: Type.Integer(), loop: Type.Integer() }), abilities: Type.Object({ stop: Type.Boolean() }) });
export type ReplaySummary = Static<typeof ReplaySummary>;

const Example = Type.Object({ position: Type.Integer(), number: Type.String() });

export const Replay = Type.Object({
  ...ReplaySummary.properties, xml: Type.String(),
  flows: Type.Array(Type.Object({ flow: Type.String(), cases: Type.Integer(), before: Type.Integer({ description: 'cases that went along what answers to it' }) })),
  steps: Type.Array(Type.Object({
    node: Type.String(), name: Type.String(), cases: Type.Integer(), before: Type.Integer(), ...Spread, timeBy: Code(replayBases),
    outcomeBy: Type.Array(Type.Object({ by: Code(replayBases), visits: Type.Integer() })),
  })),
  /** Cases that fare alike, the most frequent first. */
  groups: Type.Array(Type.Object({ group: Type.Integer(), before: Type.String(), after: Type.String(), result: Code(replayResults), cases: Type.Integer(), example: Example })),
  /** Why cases would not come to an end. */
  stuck: Type.Array(Type.Object({ code: Type.String(), message: Type.String(), node: Nullable(Type.String()), cases: Type.Integer(), example: Example })),
  /** Steps for which there was nobody: they went to the hall leader, or were passed over. */
  unhandled: Type.Array(Type.Object({ node: Type.String(), name: Type.String(), passedOver: Type.Boolean(), cases: Type.Integer(), example: Example })),
  /** Which rule would send which step where, and which departments would take part (`node` null), the most frequent first. */
  dispatched: Type.Array(Type.Object({
    node: Nullable(Type.String()), name: Type.String(), outcome: Code(dispatchOutcomes), rule: Nullable(Type.String()), target: Type.String(), reason: Nullable(Type.String()), cases: Type.Integer(), example: Example,
  })),
  /** What rules of the steps would say. */
  checked: Type.Array(Type.Object({
    node: Type.String(), name: Type.String(), rule: Type.String(), effect: Code(['block', 'warn', 'outcome'] as const), applies: Type.Boolean(), failed: Type.Boolean(), message: Type.String(), cases: Type.Integer(), example: Example,
  })),
  /** What could not be known of how many cases. */
  unsure: Type.Array(Type.Object({ words: Type.String(), cases: Type.Integer() })),
  /** Whole time of those cases that came to an end then and would now; working seconds. */
  times: Type.Object({ cases: Type.Integer(), before: Type.Object(Spread), after: Type.Object(Spread) }),
});
export type Replay = Static<typeof Replay>;

/** Where the dispatch rules in force would send a task, or whom they would let take part. */
const Dispatch = Type.Object({
  outcome: Code(dispatchOutcomes), target: Type.String(), reason: Nullable(Type.String({ description: 'why a rule could not be followed' })),
  rule: Nullable(Type.Object({ name: Type.String(), number: Type.Integer(), rows: Type.Array(Type.Integer()), note: Nullable(Type.String()) })),
  /** What it rests on that was not recorded at the time. */
  unsure: Type.Array(Type.String()),
});

/** What a rule of a step would say, by the version in force. */
const Check = Type.Object({
  moment: Code(['enter', 'complete'] as const), effect: Code(['block', 'warn', 'outcome'] as const), ruleSetName: Type.String(), versionNumber: Nullable(Type.Integer()),
  applies: Type.Boolean(), failed: Type.Boolean(), message: Type.String(), unsure: Type.Array(Type.String()),
});

const Visit = Type.Object({
  node: Type.String(), name: Type.String(), from: Type.Integer({ description: 'working seconds from the start' }), until: Type.Integer(), timeBy: Code(replayBases), outcomeBy: Code(replayBases),
  result: Values, returned: Type.Boolean(), unhandled: Type.Boolean(), dispatch: Nullable(Dispatch), checks: Type.Array(Check),
});

export const ReplayedCase = Type.Object({
  position: Type.Integer(), caseId: Id, number: Type.String(), itemName: Type.String(), situationName: Type.String(), submittedAt: DateTime,
  result: Code(replayResults), resultLabel: Type.String(), reason: Nullable(Type.String()),
  /** It was ended early or is under way, so that only what it did so far is compared. */
  partial: Type.Boolean(), before: Type.String(), after: Type.String(), added: Type.Array(Type.String()), dropped: Type.Array(Type.String()),
  beforeSeconds: Type.Integer(), afterSeconds: Type.Integer(), flows: Type.Array(Type.String()), visits: Type.Array(Visit),
  pastVisits: Type.Array(Type.Object({ name: Type.String(), node: Nullable(Type.String({ description: 'in the tried process' })), seconds: Nullable(Type.Integer()), result: Values, returned: Type.Boolean() })),
  /** Which departments would review it jointly; null where the process has no joint review. */
  split: Nullable(Dispatch),
  /** What could not be known of the case, in words. */
  unsure: Type.Array(Type.String()),
  abilities: Type.Object({ open: Type.Boolean() }),
});
export type ReplayedCase = Static<typeof ReplayedCase>;

export const planReplay = defineOperation({
  id: 'replays.plan-replay', method: 'POST', path: '/api/v1/process-replays/plan', permission, summary: '用办过的件试算流程之前：选中多少件、每个环节有多少记录',
  body: Type.Object({ ...Target, cases: Cases, nodeMap: Type.Array(Pairing, { maxItems: 200 }) }), response: ReplayPlan,
});

export const startReplay = defineOperation({
  id: 'replays.start-replay', method: 'POST', path: '/api/v1/process-replays', permission, status: 201, idempotent: true,
  summary: '用办过的件试算流程：每一件会走哪条路、在哪里卡住、用多少时间；不改变任何办件',
  body: Type.Object({ ...Target, cases: Cases, nodeMap: Type.Array(Pairing, { maxItems: 200 }), assumptions: Type.Array(Assumption, { maxItems: 200 }) }), response: ReplaySummary,
});

export const listReplays = defineOperation({
  id: 'replays.list-replays', method: 'GET', path: '/api/v1/process-replays', permission, summary: '本人对一个流程的试算，新的在前',
  query: Type.Object({ processKey: Text(60, { minLength: 2 }) }), response: Type.Object({ items: Type.Array(ReplaySummary) }),
});

const replayParams = Type.Object({ replayId: Id });

export const getReplay = defineOperation({
  id: 'replays.get-replay', method: 'GET', path: '/api/v1/process-replays/:replayId', permission, summary: '一次试算的进度和结果', params: replayParams, response: Replay,
});

export const listReplayedCases = defineOperation({
  id: 'replays.list-cases', method: 'GET', path: '/api/v1/process-replays/:replayId/cases', permission, summary: '试算的逐件结果；不含申请人信息', params: replayParams,
  query: Type.Object({
    ...PageQuery.properties, result: Type.Optional(Code(replayResults)), group: Type.Optional(Type.Integer({ minimum: 0 })),
    /** A step that the case comes to, or a flow that it goes along. */
    element: Type.Optional(Text(200, { minLength: 1 })), position: Type.Optional(Type.Integer({ minimum: 0 })),
  }),
  response: PageOf(ReplayedCase),
});

export const stopReplay = defineOperation({
  id: 'replays.stop-replay', method: 'POST', path: '/api/v1/process-replays/:replayId/stop', permission, summary: '停止试算；已经算出的保留', params: replayParams, response: ReplaySummary,
});
