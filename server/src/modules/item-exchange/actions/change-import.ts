import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { fail as kernelFail } from '../../../kernel/errors/kernel-errors.ts';
import { enqueueJob } from '../../../kernel/jobs/index.ts';
import type { ImportStrategy } from '../contract.ts';
import { fail } from '../errors.ts';
import { takeBackJobName, writeItemsJobName } from '../jobs/job-names.ts';
import { findImportRecord, getImportRecord, type ImportRecord } from '../queries/get-import.ts';
import { findNextState, stateLabels, type ImportAction, type ImportState } from '../states.ts';
import type { ItemExchangeTables } from '../tables.ts';
import { scopesOf } from './upload-import.ts';
import type { Updateable } from 'kysely';

const actionLabels: Partial<Record<ImportAction, string>> = { run: '开始导入', discard: '放弃', cancel: '中止', undo: '撤销' };

function requireNext({ state }: ImportRecord, action: ImportAction): ImportState {
  const next = findNextState(state, action);
  if (next === undefined) throw fail('item-exchange.state-refused', { state: stateLabels[state], action: actionLabels[action] ?? action });
  return next;
}

async function change(
  ctx: Context, record: ImportRecord, revision: number, set: Updateable<ItemExchangeTables['itemExchange.import']>, audit: string, job?: string,
): Promise<ImportRecord> {
  const batch = new WriteBatch();
  writesFor<ItemExchangeTables>(batch).update('itemExchange.import', { ...set, revision: revision + 1 }, { id: record.id, revision, state: record.state },
    { expected: 1, otherwise: () => fail('item-exchange.stale') });
  if (job !== undefined) enqueueJob(batch, job, { importId: record.id });
  recordAudit(ctx, batch, { action: `item-exchange.${audit}`, objectType: 'item-import', objectId: record.id, detail: { ...(set.strategy ? { strategy: set.strategy, publish: set.publish } : {}) } });
  await commit(ctx, batch);
  return (await findImportRecord(ctx, record.id)) ?? record;
}

/**
 * Starts writing. All or nothing means that one faulty row keeps the whole file out; otherwise faulty rows are skipped.
 * @throws item-exchange.has-refused, nothing-to-write, kernel.forbidden without the right to publish
 */
export async function runImport(ctx: Context, importId: string, run: { revision: number; strategy: ImportStrategy; publish: boolean }): Promise<ImportRecord> {
  const record = await getImportRecord(ctx, importId);
  const state = requireNext(record, 'run');
  if (run.strategy === 'all-or-nothing' && record.refusedCount > 0) throw fail('item-exchange.has-refused', { count: record.refusedCount });
  if (record.newCount + record.changedCount + record.differsCount === 0) throw fail('item-exchange.nothing-to-write');
  const scopes = scopesOf(ctx);
  if (run.publish && !scopes.publish) throw kernelFail('kernel.forbidden', { permission: 'catalog.item.publish' });
  return change(ctx, record, run.revision, {
    state, strategy: run.strategy, publish: run.publish, scopes, processed: 0, startedAt: ctx.kernel.clock.now(), startedById: ctx.actor.id, startedByName: ctx.actor.name,
  }, 'run-import', writeItemsJobName);
}

/** Stops an import: what is written stays and can be undone; of one that is all or nothing it is taken back at once. */
export async function cancelImport(ctx: Context, importId: string): Promise<ImportRecord> {
  const record = await getImportRecord(ctx, importId);
  const whole = record.strategy === 'all-or-nothing';
  const state = requireNext(record, whole && record.state === 'running' ? 'undo' : 'cancel');
  // Progress raises no revision, so the one just read is the one to change.
  return change(ctx, record, record.revision, { state, ...(whole ? { processed: 0 } : { finishedAt: ctx.kernel.clock.now() }) }, 'cancel-import', whole ? takeBackJobName : undefined);
}

/** Gives up an import that was not started. */
export async function discardImport(ctx: Context, importId: string, revision: number): Promise<ImportRecord> {
  const record = await getImportRecord(ctx, importId);
  return change(ctx, record, revision, { state: requireNext(record, 'discard') }, 'discard-import');
}

/** Takes a finished import back; what somebody changed since stays and is named. */
export async function undoImport(ctx: Context, importId: string, revision: number): Promise<ImportRecord> {
  const record = await getImportRecord(ctx, importId);
  if (record.state === 'running') throw fail('item-exchange.state-refused', { state: stateLabels.running, action: '撤销，请先中止' });
  return change(ctx, record, revision, { state: requireNext(record, 'undo'), processed: 0 }, 'undo-import', takeBackJobName);
}
