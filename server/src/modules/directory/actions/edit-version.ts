import type { Updateable } from 'kysely';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import { cancelReview } from '../../../kernel/reviews/index.ts';
import { entryVersionStateLabels, type EntryElements, type EntryReceipt, type EntryVersionState } from '../entry.contract.ts';
import { fail } from '../errors.ts';
import { authorizeDirectory, getEntryRecord, getEntryVersionRecord, type EntryRow, type EntryVersionRow } from '../queries/entry-record.ts';
import { reviewedEntry, startEntryReview } from '../entry-review.ts';
import { entryActionLabels, findNextState, type EntryAction } from '../states.ts';
import type { DirectoryTables } from '../tables.ts';
import { resolveParent } from '../tree.ts';
import { codeOf, entryBatch, entryColumns, receiptOf, requireSound } from './entry-rows.ts';

/**
 * Starts a draft from what is in force; with `cancels`, one whose approval takes the entry out of force.
 * @throws directory.open-version-exists, directory.not-in-force
 */
export async function startVersion(ctx: Context, entryId: string, cancels: boolean): Promise<EntryReceipt> {
  const entry = await getEntryRecord(ctx, entryId);
  authorizeDirectory(ctx, 'directory.entry.edit', entry.regionCode);
  if (cancels && entry.state !== 'in-force') throw fail('directory.not-in-force', { name: entry.name });
  const source = await tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.entryVersion').select('elements')
    .where('id', '=', entry.inForceVersionId ?? entry.latestVersionId).executeTakeFirstOrThrow();
  const version = { id: createId(), entryId, number: entry.latestVersionNumber + 1, revision: 1 };
  const batch = entryBatch({ name: entry.name, code: entry.code });
  const writes = writesFor<DirectoryTables>(batch);
  const now = ctx.kernel.clock.now();
  writes.insert('directory.entryVersion', {
    ...version, state: 'draft', cancels, elements: source.elements, createdAt: now, createdById: ctx.actor.id, createdByName: ctx.actor.name,
  });
  writes.update('directory.entry', { latestVersionId: version.id, latestVersionNumber: version.number, latestState: 'draft', updatedAt: now }, { id: entryId });
  recordAudit(ctx, batch, { action: 'directory.start-version', objectType: 'directory-entry', objectId: entryId, detail: { number: version.number, cancels } });
  await commit(ctx, batch);
  return receiptOf(version, 'draft');
}

/**
 * Saves the elements of a draft. Codes stay once an entry has been in force.
 * @throws directory.stale, directory.state-refused, directory.cancels-only, directory.invalid-elements, directory.cycle, directory.too-deep
 */
export async function editVersion(ctx: Context, versionId: string, revision: number, given: EntryElements): Promise<EntryReceipt> {
  const record = await getEntryVersionRecord(ctx, versionId);
  const { entry, version } = record;
  authorizeDirectory(ctx, 'directory.entry.edit', entry.regionCode);
  requireNext(version.state, 'edit');
  if (version.cancels) throw fail('directory.cancels-only');
  const elements = await requireSound(ctx, entry.regionCode, given);
  if (entry.state !== 'new') requireSameCodes(version.elements, elements);
  const parentId = await resolveParent(ctx, entry, elements.parentCode);
  const batch = entryBatch({ name: elements.name, code: codeOf(elements) });
  moveVersion(ctx, batch, record, revision, { state: 'draft', set: { elements }, ...(entry.state === 'new' ? { entrySet: entryColumns(elements, parentId) } : {}) });
  recordAudit(ctx, batch, { action: 'directory.edit-version', objectType: 'directory-entry', objectId: entry.id, detail: { number: version.number } });
  await commit(ctx, batch);
  return receiptOf({ ...version, revision: revision + 1 }, 'draft');
}

function requireSameCodes(before: EntryElements, after: EntryElements): void {
  const changed = (['catalogCode', 'localCatalogCode'] as const).filter((name) => before[name] !== after[name]);
  if (changed.length === 0) return;
  throw fail('directory.invalid-elements', { count: changed.length }, {
    issues: changed.map((name) => ({ path: `elements.${name}`, code: 'fixed-code', message: '生效后编码不能修改；编码变更请取消原目录事项后新增。' })),
  });
}

/** Sends a draft to review, by the process set for the directory or for public elements (CAT-03). @throws directory.stale, directory.state-refused */
export async function submitVersion(ctx: Context, versionId: string, revision: number): Promise<EntryReceipt> {
  const record = await getEntryVersionRecord(ctx, versionId);
  const { entry, version } = record;
  authorizeDirectory(ctx, 'directory.entry.edit', entry.regionCode);
  requireNext(version.state, 'submit');
  const elements = await requireSound(ctx, entry.regionCode, version.elements);
  await resolveParent(ctx, entry, elements.parentCode);
  const batch = entryBatch({ name: entry.name, code: entry.code });
  moveVersion(ctx, batch, record, revision, { state: 'in-review', set: { submittedAt: ctx.kernel.clock.now(), submittedById: ctx.actor.id } });
  await startEntryReview(ctx, batch, record);
  recordAudit(ctx, batch, { action: 'directory.submit-version', objectType: 'directory-entry', objectId: entry.id, detail: { number: version.number } });
  await commit(ctx, batch);
  return receiptOf({ ...version, revision: revision + 1 }, 'in-review');
}

/** Takes a version back from its reviewers. @throws directory.stale, directory.state-refused */
export async function withdrawVersion(ctx: Context, versionId: string, revision: number): Promise<EntryReceipt> {
  const record = await getEntryVersionRecord(ctx, versionId);
  const { entry, version } = record;
  authorizeDirectory(ctx, 'directory.entry.edit', entry.regionCode);
  requireNext(version.state, 'withdraw');
  const batch = entryBatch({ name: entry.name, code: entry.code });
  moveVersion(ctx, batch, record, revision, { state: 'draft' });
  await cancelReview(ctx, batch, reviewedEntry(entry));
  recordAudit(ctx, batch, { action: 'directory.withdraw-version', objectType: 'directory-entry', objectId: entry.id, detail: { number: version.number } });
  await commit(ctx, batch);
  return receiptOf({ ...version, revision: revision + 1 }, 'draft');
}

/** Throws a draft away; an entry that never was in force goes with it. @throws directory.stale, directory.state-refused */
export async function discardVersion(ctx: Context, versionId: string, revision: number): Promise<void> {
  const { entry, version } = await getEntryVersionRecord(ctx, versionId);
  authorizeDirectory(ctx, 'directory.entry.edit', entry.regionCode);
  requireNext(version.state, 'discard');
  const previous = await tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.entryVersion').select(['id', 'number', 'state'])
    .where('entryId', '=', entry.id).where('number', '<', version.number).orderBy('number', 'desc').executeTakeFirst();
  const batch = entryBatch({ name: entry.name, code: entry.code })
    .onViolation('entry_parent_id_fkey', () => fail('directory.has-sub-items', { name: entry.name, count: 1 }));
  const writes = writesFor<DirectoryTables>(batch);
  writes.delete('directory.entryVersion', { id: version.id, revision, state: 'draft' }, { expected: 1, otherwise: () => fail('directory.stale') });
  if (previous) {
    writes.update('directory.entry', { latestVersionId: previous.id, latestVersionNumber: previous.number, latestState: previous.state, updatedAt: ctx.kernel.clock.now() }, { id: entry.id });
  } else {
    writes.delete('directory.entry', { id: entry.id });
  }
  recordAudit(ctx, batch, { action: 'directory.discard-version', objectType: 'directory-entry', objectId: entry.id, detail: { number: version.number, name: entry.name } });
  await commit(ctx, batch);
}

/** The state after the action. @throws directory.state-refused naming both */
export function requireNext(state: EntryVersionState, action: EntryAction): void {
  if (findNextState(state, action) === undefined) {
    throw fail('directory.state-refused', { state: entryVersionStateLabels[state], action: entryActionLabels[action] });
  }
}

/** Moves a version on if nobody changed it since `revision`; its entry follows. */
export function moveVersion(
  ctx: Context, batch: WriteBatch, { entry, version }: { entry: EntryRow; version: EntryVersionRow }, revision: number,
  change: { state: EntryVersionState; set?: Updateable<DirectoryTables['directory.entryVersion']>; entrySet?: Updateable<DirectoryTables['directory.entry']> },
): void {
  const writes = writesFor<DirectoryTables>(batch);
  writes.update('directory.entryVersion', { ...change.set, state: change.state, revision: revision + 1 }, { id: version.id, revision, state: version.state },
    { expected: 1, otherwise: () => fail('directory.stale') });
  writes.update('directory.entry', {
    ...change.entrySet, ...(entry.latestVersionId === version.id ? { latestState: change.state } : {}), updatedAt: ctx.kernel.clock.now(),
  }, { id: entry.id });
}
