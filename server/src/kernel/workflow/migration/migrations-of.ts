import type { Selectable } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import type { Context } from '../../context.ts';
import { cursorId, decodeCursor, pageOf, tablesOf } from '../../db/index.ts';
import { fail } from '../errors.ts';
import type { listMigratedCases as casesOperation, listMigrations as listOperation, MigratedCase, Migration, MigrationResult, MigrationState } from '../migration.contract.ts';
import type { WorkflowTables } from '../tables.ts';
import { requireProcess } from './route.ts';

export type MigrationRecord = Selectable<WorkflowTables['workflow.migration']>;
type Row = MigrationRecord & { fromVersion: number; toVersion: number };

const stateLabels: Readonly<Record<MigrationState, string>> = { running: '正在迁移', stopped: '已停止', done: '已完成' };
const resultLabels: Readonly<Record<MigrationResult, string>> = { moved: '已迁移', refused: '不能迁移', failed: '出错' };

function select(ctx: Context) {
  return tablesOf<WorkflowTables>(ctx.kernel.db).selectFrom('workflow.migration as m').innerJoin('workflow.definition as f', 'f.id', 'm.fromId').innerJoin('workflow.definition as t', 't.id', 'm.toId')
    .selectAll('m').select(['f.version as fromVersion', 't.version as toVersion']);
}

/** A migration of a process in the actor's scope. @throws workflow.migration-not-found */
export async function getMigrationRecord(ctx: Context, migrationId: string): Promise<Row> {
  const row = await select(ctx).where('m.id', '=', migrationId).executeTakeFirst();
  if (!row) throw fail('workflow.migration-not-found');
  await requireProcess(ctx, row.key);
  return row;
}

/** A migration with how far it has come. */
export async function getMigration(ctx: Context, migrationId: string): Promise<Migration> {
  const [migration] = await present(ctx, [await getMigrationRecord(ctx, migrationId)]);
  if (!migration) throw fail('workflow.migration-not-found');
  return migration;
}

/** Migrations of a process, the newest first. */
export async function listMigrations(ctx: Context, key: string, { limit = 20, cursor }: QueryOf<typeof listOperation>): Promise<Page<Migration>> {
  await requireProcess(ctx, key);
  const rows = await select(ctx).where('m.key', '=', key).$if(cursor !== undefined, (query) => query.where('m.id', '<', cursorId(decodeCursor(cursor ?? '', 1)[0])))
    .orderBy('m.id', 'desc').limit(limit + 1).execute();
  const { nextCursor, items } = pageOf(rows, limit, ({ id }) => [id], (row) => row);
  return { nextCursor, items: await present(ctx, items) };
}

/** One query for the counts of all of them. */
async function present(ctx: Context, rows: readonly Row[]): Promise<Migration[]> {
  if (rows.length === 0) return [];
  const counts = await tablesOf<WorkflowTables>(ctx.kernel.db).selectFrom('workflow.migrationCase').select(({ fn }) => ['migrationId', 'result', fn.countAll<number>().as('count')])
    .where('migrationId', 'in', rows.map(({ id }) => id)).groupBy(['migrationId', 'result']).execute();
  return rows.map(({ id, key, fromId, fromVersion, toId, toVersion, reason, state, total, startedAt, startedByName, endedAt }) => {
    const count = (result: MigrationResult): number => Number(counts.find((one) => one.migrationId === id && one.result === result)?.count ?? 0);
    return {
      migrationId: id, key, from: { definitionId: fromId, version: fromVersion }, to: { definitionId: toId, version: toVersion }, reason, state, stateLabel: stateLabels[state], total,
      moved: count('moved'), refused: count('refused'), failed: count('failed'), startedAt: startedAt.toISOString(), startedByName, endedAt: endedAt?.toISOString() ?? null,
      abilities: { stop: state === 'running' },
    };
  });
}

/** What became of each case, in the order in which they were looked at. */
export async function listMigratedCases(ctx: Context, migrationId: string, { limit = 20, cursor, result }: QueryOf<typeof casesOperation>): Promise<Page<MigratedCase>> {
  await getMigrationRecord(ctx, migrationId);
  const rows = await tablesOf<WorkflowTables>(ctx.kernel.db).selectFrom('workflow.migrationCase').selectAll().where('migrationId', '=', migrationId)
    .$if(result !== undefined, (query) => query.where('result', '=', result ?? 'moved'))
    .$if(cursor !== undefined, (query) => query.where('instanceId', '>', cursorId(decodeCursor(cursor ?? '', 1)[0])))
    .orderBy('instanceId').limit(limit + 1).execute();
  return pageOf(rows, limit, ({ instanceId }) => [instanceId], ({ instanceId, subjectType, subjectId, subjectNumber, subjectTitle, result: how, stood, stands, reason, at }) => ({
    instanceId, subjectType, subjectId, number: subjectNumber, title: subjectTitle, result: how, resultLabel: resultLabels[how], stood, stands, reason, at: at.toISOString(),
  }));
}
