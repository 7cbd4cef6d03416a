import type { Updateable } from 'kysely';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { decideReview } from '../../../kernel/reviews/index.ts';
import type { EntryElements, EntryReceipt, EntryVersionState } from '../entry.contract.ts';
import { reviewedEntry } from '../entry-review.ts';
import { fail } from '../errors.ts';
import { entryInForce, type EntryInForce } from '../events.ts';
import { changedElements } from '../inherited-values.ts';
import { authorizeDirectory, getEntryVersionRecord, type EntryRow, type EntryVersionRow } from '../queries/entry-record.ts';
import type { DirectoryTables } from '../tables.ts';
import { resolveParent } from '../tree.ts';
import { moveVersion, requireNext } from './edit-version.ts';
import { entryBatch, entryColumns, receiptOf } from './entry-rows.ts';

interface EntryReview { revision: number; decision: 'approve' | 'return'; opinion: string }

/**
 * Decides the reviewer's step on a version of the directory and its public elements (CAT-03 基本目录审核、公共要素审核). Approved by
 * the last of them, it comes into force at once, or on its planned day; what was imported is approved in one step.
 * @throws directory.own-review, reviews.not-your-turn, directory.stale, directory.state-refused, directory.has-sub-items
 */
export async function reviewVersion(ctx: Context, versionId: string, review: EntryReview): Promise<EntryReceipt> {
  const record = await getEntryVersionRecord(ctx, versionId);
  const { entry, version } = record;
  authorizeDirectory(ctx, 'directory.entry.review', entry.regionCode);
  requireNext(version.state, review.decision);
  if (version.submittedById === ctx.actor.id) throw fail('directory.own-review');
  const now = ctx.kernel.clock.now();
  const set = { reviewedAt: now, reviewedById: ctx.actor.id, reviewedByName: ctx.actor.name, reviewOpinion: review.opinion };
  const batch = entryBatch({ name: entry.name, code: entry.code });
  const underReview = version.state === 'in-review' && version.importId === null;
  const outcome = underReview ? await decideReview(ctx, batch, reviewedEntry(entry), review) : undefined;
  const state = outcome === 'continuing' ? 'in-review' : review.decision === 'return' ? 'draft' : stateOnApproval(version, chinaDate(now));
  if (state === 'in-force' || state === 'cancelled') await addInForce(ctx, batch, record, review.revision, set);
  else moveVersion(ctx, batch, record, review.revision, { state, set });
  recordAudit(ctx, batch, { action: 'directory.review-version', objectType: 'directory-entry', objectId: entry.id, detail: { number: version.number, decision: review.decision } });
  await commit(ctx, batch);
  return receiptOf({ ...version, revision: review.revision + 1 }, state);
}

/** cancelled at once, or in force unless the plan says a later day. */
export function stateOnApproval({ elements, cancels }: Pick<EntryVersionRow, 'elements' | 'cancels'>, today: string): EntryVersionState {
  if (cancels) return 'cancelled';
  return elements.planEffectiveDate !== undefined && elements.planEffectiveDate > today ? 'approved' : 'in-force';
}

/** Adds to the batch what puts a version into force, or with `cancels` its entry out of it: rows, adjustment and event. */
export async function addInForce(
  ctx: Context, batch: WriteBatch, record: { entry: EntryRow; version: EntryVersionRow }, revision: number, set: Updateable<DirectoryTables['directory.entryVersion']> = {},
): Promise<void> {
  const { entry, version } = record;
  const previous = await readElements(ctx, entry.inForceVersionId);
  const now = ctx.kernel.clock.now();
  if (version.cancels) await requireNoSubItems(ctx, entry);
  const parentId = await resolveParent(ctx, entry, version.elements.parentCode);
  moveVersion(ctx, batch, record, revision, {
    state: version.cancels ? 'cancelled' : 'in-force', set: { ...set, inForceAt: now },
    entrySet: version.cancels
      ? { state: 'cancelled', inForceVersionId: null }
      : { ...entryColumns(version.elements, parentId), state: 'in-force', inForceVersionId: version.id },
  });
  if (entry.inForceVersionId) writesFor<DirectoryTables>(batch).update('directory.entryVersion', { state: 'superseded' }, { id: entry.inForceVersionId });
  const kind = version.cancels ? 'cancelled' : entry.state === 'in-force' ? 'changed' : 'added';
  addAdjustment(ctx, batch, entry.id, { versionId: version.id, previousVersionId: entry.inForceVersionId, kind },
    kind === 'changed' && previous ? changedElements(previous, version.elements) : []);
}

/** Adds the record of a change that comes into force, with its event. */
export function addAdjustment(ctx: Context, batch: WriteBatch, entryId: string, data: EntryInForce, elements: string[]): void {
  writesFor<DirectoryTables>(batch).insert('directory.adjustment', {
    id: createId(), entryId, versionId: data.versionId, previousVersionId: data.previousVersionId, kind: data.kind, at: ctx.kernel.clock.now(), elements,
  });
  publishEvent(ctx, batch, { type: entryInForce, aggregateType: 'directory-entry', aggregateId: entryId, data });
}

async function readElements(ctx: Context, versionId: string | null): Promise<EntryElements | undefined> {
  if (versionId === null) return undefined;
  const row = await tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.entryVersion').select('elements').where('id', '=', versionId).executeTakeFirst();
  return row?.elements;
}

/** @throws directory.has-sub-items while sub-items are in force */
export async function requireNoSubItems(ctx: Context, entry: EntryRow): Promise<void> {
  const { count } = await tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.entry').select((eb) => eb.fn.countAll<number>().as('count'))
    .where('parentId', '=', entry.id).where('state', '=', 'in-force').executeTakeFirstOrThrow();
  if (count > 0) throw fail('directory.has-sub-items', { name: entry.name, count });
}
