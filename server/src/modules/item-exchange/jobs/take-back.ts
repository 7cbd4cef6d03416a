import { systemActor } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { addUndo, forgetAnswers, planUndo, type WrittenItem } from '../../catalog/index.ts';
import { findImportRecord, type ImportRecord } from '../queries/get-import.ts';
import type { ItemExchangeTables } from '../tables.ts';

const rowsTogether = 100;

type Kept = { importId: string; number: number; outcome: 'kept'; outcomeReason: string };

/** Takes back what an import has written, the last rows first; what somebody changed since stays and is named. */
export async function takeImportBack(ctx: Context, importId: string): Promise<void> {
  const record = await findImportRecord(ctx, importId);
  if (record?.state !== 'undoing') return;
  const acting = { ...ctx, actor: systemActor(record.startedById ?? ctx.actor.id, record.startedByName ?? ctx.actor.name) };
  const progress = { undone: record.undone, kept: record.kept };
  for (let rows = await nextRows(ctx, importId); rows.length > 0; rows = await nextRows(ctx, importId)) await takeTogether(acting, record, rows, progress);
  forgetAnswers(ctx.kernel);
  const batch = new WriteBatch();
  const writes = writesFor<ItemExchangeTables>(batch);
  writes.delete('itemExchange.difference', { importId, state: 'open' });
  writes.update('itemExchange.import', { state: 'undone', undoneAt: ctx.kernel.clock.now(), revision: record.revision + 1 }, { id: importId, state: 'undoing' });
  recordAudit(acting, batch, { action: 'item-exchange.finish-undo', objectType: 'item-import', objectId: importId, detail: { ...progress } });
  await commit(ctx, batch);
}

async function nextRows(ctx: Context, importId: string): Promise<{ number: number; written: WrittenItem }[]> {
  const rows = await tablesOf<ItemExchangeTables>(ctx.kernel.db).selectFrom('itemExchange.importRow').select(['number', 'written'])
    .where('importId', '=', importId).where('outcome', '=', 'written').orderBy('number', 'desc').limit(rowsTogether).execute();
  return rows.flatMap(({ number, written }) => (written ? [{ number, written }] : []));
}

async function takeTogether(ctx: Context, record: ImportRecord, rows: readonly { number: number; written: WrittenItem }[], progress: { undone: number; kept: number }): Promise<void> {
  try {
    await takeRows(ctx, record, rows, progress);
  } catch (error) {
    // Somebody was faster with one of them, or something hangs on it: find it and leave it.
    if (rows.length > 1) for (const row of rows) await takeTogether(ctx, record, [row], progress);
    else await keepRows(ctx, record, rows, progress, error);
  }
}

async function takeRows(ctx: Context, { id }: ImportRecord, rows: readonly { number: number; written: WrittenItem }[], progress: { undone: number; kept: number }): Promise<void> {
  const { undoable, kept } = await planUndo(ctx, rows.map(({ written }) => written));
  const reasonOf = new Map(kept.map(({ localTaskCode, reason }) => [localTaskCode, reason]));
  const batch = new WriteBatch();
  addUndo(ctx, batch, undoable);
  const writes = writesFor<ItemExchangeTables>(batch);
  writes.updateEach('itemExchange.importRow', rows.map(({ number, written }) => {
    const reason = reasonOf.get(written.localTaskCode);
    return { importId: id, number, outcome: reason === undefined ? 'undone' as const : 'kept' as const, outcomeReason: reason ?? null };
  }), ['importId', 'number']);
  const next = { undone: progress.undone + undoable.length, kept: progress.kept + kept.length };
  writes.update('itemExchange.import', { ...next, processed: next.undone + next.kept }, { id });
  await commit(ctx, batch);
  Object.assign(progress, next);
}

async function keepRows(ctx: Context, { id }: ImportRecord, rows: readonly { number: number }[], progress: { undone: number; kept: number }, error: unknown): Promise<void> {
  ctx.kernel.log.warn({ importId: id, error: error instanceof Error ? error.message : String(error) }, 'an imported item could not be taken back');
  const batch = new WriteBatch();
  const writes = writesFor<ItemExchangeTables>(batch);
  writes.updateEach('itemExchange.importRow', rows.map(({ number }): Kept => ({ importId: id, number, outcome: 'kept', outcomeReason: '撤销时有人正在修改，或已有其他内容引用它，已保留。' })), ['importId', 'number']);
  const next = { undone: progress.undone, kept: progress.kept + rows.length };
  writes.update('itemExchange.import', { ...next, processed: next.undone + next.kept }, { id });
  await commit(ctx, batch);
  Object.assign(progress, next);
}
