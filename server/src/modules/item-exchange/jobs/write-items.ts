import { covers, systemActor } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { enqueueJob } from '../../../kernel/jobs/index.ts';
import { takeTurns } from '../../../kernel/turns.ts';
import { addIncoming, findStandingItems, forgetAnswers, planIncoming, type WritablePlan, type WrittenItem } from '../../catalog/index.ts';
import { fail } from '../errors.ts';
import { findImportRecord, type ImportRecord } from '../queries/get-import.ts';
import type { RowRecord } from '../queries/list-imports.ts';
import type { ItemExchangeTables } from '../tables.ts';
import { takeBackJobName } from './job-names.ts';
import { addDifferences } from './keep-differences.ts';

const rowsTogether = 100;

/** Writes the rows of a started import, some at a time; what was written is marked with it, so that it goes on after a crash. */
export async function writeImportedItems(ctx: Context, importId: string): Promise<void> {
  const record = await findImportRecord(ctx, importId);
  if (record?.state !== 'running') return;
  const acting = actingFor(ctx, record);
  const progress = { processed: record.processed, written: record.written, failed: record.failed };
  for (let rows = await nextRows(ctx, importId, 0); rows.length > 0; rows = await nextRows(ctx, importId, rows.at(-1)?.number ?? 0)) {
    if (!await writeTogether(acting, record, rows, progress)) return;
    if (progress.failed > 0 && record.strategy === 'all-or-nothing') return takeAllBack(ctx, record);
  }
  forgetAnswers(ctx.kernel);
  const batch = new WriteBatch();
  writesFor<ItemExchangeTables>(batch).update('itemExchange.import', { state: 'finished', finishedAt: ctx.kernel.clock.now(), revision: record.revision + 1 }, { id: importId, state: 'running' });
  recordAudit(acting, batch, { action: 'item-exchange.finish-import', objectType: 'item-import', objectId: importId, detail: { ...progress } });
  await commit(ctx, batch);
}

/** The job writes in the name of whoever started it. */
function actingFor(ctx: Context, { startedById, startedByName }: ImportRecord): Context {
  return { ...ctx, actor: systemActor(startedById ?? ctx.actor.id, startedByName ?? ctx.actor.name) };
}

async function nextRows(ctx: Context, importId: string, after: number): Promise<RowRecord[]> {
  return tablesOf<ItemExchangeTables>(ctx.kernel.db).selectFrom('itemExchange.importRow').selectAll().where('importId', '=', importId)
    .where('verdict', 'in', ['new', 'changed', 'differs']).where('outcome', 'is', null).where('number', '>', after).orderBy('number').limit(rowsTogether).execute();
}

interface Progress { processed: number; written: number; failed: number }

/** Writes rows in one statement, or one by one when somebody was faster with one of them; false when the import was stopped. */
async function writeTogether(ctx: Context, record: ImportRecord, rows: readonly RowRecord[], progress: Progress): Promise<boolean> {
  try {
    await writeRows(ctx, record, rows, progress);
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'item-exchange.stale') return false;
    if (rows.length > 1) {
      for (const row of rows) if (!await writeTogether(ctx, record, [row], progress)) return false;
      return true;
    }
    return markFailed(ctx, record, rows, progress, `${error.title}。${error.detail ?? ''}`);
  }
}

async function markFailed(ctx: Context, record: ImportRecord, rows: readonly RowRecord[], progress: Progress, reason: string): Promise<boolean> {
  const batch = new WriteBatch();
  progress.failed += rows.length;
  progress.processed += rows.length;
  writesFor<ItemExchangeTables>(batch).updateEach('itemExchange.importRow', rows.map(({ number }) => ({ importId: record.id, number, outcome: 'failed' as const, outcomeReason: reason })), ['importId', 'number']);
  addProgress(batch, record, progress);
  return commit(ctx, batch).then(() => true, (error: unknown) => {
    if (error instanceof AppError && error.code === 'item-exchange.stale') return false;
    throw error;
  });
}

function addProgress(batch: WriteBatch, { id }: ImportRecord, progress: Progress): void {
  writesFor<ItemExchangeTables>(batch).update('itemExchange.import', { ...progress }, { id, state: 'running' }, { expected: 1, otherwise: () => fail('item-exchange.stale') });
}

interface Planned { readonly row: RowRecord; readonly plan: WritablePlan }

async function writeRows(ctx: Context, record: ImportRecord, rows: readonly RowRecord[], progress: Progress): Promise<void> {
  const planned = await planAgain(ctx, record, rows);
  const batch = new WriteBatch();
  const publishable = ({ plan }: Planned): boolean => record.publish && inScope(ctx, record.scopes.publish, plan);
  const toWrite = planned.filter(({ plan }) => plan.verdict === 'new' || plan.verdict === 'changed');
  const written = [
    ...await addIncoming(ctx, batch, toWrite.filter(publishable).map(({ plan }) => plan), { publish: true }),
    ...await addIncoming(ctx, batch, toWrite.filter((one) => !publishable(one)).map(({ plan }) => plan), { publish: false }),
  ];
  const writtenOf = new Map(written.map((one) => [one.localTaskCode, one]));
  await addDifferences(ctx, batch, record, planned.flatMap(({ row, plan }) => (plan.standing && plan.differences.length > 0 ? [{ row, plan, standing: plan.standing }] : [])));
  writesFor<ItemExchangeTables>(batch).updateEach('itemExchange.importRow', planned.map((one) => outcomeOf(record.id, one, writtenOf.get(one.row.code))), ['importId', 'number']);
  const next = { processed: progress.processed + rows.length, written: progress.written + written.length, failed: progress.failed };
  addProgress(batch, record, next);
  await commit(ctx, batch);
  Object.assign(progress, next);
}

/** Plans the rows against what stands now, which may have changed since the preview. */
async function planAgain(ctx: Context, record: ImportRecord, rows: readonly RowRecord[]): Promise<Planned[]> {
  const standing = await findStandingItems(ctx, rows.map(({ code }) => code));
  const turn = takeTurns();
  const planned: Planned[] = [];
  for (const row of rows) {
    await turn();
    if (!row.said) continue;
    const { organizationPath, ...said } = row.said;
    const item = standing.get(row.code);
    const plan = { ...planIncoming({ localTaskCode: row.code, ...said }, item), organizationPath: organizationPath ?? item?.organizationPath ?? '' };
    if (!inScope(ctx, record.scopes.edit, plan) || (item && !covers(record.scopes.edit, ctx.actor, item))) throw fail('item-exchange.out-of-scope');
    planned.push({ row, plan });
  }
  return planned;
}

function inScope(ctx: Context, scope: ImportRecord['scopes']['publish'], { organizationPath, elements }: WritablePlan): boolean {
  return scope !== null && covers(scope, ctx.actor, { organizationPath, regionCode: elements.regionCode });
}

function outcomeOf(importId: string, { row, plan }: Planned, written: WrittenItem | undefined) {
  return {
    importId, number: row.number, outcome: written ? 'written' as const : null, itemId: written?.itemId ?? plan.standing?.id ?? null, versionId: written?.versionId ?? null,
    written: written ?? null, changes: [...plan.changes], differences: [...plan.differences],
    outcomeReason: written ? null : plan.differences.length > 0 ? '与平台内容不同，已列入差异清单。' : '与平台内容一致，无需写入。',
  };
}

async function takeAllBack(ctx: Context, { id, revision }: ImportRecord): Promise<void> {
  const batch = new WriteBatch();
  writesFor<ItemExchangeTables>(batch).update('itemExchange.import', { state: 'undoing', processed: 0, revision: revision + 1 }, { id, state: 'running' });
  enqueueJob(batch, takeBackJobName, { importId: id }, { key: `${takeBackJobName}:${id}` });
  await commit(ctx, batch);
}

