import type { Selectable } from 'kysely';
import { systemActor } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { enqueueJob, type JobDefinition } from '../../../kernel/jobs/index.ts';
import { isSame, type BulkChange, type BulkOutcome, type BulkState, type ElementName, type ItemElements } from '../contract.ts';
import { discardDraft } from '../actions/discard-draft.ts';
import { announceSaved, startDraft } from '../actions/start-draft.ts';
import { beginChange, requireNextState, savedBy, type VersionReceipt } from '../actions/version-receipt.ts';
import { fail } from '../errors.ts';
import { requireUnlocked } from '../locked-elements.ts';
import { getItemRecord, getVersionRecord } from '../queries/get-version-record.ts';
import { openStates } from '../states.ts';
import type { CatalogTables } from '../tables.ts';
import { getBulkRow } from './read-bulk-change.ts';
import { planBulkValue } from './plan-bulk-value.ts';

type Change = Selectable<CatalogTables['catalog.bulkChange']>;
type Line = Selectable<CatalogTables['catalog.bulkChangeItem']>;

const jobName = 'catalog.run-bulk-change';
const atOnce = 50;

/** Lets the background carry out, or undo, what was prepared. @throws catalog.bulk-state, catalog.bulk-not-found for another's */
export async function beginBulkChange(ctx: Context, id: string, step: 'run' | 'undo'): Promise<void> {
  await getBulkRow(ctx, id);
  const [from, to, action]: [BulkState, BulkState, string] = step === 'run' ? ['prepared', 'running', '执行'] : ['done', 'undoing', '撤销'];
  const batch = new WriteBatch();
  writesFor<CatalogTables>(batch).update('catalog.bulkChange', { state: to }, { id, state: from }, { expected: 1, otherwise: () => fail('catalog.bulk-state', { action }) });
  enqueueJob(batch, jobName, { id }, { key: `${jobName}.${id}` });
  recordAudit(ctx, batch, { action: `catalog.${step}-bulk-change`, objectType: 'bulk-change', objectId: id });
  await commit(ctx, batch);
}

/** Carries on where an earlier run stopped: each item is one step of its own, so it may be interrupted anywhere. */
export async function continueBulkChange(ctx: Context, id: string): Promise<void> {
  const db = tablesOf<CatalogTables>(ctx.kernel.db);
  const change = await db.selectFrom('catalog.bulkChange').selectAll().where('id', '=', id).executeTakeFirst();
  if (!change || (change.state !== 'running' && change.state !== 'undoing')) return;
  const undoing = change.state === 'undoing';
  const acting: Context = { ...ctx, actor: systemActor('catalog.bulk-change', `${change.createdByName}（批量修改）`) };
  for (;;) {
    const lines = await db.selectFrom('catalog.bulkChangeItem').selectAll().where('bulkChangeId', '=', id)
      .where('outcome', '=', undoing ? 'done' : 'ready').orderBy('position').limit(atOnce).execute();
    if (lines.length === 0) break;
    for (const line of lines) await settle(acting, line, () => (undoing ? undoLine(acting, change, line) : runLine(acting, change, line)));
  }
  await db.updateTable('catalog.bulkChange').set({ state: undoing ? 'undone' : 'done', finishedAt: ctx.kernel.clock.now() }).where('id', '=', id).execute();
}

type Settled = Partial<Pick<Line, 'outcome' | 'reason' | 'versionId' | 'revision' | 'opened' | 'before'>> & { outcome: BulkOutcome };

async function settle(ctx: Context, { bulkChangeId, position }: Line, act: () => Promise<Settled>): Promise<void> {
  const settled = await act().catch((error: unknown): Settled => {
    if (!(error instanceof AppError)) throw error;
    return { outcome: 'failed', reason: `${error.message}` };
  });
  await tablesOf<CatalogTables>(ctx.kernel.db).updateTable('catalog.bulkChangeItem')
    .set({ ...settled, ...('before' in settled ? { before: JSON.stringify(settled.before) } : {}) })
    .where('bulkChangeId', '=', bulkChangeId).where('position', '=', position).execute();
}

function valued(elements: ItemElements, element: ElementName, value: unknown): ItemElements {
  const { [element]: _before, ...rest } = elements;
  // The value was checked against the element's schema when the change was prepared.
  return (value === undefined || value === null ? rest : { ...rest, [element]: value }) as ItemElements;
}

async function runLine(ctx: Context, change: Change, line: Line): Promise<Settled> {
  const item = await getItemRecord(ctx, line.itemId, 'catalog.item.edit');
  const record = await getVersionRecord(ctx, item.latestVersionId, 'catalog.item.edit');
  const { elements, state } = record.version;
  const before = elements[change.element];
  const next = valued(elements, change.element, planBulkValue(change.mode, change.value ?? undefined, before));
  requireUnlocked(item.lockedElements, elements, next);
  const open = openStates.some((one) => one === state);
  const { batch, receipt }: { batch: WriteBatch; receipt: VersionReceipt } = open
    ? beginChange(ctx, record, record.version.revision, { state: requireNextState(state, 'edit'), set: { elements: next, ...savedBy(ctx) }, action: 'catalog.bulk-edit', detail: { bulkChangeId: change.id } })
    : startDraft(ctx, item, next, { bulkChangeId: change.id });
  if (open) announceSaved(ctx, batch, receipt);
  await commit(ctx, batch);
  return { outcome: 'done', versionId: receipt.versionId, revision: receipt.revision, opened: !open, before: before ?? null };
}

async function undoLine(ctx: Context, change: Change, line: Line): Promise<Settled> {
  const record = await getVersionRecord(ctx, line.versionId ?? '', 'catalog.item.edit').catch(() => undefined);
  if (record?.version.state !== 'draft') return { outcome: 'kept', reason: '草稿已提交、发布或删除。' };
  const untouched = record.version.revision === line.revision;
  if (line.opened && untouched) {
    await discardDraft(ctx, record.version.id, record.version.revision);
    return { outcome: 'undone' };
  }
  if (!isSame(record.version.elements[change.element] ?? [], line.after ?? [])) return { outcome: 'kept', reason: '这个要素后来又被修改。' };
  const { batch, receipt } = beginChange(ctx, record, record.version.revision, {
    state: 'draft', set: { elements: valued(record.version.elements, change.element, line.before), ...savedBy(ctx) }, action: 'catalog.bulk-undo', detail: { bulkChangeId: change.id },
  });
  announceSaved(ctx, batch, receipt);
  await commit(ctx, batch);
  return { outcome: 'undone' };
}

export const bulkChangeJob: JobDefinition = {
  name: jobName, label: '批量修改事项要素', handle: (ctx, payload) => continueBulkChange(ctx, (payload as Pick<BulkChange, 'id'>).id),
};
