import { Code, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { processKeyPattern } from './definition.contract.ts';

/** running 正在迁移, stopped 已停止, done 已完成. */
export const migrationStates = ['running', 'stopped', 'done'] as const;
export type MigrationState = (typeof migrationStates)[number];
/** moved 已迁移, refused 不能迁移 (the reason says why), failed 出错. */
export const migrationResults = ['moved', 'refused', 'failed'] as const;
export type MigrationResult = (typeof migrationResults)[number];

/** How many cases a trial looks at; the rest are judged one by one when the migration runs. */
export const mostTried = 5_000;

const permission = 'workflow.instance.migrate';
const NodeId = Text(200, { minLength: 1 });
const NodeName = Type.Object({ node: Type.String(), name: Type.String() });

/** One pair of the node map: element of the older version → element of the newer one. */
const Pairing = Type.Object({ from: NodeId, to: NodeId });
const Route = {
  fromDefinitionId: Id, toDefinitionId: Id,
  /** Steps, and flows where a join's cannot be told apart; what is not named has no counterpart. */
  nodeMap: Type.Array(Pairing, { maxItems: 3_000 }),
};
const MigrationRoute = Type.Object(Route);
export type MigrationRoute = Static<typeof MigrationRoute>;

const Side = Type.Object({ definitionId: Id, version: Type.Integer() });

export const MigrationPlan = Type.Object({
  key: Type.String(), name: Type.String(), from: Side, to: Side,
  /** Cases under way by the older version. */
  running: Type.Integer(),
  /** Elements where cases stand or can stand: those with most cases first. */
  nodes: Type.Array(Type.Object({
    ...NodeName.properties, kind: Type.String(),
    /** Cases that stand here. */
    standing: Type.Integer(),
    /** What the platform takes for the same element, by id or by name. */
    suggested: Nullable(Type.String()), by: Nullable(Code(['id', 'name'] as const)),
    /** Elements of the same kind in the newer version. */
    options: Type.Array(NodeName),
  })),
  /** The suggested map as a whole, flows and boundary events included. */
  nodeMap: Type.Array(Pairing),
});
export type MigrationPlan = Static<typeof MigrationPlan>;

/** What would become of one case. */
export const TriedCase = Type.Object({
  instanceId: Id, subjectType: Type.String(), subjectId: Id, number: Type.String(), title: Type.String(),
  result: Code(['moves', 'refused'] as const), stands: Type.Array(NodeName), arrives: Type.Array(NodeName),
  /** Names of tasks that begin at once, e.g. behind a join that has all it needs now. */
  begins: Type.Array(Type.String()),
  reason: Nullable(Type.String()),
});
export type TriedCase = Static<typeof TriedCase>;

export const MigrationTrial = Type.Object({
  looked: Type.Integer(), running: Type.Integer(), moves: Type.Integer(), refused: Type.Integer(),
  groups: Type.Array(Type.Object({
    count: Type.Integer(), result: Code(['moves', 'refused'] as const), stands: Type.String(), arrives: Type.String(), begins: Type.String(), reason: Nullable(Type.String()),
  })),
});
export type MigrationTrial = Static<typeof MigrationTrial>;

export const Migration = Type.Object({
  migrationId: Id, key: Type.String(), from: Side, to: Side, reason: Type.String(), state: Code(migrationStates), stateLabel: Type.String(), total: Type.Integer(),
  moved: Type.Integer(), refused: Type.Integer(), failed: Type.Integer(),
  startedAt: DateTime, startedByName: Type.String(), endedAt: Nullable(DateTime), abilities: Type.Object({ stop: Type.Boolean() }),
});
export type Migration = Static<typeof Migration>;

export const MigratedCase = Type.Object({
  instanceId: Id, subjectType: Type.String(), subjectId: Id, number: Type.String(), title: Type.String(), result: Code(migrationResults), resultLabel: Type.String(),
  stood: Type.String(), stands: Nullable(Type.String()), reason: Nullable(Type.String()), at: DateTime,
});
export type MigratedCase = Static<typeof MigratedCase>;

const keyParams = Type.Object({ key: Text(60, { minLength: 2, pattern: processKeyPattern }) });
const migrationParams = Type.Object({ migrationId: Id });
const bodyLimit = 1_048_576;

export const planMigration = defineOperation({
  id: 'workflow.plan-migration', method: 'GET', path: '/api/v1/processes/:key/migration-plan', permission, params: keyParams,
  summary: '两个版本的环节怎样对应：建议的对应关系和每个环节上的在办件数', query: Type.Object({ fromDefinitionId: Id, toDefinitionId: Id }), response: MigrationPlan,
});

export const tryMigration = defineOperation({
  id: 'workflow.try-migration', method: 'POST', path: '/api/v1/processes/:key/migration-trial', permission, params: keyParams, bodyLimit,
  summary: '试算：按这个对应关系，在办件会怎样，不保存', body: MigrationRoute, response: MigrationTrial,
});

export const listTriedCases = defineOperation({
  id: 'workflow.list-tried-cases', method: 'POST', path: '/api/v1/processes/:key/migration-trial/cases', permission, params: keyParams, bodyLimit,
  summary: '试算：逐件会怎样，不保存', body: Type.Object({ ...Route, ...PageQuery.properties }), response: PageOf(TriedCase),
});

export const startMigration = defineOperation({
  id: 'workflow.start-migration', method: 'POST', path: '/api/v1/processes/:key/migrations', permission, params: keyParams, bodyLimit, status: 201, idempotent: true,
  summary: '开始迁移在办件；逐件进行，不能撤销', body: Type.Object({ ...Route, reason: Text(500, { minLength: 5 }) }), response: Migration,
});

export const listMigrations = defineOperation({
  id: 'workflow.list-migrations', method: 'GET', path: '/api/v1/processes/:key/migrations', permission, params: keyParams,
  summary: '一个流程的在办件迁移，新的在前', query: PageQuery, response: PageOf(Migration),
});

export const getMigration = defineOperation({
  id: 'workflow.get-migration', method: 'GET', path: '/api/v1/process-migrations/:migrationId', permission, params: migrationParams, summary: '一次迁移及其进度', response: Migration,
});

export const listMigratedCases = defineOperation({
  id: 'workflow.list-migrated-cases', method: 'GET', path: '/api/v1/process-migrations/:migrationId/cases', permission, params: migrationParams,
  summary: '一次迁移中逐件的结果', query: Type.Object({ ...PageQuery.properties, result: Type.Optional(Code(migrationResults)) }), response: PageOf(MigratedCase),
});

export const stopMigration = defineOperation({
  id: 'workflow.stop-migration', method: 'POST', path: '/api/v1/process-migrations/:migrationId/stop', permission, params: migrationParams,
  summary: '停止迁移：已迁移的不变，其余的不再迁移', response: Migration,
});
