import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { cancelReview, decideReview } from '../../../kernel/reviews/index.ts';
import { fail } from '../errors.ts';
import { getVersionRecord } from '../queries/get-version-record.ts';
import { reviewSubjectOf } from '../review-subject.ts';
import { beginChange, requireNextState, type VersionReceipt } from './version-receipt.ts';

type Decision = { revision: number; decision: 'approve' | 'return'; opinion: string };

/**
 * Decides the reviewer's step: the version stays in review while another reviewer follows, then it is approved; a return
 * makes it a draft again (CAT-03). An approved version may be returned too, as long as it is not published.
 * @throws catalog.own-review for the one who submitted it, reviews.not-your-turn
 */
export async function reviewVersion(ctx: Context, versionId: string, { revision, decision, opinion }: Decision): Promise<VersionReceipt> {
  const record = await getVersionRecord(ctx, versionId, 'catalog.item.review');
  const { version } = record;
  const next = requireNextState(version.state, decision);
  if (version.submittedById === ctx.actor.id) throw fail('catalog.own-review');
  const batch = new WriteBatch();
  const outcome = version.state === 'in-review' ? await decideReview(ctx, batch, reviewSubjectOf(record), { decision, opinion }) : 'returned';
  const state = outcome === 'continuing' ? version.state : next;
  const { receipt } = beginChange(ctx, record, revision, {
    state, action: 'catalog.review-version', detail: { decision, outcome },
    set: { reviewedAt: ctx.kernel.clock.now(), reviewedById: ctx.actor.id, reviewOpinion: opinion },
  }, batch);
  await commit(ctx, batch);
  return receipt;
}

/** Takes a version back from its reviewers to go on editing. @throws catalog.state-refused unless it is in review */
export async function withdrawVersion(ctx: Context, versionId: string, revision: number): Promise<VersionReceipt> {
  const record = await getVersionRecord(ctx, versionId, 'catalog.item.edit');
  const state = requireNextState(record.version.state, 'withdraw');
  const { batch, receipt } = beginChange(ctx, record, revision, { state, action: 'catalog.withdraw-version' });
  await cancelReview(ctx, batch, reviewSubjectOf(record));
  await commit(ctx, batch);
  return receipt;
}
