import { writesFor, type WriteBatch } from '../db/index.ts';
import type { Context } from '../context.ts';
import { fail } from './errors.ts';
import type { FileOwner } from './find-file.ts';
import type { FilesTables } from './tables.ts';

/**
 * Makes a record the user of files, in the batch of the action that attaches them. Only files of `uploadedBy` that no record
 * uses yet, or that this record or `from` (a draft being submitted) uses already; otherwise the whole batch is undone with
 * files.not-yours. Claim each file once per batch.
 */
export function claimFiles(
  batch: WriteBatch, ids: readonly string[], owner: FileOwner, options: { uploadedBy: string; from?: FileOwner },
): void {
  const distinct = [...new Set(ids)];
  if (distinct.length === 0) return;
  const { uploadedBy, from } = options;
  writesFor<FilesTables>(batch).update('files.file',
    { ownerType: owner.type, ownerId: owner.id, unusedSince: null },
    { id: distinct, uploadedBy, ownerType: ['', owner.type, ...(from ? [from.type] : [])], ownerId: ['', owner.id, ...(from ? [from.id] : [])], scanStatus: ['clean', 'not-scanned'] },
    { expected: distinct.length, otherwise: () => fail('files.not-yours') });
}

/** Lets go of files that a record used (a discarded draft); they are cleared after 7 days unless claimed again. */
export function releaseFiles(ctx: Context, batch: WriteBatch, ids: readonly string[], owner: FileOwner): void {
  if (ids.length === 0) return;
  writesFor<FilesTables>(batch).update('files.file', { ownerType: '', ownerId: '', unusedSince: ctx.kernel.clock.now() },
    { id: [...new Set(ids)], ownerType: owner.type, ownerId: owner.id });
}
