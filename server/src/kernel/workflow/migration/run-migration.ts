import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { findRow, readRowsAlone, tablesOf, writesFor, WriteBatch } from '../../db/index.ts';
import { AppError } from '../../errors/index.ts';
import type { JobDefinition } from '../../jobs/index.ts';
import { getDefinition } from '../definitions/find-definition.ts';
import { moveInstance } from '../engine/move-instance.ts';
import { openUnit, type InstanceRow } from '../engine/unit.ts';
import { writeUnit } from '../engine/write-unit.ts';
import { stationsOf } from '../interpreter/index.ts';
import type { WorkflowTables } from '../tables.ts';
import type { MigrationRecord } from './migrations-of.ts';
import { nameOf, type Route } from './route.ts';
import { migrateCases } from './start-migration.ts';
import { reasonOf } from './try-migration.ts';

const step = 50;
/** How often a case is tried again that somebody is working on at that moment. */
const mostTries = 3;

// Only what was under way when it was started, and has not been looked at yet: after a crash it goes on where it was.
const next = `
SELECT i.* FROM workflow.instance i
WHERE i.definition_id = $1 AND i.status IN ('running', 'suspended') AND i.started_at <= $3
  AND NOT EXISTS (SELECT FROM workflow.migration_case c WHERE c.migration_id = $2 AND c.instance_id = i.id)
ORDER BY i.id LIMIT $4`;

/** Takes one case after the other to the other version, each in its own transaction with its result, until none is left or it is stopped. */
export async function runMigration(ctx: Context, migrationId: string): Promise<void> {
  for (;;) {
    const migration = await tablesOf<WorkflowTables>(ctx.kernel.db).selectFrom('workflow.migration').selectAll().where('id', '=', migrationId).executeTakeFirst();
    if (migration?.state !== 'running') return;
    const route: Route = { from: await getDefinition(ctx.kernel, migration.fromId), to: await getDefinition(ctx.kernel, migration.toId), nodeMap: migration.nodeMap };
    const rows = await readRowsAlone<InstanceRow>(ctx.kernel.db, next, [migration.fromId, migrationId, migration.startedAt, step]);
    for (const row of rows) await moveCase(ctx, migration, route, row);
    if (rows.length < step) return finish(ctx, migrationId);
  }
}

async function finish(ctx: Context, migrationId: string): Promise<void> {
  const batch = new WriteBatch();
  writesFor<WorkflowTables>(batch).update('workflow.migration', { state: 'done', endedAt: ctx.kernel.clock.now() }, { id: migrationId, state: 'running' });
  await commit(ctx, batch);
}

async function moveCase(ctx: Context, migration: MigrationRecord, route: Route, first: InstanceRow): Promise<void> {
  let row: InstanceRow | undefined = first;
  for (let tries = 1; row !== undefined; tries += 1) {
    try {
      return await move(ctx, migration, route, row);
    } catch (error) {
      const stale = error instanceof AppError && error.code === 'workflow.stale';
      if (!stale || tries >= mostTries) return refuse(ctx, migration, route, row, error);
      row = await findRow<InstanceRow>(ctx.kernel.db, `SELECT * FROM workflow.instance WHERE id = $1 AND definition_id = $2 AND status IN ('running', 'suspended')`, [first.id, migration.fromId]);
    }
  }
}

async function move(ctx: Context, migration: MigrationRecord, { from, to, nodeMap }: Route, row: InstanceRow): Promise<void> {
  const unit = await openUnit(ctx);
  const moved = await moveInstance(unit, row, to, nodeMap);
  const batch = new WriteBatch();
  writeUnit(unit, batch, moved);
  addResult(ctx, batch, migration, row, { result: 'moved', stood: stationNames(from, row), stands: stationNames(to, moved.row), reason: null });
  recordAudit(ctx, batch, {
    action: 'workflow.migrate-case', objectType: row.subjectType, objectId: row.subjectId,
    detail: { migrationId: migration.id, from: from.version, to: to.version, startedBy: migration.startedByName },
  });
  await commit(ctx, batch);
}

async function refuse(ctx: Context, migration: MigrationRecord, { from }: Route, row: InstanceRow, error: unknown): Promise<void> {
  const known = error instanceof AppError;
  if (!known) ctx.kernel.log.error({ err: error, migrationId: migration.id, instanceId: row.id }, 'a case could not be migrated');
  const batch = new WriteBatch();
  addResult(ctx, batch, migration, row, {
    result: known ? 'refused' : 'failed', stood: stationNames(from, row), stands: null, reason: known ? reasonOf(error, from.model) : '系统出错，这件没有变化。请把迁移编号告诉运维人员。',
  });
  await commit(ctx, batch);
}

function stationNames({ model }: Route['from'], { state }: InstanceRow): string {
  return stationsOf(state).map((node) => nameOf(model, node)).join('、');
}

type Result = Pick<WorkflowTables['workflow.migrationCase'], 'result' | 'stood' | 'stands' | 'reason'>;

function addResult(ctx: Context, batch: WriteBatch, { id }: MigrationRecord, row: InstanceRow, result: Result): void {
  writesFor<WorkflowTables>(batch).insert('workflow.migrationCase', {
    migrationId: id, instanceId: row.id, subjectType: row.subjectType, subjectId: row.subjectId, subjectNumber: row.subjectNumber, subjectTitle: row.subjectTitle, ...result, at: ctx.kernel.clock.now(),
  });
}

export const migrateCasesJob: JobDefinition = {
  name: migrateCases, label: '迁移流程的在办件',
  handle: async (ctx, payload) => runMigration(ctx, (payload as { migrationId: string }).migrationId),
};
