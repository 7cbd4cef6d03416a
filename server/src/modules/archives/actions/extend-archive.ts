import { recordAudit } from '../../../kernel/audit/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { BodyOf } from '@tongban/contract-kit';
import type { extendArchive as operation } from '../contract.ts';
import { fail } from '../errors.ts';
import { managePermission } from '../permissions.ts';
import { getArchiveRecord } from '../queries/archive-record.ts';
import type { ArchivesTables } from '../tables.ts';
import { expiryOf, isExpiring } from './make-archive.ts';

/** 到期鉴定: keeps an archive whose time is up for so many years more, or for ever. @throws archives.permanent, archives.not-expired, archives.changed */
export async function extendArchive(ctx: Context, archiveId: string, { version, years, reason }: BodyOf<typeof operation>): Promise<void> {
  const record = await getArchiveRecord(ctx, archiveId, managePermission);
  if (record.version !== version) throw fail('archives.changed');
  if (record.expiresOn === null) throw fail(record.number === null ? 'archives.not-made' : 'archives.permanent');
  if (!isExpiring(chinaDate(ctx.kernel.clock.now()), record.expiresOn)) throw fail('archives.not-expired');
  const batch = new WriteBatch();
  writesFor<ArchivesTables>(batch).update('archives.archive', {
    expiresOn: expiryOf(record.expiresOn, years), retentionYears: years === null ? null : (record.retentionYears ?? 0) + years, version: version + 1,
  }, { id: archiveId, version }, { expected: 1, otherwise: () => fail('archives.changed') });
  recordAudit(ctx, batch, { action: 'archives.extend-archive', objectType: 'archive', objectId: archiveId, detail: { number: record.number, from: record.expiresOn, years, reason } });
  await commit(ctx, batch);
}
