import { Code, DateOnly, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type ResponseOf, type Static } from '@tongban/contract-kit';
import { ExplainedDecision } from '../../kernel/rules/contract.ts';
import { dispatchKinds, dispatchOutcomes, dispatchReasons } from './vocabulary.contract.ts';

export {
  decisionOf, dispatchFacts, dispatchKindLabels, dispatchKinds, dispatchMethods, dispatchOutcomeLabels, dispatchOutcomes, dispatchReasons, kindOfCode, reasonMends, ruleSetPrefix,
  type DispatchFact, type DispatchKind, type DispatchOutcome, type DispatchReason,
} from './vocabulary.contract.ts';

const Kind = Code(dispatchKinds);

/** Where rules name what is not there, so that it is mended before a case shows it. */
export const RuleTargetProblem = Type.Object({ version: Code(['published', 'draft'] as const), row: Nullable(Type.Integer()), message: Type.String(), mend: Type.String() });
export type RuleTargetProblem = Static<typeof RuleTargetProblem>;

const VersionMark = Type.Object({ versionId: Id, number: Type.Integer(), at: DateTime, byName: Type.String() });

export const DispatchRuleSet = Type.Object({
  ruleSetId: Id, code: Type.String(), name: Type.String(), description: Type.String(), kind: Kind, kindLabel: Type.String(),
  /** The organisation it belongs to, whose items and those of the organisations below it it dispatches; null for all. */
  organizationName: Nullable(Type.String()),
  published: Nullable(VersionMark), draft: Nullable(VersionMark),
  /** Stopped by hand: cases go as the process says. */
  halted: Nullable(Type.Object({ at: DateTime, byName: Type.String(), reason: Type.String() })),
  problems: Type.Array(RuleTargetProblem),
  /** In the last 30 days: followed, and could not be followed. */
  followed: Type.Integer(), failed: Type.Integer(),
  abilities: Type.Object({ edit: Type.Boolean(), halt: Type.Boolean() }),
});
export type DispatchRuleSet = Static<typeof DispatchRuleSet>;

const viewRules = 'dispatch.rule-set.view';
const viewRecords = 'dispatch.record.view';
const ruleSetParams = Type.Object({ ruleSetId: Id });
const Reason = Text(500, { minLength: 2 });

export const listDispatchRuleSets = defineOperation({
  id: 'dispatch.list-rule-sets', method: 'GET', path: '/api/v1/dispatch/rule-sets', permission: viewRules, summary: '业务分发规则：现行版本、草稿、写错的去向、近 30 天的使用',
  query: Type.Object({ kind: Type.Optional(Kind) }), response: Type.Object({ items: Type.Array(DispatchRuleSet) }),
});

export const createDispatchRuleSet = defineOperation({
  id: 'dispatch.create-rule-set', method: 'POST', path: '/api/v1/dispatch/rule-sets', permission: 'rules.rule-set.edit', status: 201, idempotent: true,
  summary: '新建分发规则：带好数据列和结果列的草稿，在决策表编辑器里继续',
  body: Type.Object({ kind: Kind, suffix: Text(40, { minLength: 2, pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' }), name: Text(100, { minLength: 2 }), description: Text(1_000) }),
  response: Type.Object({ ruleSetId: Id, versionId: Id, code: Type.String() }),
});

export const haltDispatchRuleSet = defineOperation({
  id: 'dispatch.halt-rule-set', method: 'POST', path: '/api/v1/dispatch/rule-sets/:ruleSetId/halt', permission: 'dispatch.rule-set.halt', status: 204,
  summary: '停用分发规则：一分钟内按流程办理', params: ruleSetParams, body: Type.Object({ reason: Reason }),
});

export const resumeDispatchRuleSet = defineOperation({
  id: 'dispatch.resume-rule-set', method: 'POST', path: '/api/v1/dispatch/rule-sets/:ruleSetId/resume', permission: 'dispatch.rule-set.halt', status: 204,
  summary: '重新启用分发规则', params: ruleSetParams,
});

export const DispatchRecord = Type.Object({
  id: Id, caseId: Id, caseNumber: Type.String(), itemName: Type.String(), organizationName: Type.String(),
  kind: Kind, kindLabel: Type.String(), taskId: Nullable(Id), taskName: Type.String(), sequence: Type.Integer(),
  outcome: Code(dispatchOutcomes), outcomeLabel: Type.String(),
  /** Where it went, in words. */
  target: Type.String(),
  reasonCode: Nullable(Code(dispatchReasons)), reason: Nullable(Type.String()), mend: Nullable(Type.String()),
  rule: Nullable(Type.Object({ ruleSetId: Id, name: Type.String(), versionId: Id, number: Type.Integer(), rows: Type.Array(Type.Integer()), note: Nullable(Type.String()) })),
  at: DateTime, byName: Nullable(Type.String()),
  /** Of its task now: waiting 待签收, taken 办理中, done 已办, cancelled 已取消; null for a split. */
  state: Nullable(Code(['waiting', 'taken', 'done', 'cancelled'] as const)), handlerName: Nullable(Type.String()), dueOn: Nullable(DateOnly), overdue: Type.Boolean(),
  abilities: Type.Object({ redispatch: Type.Boolean() }),
});
export type DispatchRecord = Static<typeof DispatchRecord>;

export const listDispatchRecords = defineOperation({
  id: 'dispatch.list-records', method: 'GET', path: '/api/v1/dispatch/records', permission: viewRecords, summary: '分发记录：每个环节现在分发到哪里、依据哪条规则，最新的在前',
  query: Type.Object({
    ...PageQuery.properties, q: Type.Optional(Text(100)), kind: Type.Optional(Kind), outcome: Type.Optional(Code(dispatchOutcomes)), open: Type.Optional(Type.Boolean()),
    ruleSetId: Type.Optional(Id), targetOrganizationId: Type.Optional(Id), targetPostCode: Type.Optional(Text(40)), from: Type.Optional(DateOnly), to: Type.Optional(DateOnly),
  }),
  response: PageOf(DispatchRecord),
});

export const getDispatchRecord = defineOperation({
  id: 'dispatch.get-record', method: 'GET', path: '/api/v1/dispatch/records/:recordId', permission: viewRecords, summary: '一条分发记录：规则的命中解释，这个环节前后的改派',
  params: Type.Object({ recordId: Id }),
  response: Type.Object({
    record: DispatchRecord, explanation: Nullable(Type.Array(ExplainedDecision)),
    history: Type.Array(Type.Object({ id: Id, at: DateTime, outcomeLabel: Type.String(), target: Type.String(), byName: Nullable(Type.String()), reason: Nullable(Type.String()) })),
  }),
});
export type DispatchDetail = ResponseOf<typeof getDispatchRecord>;

const Waiting = Type.Object({
  organizationId: Nullable(Id), organizationName: Type.String(), postCode: Nullable(Type.String()), postName: Type.String(),
  waiting: Type.Integer({ description: '还没有人签收' }), taken: Type.Integer({ description: '已签收，办理中' }), overdue: Type.Integer(), oldestAt: Nullable(DateTime),
});
export type DispatchWaiting = Static<typeof Waiting>;

export const getDispatchOverview = defineOperation({
  id: 'dispatch.get-overview', method: 'GET', path: '/api/v1/dispatch/overview', permission: viewRecords, summary: '分发监控：各去向的数量，各机构岗位的待办，逐日的分发、办结和积压，各规则版本的使用',
  query: Type.Object({ from: DateOnly, to: DateOnly }),
  response: Type.Object({
    at: DateTime, outcomes: Type.Array(Type.Object({ outcome: Code(dispatchOutcomes), label: Type.String(), count: Type.Integer() })),
    waiting: Type.Array(Waiting),
    days: Type.Array(Type.Object({ day: DateOnly, arrived: Type.Integer(), done: Type.Integer(), waiting: Type.Integer({ description: '当日终了时没有办完的' }) })),
    rules: Type.Array(Type.Object({
      ruleSetId: Id, name: Type.String(), kindLabel: Type.String(), number: Type.Integer(), followed: Type.Integer(), failed: Type.Integer(),
    })),
  }),
});
export type DispatchOverview = ResponseOf<typeof getDispatchOverview>;

export const redispatchTasks = defineOperation({
  id: 'dispatch.redispatch-tasks', method: 'POST', path: '/api/v1/dispatch/redispatches', permission: 'dispatch.task.redispatch', summary: '改派待办：逐件给出结果；每件说明看到的是第几次分发，别人已经改派的不再改',
  body: Type.Object({
    tasks: Type.Array(Type.Object({ taskId: Id, sequence: Type.Integer({ minimum: 0 }) }), { minItems: 1, maxItems: 100 }),
    to: Type.Object({ organizationId: Type.Optional(Id), postCode: Type.Optional(Text(40, { minLength: 1 })), staffId: Type.Optional(Id) }), reason: Reason,
  }),
  response: Type.Object({
    done: Type.Integer(), failed: Type.Integer(),
    results: Type.Array(Type.Object({ taskId: Id, ok: Type.Boolean(), target: Nullable(Type.String()), code: Nullable(Type.String()), message: Nullable(Type.String()) })),
  }),
});
export type Redispatched = ResponseOf<typeof redispatchTasks>;
