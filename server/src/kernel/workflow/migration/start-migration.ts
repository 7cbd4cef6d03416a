import type { BodyOf } from '@tongban/contract-kit';
import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { createId, writesFor, WriteBatch } from '../../db/index.ts';
import { enqueueJob } from '../../jobs/index.ts';
import { fail } from '../errors.ts';
import type { Migration, startMigration as operation } from '../migration.contract.ts';
import type { WorkflowTables } from '../tables.ts';
import { getMigration, getMigrationRecord } from './migrations-of.ts';
import { getRoute } from './route.ts';
import { countRunning } from './running.ts';

export const migrateCases = 'workflow.migrate-cases';

/**
 * Begins to take the cases under way by one version to another, each by itself in a job; what was moved cannot be moved
 * back by this (WFL-03). @throws workflow.migration-nothing, workflow.migration-running, workflow.migration-map-invalid
 */
export async function startMigration(ctx: Context, key: string, { reason, ...input }: BodyOf<typeof operation>): Promise<Migration> {
  const { from, to, nodeMap } = await getRoute(ctx, key, input);
  const total = await countRunning(ctx, from.id);
  if (total === 0) throw fail('workflow.migration-nothing');
  const id = createId();
  const batch = new WriteBatch().onViolation('migration_running', () => fail('workflow.migration-running'));
  writesFor<WorkflowTables>(batch).insert('workflow.migration', {
    id, key, fromId: from.id, toId: to.id, nodeMap, reason, state: 'running', total, startedAt: ctx.kernel.clock.now(), startedById: ctx.actor.id, startedByName: ctx.actor.name, endedAt: null,
  });
  recordAudit(ctx, batch, { action: 'workflow.start-migration', objectType: 'process-migration', objectId: id, detail: { key, from: from.version, to: to.version, total, reason } });
  enqueueJob(batch, migrateCases, { migrationId: id }, { key: `${migrateCases} ${id}` });
  await commit(ctx, batch);
  return getMigration(ctx, id);
}

/** Ends a migration early; cases that were moved stay where they are. @throws workflow.migration-over */
export async function stopMigration(ctx: Context, migrationId: string): Promise<Migration> {
  const { key } = await getMigrationRecord(ctx, migrationId);
  const batch = new WriteBatch();
  writesFor<WorkflowTables>(batch).update('workflow.migration', { state: 'stopped', endedAt: ctx.kernel.clock.now() }, { id: migrationId, state: 'running' },
    { expected: 1, otherwise: () => fail('workflow.migration-over') });
  recordAudit(ctx, batch, { action: 'workflow.stop-migration', objectType: 'process-migration', objectId: migrationId, detail: { key } });
  await commit(ctx, batch);
  return getMigration(ctx, migrationId);
}
