import { holds } from '../../../kernel/access/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { findReview } from '../../../kernel/reviews/index.ts';
import type { EntryDetail, EntryVersion } from '../entry.contract.ts';
import { reviewedEntry } from '../entry-review.ts';
import { fail } from '../errors.ts';
import { findNextState, openEntryStates, type EntryAction } from '../states.ts';
import type { DirectoryTables } from '../tables.ts';
import { keepsDirectory, type EntryVersionRow } from './entry-record.ts';
import { findEntries, listSubItems } from './list-entries.ts';

/** One entry with its sub-items and versions, the newest first. @throws directory.entry-not-found */
export async function getEntry(ctx: Context, entryId: string): Promise<EntryDetail> {
  const entry = (await findEntries(ctx, [entryId])).get(entryId);
  if (!entry) throw fail('directory.entry-not-found');
  const versions = await tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.entryVersion').selectAll()
    .where('entryId', '=', entryId).orderBy('number', 'desc').limit(100).execute();
  const working = versions.some(({ state }) => openEntryStates.some((open) => open === state));
  return {
    entry, review: (await findReview(ctx, reviewedEntry(entry))) ?? null, subItems: await listSubItems(ctx, entryId), versions: versions.map((version) => presentEntryVersion(ctx, version, entry.regionCode)),
    abilities: { change: !working && mayKeep(ctx, 'directory.entry.edit', entry.regionCode) },
  };
}

function mayKeep(ctx: Context, permission: string, regionCode: string): boolean {
  return holds(ctx.actor, permission) && keepsDirectory(ctx, permission, regionCode);
}

function presentEntryVersion(ctx: Context, version: EntryVersionRow, regionCode: string): EntryVersion {
  const may = (permission: string, action: EntryAction) => mayKeep(ctx, permission, regionCode) && findNextState(version.state, action) !== undefined;
  return {
    entryId: version.entryId, versionId: version.id, versionNumber: version.number, state: version.state, revision: version.revision, cancels: version.cancels,
    elements: version.elements, createdByName: version.createdByName, createdAt: version.createdAt.toISOString(),
    submittedAt: version.submittedAt?.toISOString() ?? null, reviewedAt: version.reviewedAt?.toISOString() ?? null, reviewedByName: version.reviewedByName,
    reviewOpinion: version.reviewOpinion, inForceAt: version.inForceAt?.toISOString() ?? null,
    abilities: {
      edit: may('directory.entry.edit', 'edit') && !version.cancels, submit: may('directory.entry.edit', 'submit'), withdraw: may('directory.entry.edit', 'withdraw') && version.importId === null,
      discard: may('directory.entry.edit', 'discard'),
      review: may('directory.entry.review', 'approve') && version.submittedById !== ctx.actor.id,
    },
  };
}
