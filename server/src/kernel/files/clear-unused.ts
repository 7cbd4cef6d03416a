import type { Context } from '../context.ts';
import { recordAudit } from '../audit/index.ts';
import { commit } from '../commit.ts';
import { tablesOf, transact, violatedConstraint, writesFor, WriteBatch } from '../db/index.ts';
import { fileStorage } from './store/index.ts';
import type { FilesTables } from './tables.ts';

/** Days after which an upload that no record uses is removed. */
export const unusedDays = 7;

/** Removes uploads that no record claimed for 7 days, and content that no file has any more; gives how many files. */
export async function clearUnusedFiles(ctx: Context, most = 500): Promise<number> {
  const before = new Date(ctx.kernel.clock.now().getTime() - unusedDays * 86_400_000);
  const unused = await tablesOf<FilesTables>(ctx.kernel.db).selectFrom('files.file').select(['id', 'digest'])
    .where('ownerType', '=', '').where('unusedSince', '<', before).orderBy('unusedSince').limit(most).execute();
  if (unused.length === 0) return 0;
  const batch = new WriteBatch();
  // One that was claimed a moment ago has an owner now and stays.
  writesFor<FilesTables>(batch).delete('files.file', { id: unused.map(({ id }) => id), ownerType: '' });
  recordAudit(ctx, batch, { action: 'files.clear-unused', objectType: 'file', objectId: '', detail: { count: unused.length } });
  await commit(ctx, batch);
  for (const digest of new Set(unused.map((file) => file.digest))) await removeContent(ctx, digest);
  return unused.length;
}

/** Removes content under the lock of its row: an upload of the same content waits, then finds it gone and writes it again. */
async function removeContent(ctx: Context, digest: string): Promise<void> {
  const { blobs, cipher } = fileStorage(ctx.kernel);
  try {
    await transact<FilesTables, void>(ctx.kernel.db, async (trx) => {
      await trx.deleteFrom('files.blob').where('digest', '=', digest).execute();
      await blobs.remove(cipher.addressOf(digest));
    });
  } catch (error) {
    // Another file has the same content.
    if (violatedConstraint(error) !== 'file_digest_fkey') throw error;
  }
}
