import type { Context } from '../../context.ts';
import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import { tablesOf, writesFor, WriteBatch } from '../../db/index.ts';
import { readFile } from '../find-file.ts';
import type { FilesTables } from '../tables.ts';
import { scannerOf } from './index.ts';

/** Scans files that came in while the scanner was away, newest first; an infected one can no longer be read. */
export async function scanLater(ctx: Context, most = 100): Promise<number> {
  if (!ctx.kernel.config.clamavAddress) return 0;
  const waiting = await tablesOf<FilesTables>(ctx.kernel.db).selectFrom('files.file').select('id')
    .where('scanStatus', '=', 'not-scanned').orderBy('id', 'desc').limit(most).execute();
  let scanned = 0;
  for (const { id } of waiting) {
    const { content } = await readFile(ctx, id);
    const verdict = await scannerOf(ctx.kernel).scan(content);
    if (verdict.status === 'not-scanned') return scanned;
    const batch = new WriteBatch();
    writesFor<FilesTables>(batch).update('files.file', { scanStatus: verdict.status }, { id });
    if (verdict.status === 'infected') {
      recordAudit(ctx, batch, { action: 'files.find-virus', objectType: 'file', objectId: id, detail: { signature: verdict.signature } });
    }
    await commit(ctx, batch);
    scanned += 1;
  }
  return scanned;
}
