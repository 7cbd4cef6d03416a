import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { fail } from '../errors.ts';
import { getVersionRecord } from '../queries/get-version-record.ts';
import { beginChange, requireNextState, type VersionReceipt } from './version-receipt.ts';

/** Approves a version or returns it for changes (CAT-03). @throws catalog.own-review for the one who submitted it */
export async function reviewVersion(
  ctx: Context, versionId: string, review: { revision: number; decision: 'approve' | 'return'; opinion: string },
): Promise<VersionReceipt> {
  const record = await getVersionRecord(ctx, versionId, 'catalog.item.review');
  const state = requireNextState(record.version.state, review.decision);
  if (record.version.submittedById === ctx.actor.id) throw fail('catalog.own-review');
  const { batch, receipt } = beginChange(ctx, record, review.revision, {
    state, action: 'catalog.review-version', detail: { decision: review.decision },
    set: { reviewedAt: ctx.kernel.clock.now(), reviewedById: ctx.actor.id, reviewOpinion: review.opinion },
  });
  await commit(ctx, batch);
  return receipt;
}
