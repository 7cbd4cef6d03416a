import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId } from '../../../kernel/db/index.ts';
import { isHolder } from '../queries/licence-record.ts';
import type { LicenceRecord } from './issue-licence.ts';

/** How somebody verified a licence. */
export type ScanKind = 'code' | 'file';

const purposes: Record<ScanKind, string> = { code: '扫码或输入标识核验真伪', file: '上传证照文件核验真伪' };
const somebody = '匿名核验（不记录身份）';

/**
 * Leaves the trace that somebody verified a licence, for its holder to see (LIC-06). Officers are named by their authority,
 * anyone else not at all; what the holder does leaves none. One row a day and kind counts the times, so that a code that
 * hangs on a wall does not bury the other uses.
 */
export async function recordScan(ctx: Context, licence: LicenceRecord, kind: ScanKind): Promise<void> {
  if (isHolder(ctx, licence)) return;
  const now = ctx.kernel.clock.now();
  const by = ctx.actor.kind === 'staff' ? ctx.actor.organizationName : somebody;
  await ctx.kernel.db.pool.query(
    `INSERT INTO licences.use AS u (id, licence_id, holder_kind, holder_id, licence_name, at, by, purpose, scanned_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (licence_id, scanned_on, by, purpose) DO UPDATE SET times = u.times + 1, at = EXCLUDED.at`,
    [createId(), licence.id, licence.holderKind, licence.holderId, licence.typeName, now, by, purposes[kind], chinaDate(now)]);
}
