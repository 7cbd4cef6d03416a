import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { decideReview } from '../../../kernel/reviews/index.ts';
import type { BundleReceipt } from '../contract.ts';
import { fail } from '../errors.ts';
import { bundlePublished } from '../events.ts';
import { getBundleRecord, type BundleRecord } from '../queries/get-records.ts';
import { reviewSubjectOf } from '../review-subject.ts';
import type { BundlesTables } from '../tables.ts';
import { beginChange, requireNextState } from './change-version.ts';
import { requireReady } from './submit-version.ts';

/**
 * Decides the reviewer's step: the configuration stays in review while another reviewer follows; the last one publishes it
 * with its items pinned as they are offered now; a return makes it a draft again (BDL-01, CAT-03).
 * @throws bundles.own-review for the one who submitted it, reviews.not-your-turn, bundles.not-ready when an item has changed for the worse since
 */
export async function reviewBundleVersion(
  ctx: Context, versionId: string, { revision, decision, opinion }: { revision: number; decision: 'approve' | 'return'; opinion: string },
): Promise<BundleReceipt> {
  const record = await getBundleRecord(ctx, versionId, 'bundles.bundle.review');
  const { version } = record;
  const next = requireNextState(version.state, decision);
  if (version.submittedById === ctx.actor.id) throw fail('bundles.own-review');
  const batch = new WriteBatch();
  const outcome = await decideReview(ctx, batch, reviewSubjectOf(record), { decision, opinion });
  const published = outcome === 'approved' ? await publish(ctx, batch, record) : undefined;
  const { receipt } = beginChange(ctx, record, revision, {
    state: outcome === 'continuing' ? version.state : next, action: 'bundles.review-version', detail: { decision, outcome }, set: { reviewOpinion: opinion, ...published },
    ...(published ? { bundleSet: { publishedVersionId: versionId } } : {}),
  }, batch);
  await commit(ctx, batch);
  return receipt;
}

/** Pins the items of a version and puts it in the place of the published one; gives its new columns. @throws bundles.not-ready */
async function publish(ctx: Context, batch: WriteBatch, record: BundleRecord) {
  const { bundle, version: { id: versionId } } = record;
  const items = await requireReady(ctx, record);
  if (bundle.publishedVersionId) writesFor<BundlesTables>(batch).update('bundles.bundleVersion', { state: 'superseded' }, { id: bundle.publishedVersionId });
  publishEvent(ctx, batch, { type: bundlePublished, aggregateType: 'bundle', aggregateId: bundle.id, data: { versionId, previousVersionId: bundle.publishedVersionId } });
  return { publishedAt: ctx.kernel.clock.now(), itemVersions: Object.fromEntries([...items].map(([key, item]) => [key, item.versionId])) };
}
