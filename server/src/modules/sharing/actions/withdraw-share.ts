import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { shareStateLabels } from '../contract.ts';
import { fail } from '../errors.ts';
import { shareEnded, type ShareEnded } from '../events.ts';
import { getOwnShare } from '../share-record.ts';
import { mayWithdraw, shareStateAt } from '../states.ts';
import type { SharingTables } from '../tables.ts';

/**
 * Takes a share back at once: it cannot be scanned, read, taken or handed in any more. What went into a case that was handed in
 * before stays there (INT-09; 个人信息保护法第十五条). @throws sharing.over when it has ended by itself
 */
export async function withdrawShare(ctx: Context, shareId: string): Promise<void> {
  const share = await getOwnShare(ctx, shareId);
  const now = ctx.kernel.clock.now();
  const state = shareStateAt(share, now);
  if (!mayWithdraw(share, now)) throw fail('sharing.over', { state: shareStateLabels[state] });
  const batch = new WriteBatch();
  writesFor<SharingTables>(batch).update('sharing.share', { withdrawnAt: now }, { id: share.id, withdrawnAt: null }, { expected: 1, otherwise: () => fail('sharing.over', { state: shareStateLabels.withdrawn }) });
  // It may be handed in at this very moment: the handler looks again.
  publishEvent(ctx, batch, { type: shareEnded, aggregateType: 'share', aggregateId: share.id, data: { draftId: share.draftId } satisfies ShareEnded });
  recordAudit(ctx, batch, { action: 'sharing.withdraw-share', objectType: 'share', objectId: share.id, detail: { state, number: share.handedInNumber } });
  await commit(ctx, batch);
}
