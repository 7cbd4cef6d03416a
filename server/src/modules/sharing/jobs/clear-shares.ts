import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import { handInDays } from '../contract.ts';
import { shareEnded, type ShareEnded } from '../events.ts';
import { sharingTables } from '../share-record.ts';
import type { SharingTables } from '../tables.ts';

/** Days after which a code that nobody scanned is forgotten; one that was scanned is a record of consent and stays. */
export const unscannedDays = 30;
const atATime = 500;
const mostBatches = 200;
const mostLapsed = 5_000;

/** Removes codes that expired unscanned a month ago, at most 100,000 a run (INT-09, 个人信息保护法第十九条). Expiry itself is by time alone. */
export async function clearShares(ctx: Context): Promise<void> {
  const before = new Date(ctx.kernel.clock.now().getTime() - unscannedDays * 86_400_000);
  for (let batches = 0; batches < mostBatches; batches += 1) {
    const old = await sharingTables(ctx).selectFrom('sharing.share').select('id').where('scannedAt', 'is', null).where('takenAt', 'is', null).where('expiresAt', '<', before).orderBy('expiresAt').limit(atATime).execute();
    if (old.length === 0) return;
    const batch = new WriteBatch();
    writesFor<SharingTables>(batch).delete('sharing.share', { id: old.map(({ id }) => id), scannedAt: null });
    recordAudit(ctx, batch, { action: 'sharing.clear-shares', objectType: 'share', objectId: '', detail: { count: old.length } });
    await commit(ctx, batch);
    if (old.length < atATime) return;
  }
}

/** Has what was taken a week ago and not handed in since taken out of its registration; two days of it, so that a missed run is made up for. */
export async function endLapsed(ctx: Context): Promise<void> {
  const before = (days: number) => new Date(ctx.kernel.clock.now().getTime() - days * 86_400_000);
  const lapsed = await sharingTables(ctx).selectFrom('sharing.share').select(['id', 'draftId']).where('takenAt', '<', before(handInDays)).where('takenAt', '>=', before(handInDays + 2))
    .where('handedInAt', 'is', null).where('withdrawnAt', 'is', null).orderBy('takenAt').limit(mostLapsed).execute();
  const batch = new WriteBatch();
  for (const { id, draftId } of lapsed) publishEvent(ctx, batch, { type: shareEnded, aggregateType: 'share', aggregateId: id, data: { draftId } satisfies ShareEnded });
  if (lapsed.length > 0) await commit(ctx, batch);
}

async function tidyShares(ctx: Context): Promise<void> {
  await endLapsed(ctx);
  await clearShares(ctx);
}

export const clearSharesJob: JobDefinition = { name: 'sharing.clear-shares', label: '清除没有人扫过的共享码，取出没有提交的共享内容', cron: '50 3 * * *', handle: tidyShares };
