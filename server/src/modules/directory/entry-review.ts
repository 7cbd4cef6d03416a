import { isDeepStrictEqual } from 'node:util';
import type { Context } from '../../kernel/context.ts';
import { tablesOf, type WriteBatch } from '../../kernel/db/index.ts';
import type { ReviewKind } from '../../kernel/reviews/contract.ts';
import { startReview, type ReviewSubject } from '../../kernel/reviews/index.ts';
import type { EntryElements } from './entry.contract.ts';
import type { EntryRow, EntryVersionRow } from './queries/entry-record.ts';
import type { DirectoryTables } from './tables.ts';

/** An entry as the inbox of its reviewers names it; it has at most one version under review. */
export function reviewedEntry({ id, code, name }: Pick<EntryRow, 'id' | 'code' | 'name'>): ReviewSubject {
  return { type: 'catalogue-entry', id, number: code, title: name, name: '基本目录' };
}

/** Starts the review of a version, whose process may differ where only public elements change (基本目录审核、公共要素审核, CAT-03). */
export async function startEntryReview(ctx: Context, batch: WriteBatch, { entry, version }: { entry: EntryRow; version: EntryVersionRow }): Promise<void> {
  await startReview(ctx, batch, {
    kind: await kindOf(ctx, entry, version), subject: reviewedEntry(entry), taskType: version.elements.taskType,
    organizationPath: ctx.actor.kind === 'staff' ? ctx.actor.organizationPath : '/',
  });
}

async function kindOf(ctx: Context, { inForceVersionId }: EntryRow, { elements, cancels }: EntryVersionRow): Promise<ReviewKind> {
  if (inForceVersionId === null || cancels) return 'catalogue-entry';
  const standing = await tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.entryVersion').select('elements').where('id', '=', inForceVersionId).executeTakeFirst();
  return standing && isDeepStrictEqual(withoutPublic(standing.elements), withoutPublic(elements)) ? 'public-elements' : 'catalogue-entry';
}

function withoutPublic({ publicElements: _public, lockedElements: _locked, ...rest }: EntryElements): Partial<EntryElements> {
  return rest;
}
