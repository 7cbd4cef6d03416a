import { holds } from '../../../kernel/access/index.ts';
import { recordAuditNow } from '../../../kernel/audit/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { readFile } from '../../../kernel/files/index.ts';
import type { FileAnswer } from '../../../kernel/module/index.ts';
import { findCaseByNumber } from '../../cases/index.ts';
import { isExpiring } from '../actions/make-archive.ts';
import type { ArchiveView } from '../contract.ts';
import { fail } from '../errors.ts';
import { managePermission, viewPermission } from '../permissions.ts';
import type { ArchivesTables } from '../tables.ts';
import { getArchiveRecord } from './archive-record.ts';
import { presentArchive } from './list-archives.ts';

const editionsOf = (ctx: Context, archiveId: string) =>
  tablesOf<ArchivesTables>(ctx.kernel.db).selectFrom('archives.edition').selectAll().where('archiveId', '=', archiveId).orderBy('edition', 'desc');

/** An archive with what lies in its newest package and what its examination found. @throws archives.not-found */
export async function viewArchive(ctx: Context, archiveId: string): Promise<ArchiveView> {
  const record = await getArchiveRecord(ctx, archiveId, viewPermission);
  const [editions, seen] = await Promise.all([editionsOf(ctx, archiveId).execute(), findCaseByNumber(ctx, record.caseNumber)]);
  const manages = holds(ctx.actor, managePermission);
  return {
    ...presentArchive(record), version: record.version, digest: record.digest, checks: record.checks, files: editions[0]?.files ?? [],
    editions: editions.map(({ edition, at, byName, reason, size, digest }) => ({ edition, at: at.toISOString(), byName, reason, size: Number(size), digest })),
    caseVisible: seen !== undefined,
    may: { make: manages, download: holds(ctx.actor, 'archives.archive.download') && record.fileId !== null, extend: manages && isExpiring(chinaDate(ctx.kernel.clock.now()), record.expiresOn) },
  };
}

/** A package as a file; who took it, and what for, is on record (design invariant 9). @throws archives.not-made */
export async function downloadArchive(ctx: Context, archiveId: string, { purpose, edition }: { purpose: string; edition?: number | undefined }): Promise<FileAnswer> {
  const record = await getArchiveRecord(ctx, archiveId, 'archives.archive.download');
  const kept = await editionsOf(ctx, archiveId).where('edition', '=', edition ?? record.edition).executeTakeFirst();
  if (!kept) throw fail('archives.not-made');
  await recordAuditNow(ctx, { action: 'archives.download-archive', objectType: 'archive', objectId: archiveId, purpose: purpose.trim(), detail: { number: record.number, edition: kept.edition } });
  const { content } = await readFile(ctx, kept.fileId);
  return { contentType: 'application/zip', fileName: `${record.number ?? record.caseNumber}${kept.edition > 1 ? `（第${kept.edition}次）` : ''}.zip`, content, disposition: 'attachment' };
}
