import type { Context } from '../context.ts';
import { createId, tablesOf, writesFor, type WriteBatch } from '../db/index.ts';
import type { FileOwner } from './find-file.ts';
import type { FilesTables } from './tables.ts';

/** Ids for copies of files, by the ids of the files. */
export function nameCopies(ids: readonly string[]): Map<string, string> {
  return new Map([...new Set(ids)].map((id) => [id, createId()]));
}

/**
 * Gives a record files of its own with the content of others, which stay where they are; the content is stored once all the
 * same, and each record lets its own files go. `copies` are new ids by the ids of the files, as `nameCopies` gives them. With `uploadedBy` the copies are that account's,
 * who may open them and hand them in.
 */
export async function copyFiles(ctx: Context, batch: WriteBatch, copies: ReadonlyMap<string, string>, owner: FileOwner, by: { uploadedBy?: string } = {}): Promise<void> {
  if (copies.size === 0) return;
  const rows = await tablesOf<FilesTables>(ctx.kernel.db).selectFrom('files.file').selectAll().where('id', 'in', [...copies.keys()]).execute();
  writesFor<FilesTables>(batch).insert('files.file', rows.map((row) => ({ ...row, ...by, id: copies.get(row.id) ?? createId(), ownerType: owner.type, ownerId: owner.id, unusedSince: null })));
}
