import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { writesFor } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import type { BundleReceipt } from '../contract.ts';
import { fail } from '../errors.ts';
import { bundlePublished } from '../events.ts';
import { getBundleRecord } from '../queries/get-records.ts';
import type { BundlesTables } from '../tables.ts';
import { beginChange, requireNextState } from './change-version.ts';
import { requireReady } from './submit-version.ts';

/**
 * Publishes a configuration with its items pinned as they are offered now, or returns it (BDL-01).
 * @throws bundles.own-review for the one who submitted it, bundles.not-ready when an item has changed for the worse since
 */
export async function reviewBundleVersion(
  ctx: Context, versionId: string, review: { revision: number; decision: 'approve' | 'return'; opinion: string },
): Promise<BundleReceipt> {
  const record = await getBundleRecord(ctx, versionId, 'bundles.bundle.review');
  const { bundle, version } = record;
  const state = requireNextState(version.state, review.decision);
  if (version.submittedById === ctx.actor.id) throw fail('bundles.own-review');
  const published = state === 'published';
  const items = published ? await requireReady(ctx, record) : new Map<string, { versionId: string }>();
  const { batch, receipt } = beginChange(ctx, record, review.revision, {
    state, action: 'bundles.review-version', detail: { decision: review.decision },
    set: {
      reviewOpinion: review.opinion,
      ...(published ? { publishedAt: ctx.kernel.clock.now(), itemVersions: Object.fromEntries([...items].map(([key, item]) => [key, item.versionId])) } : {}),
    },
    ...(published ? { bundleSet: { publishedVersionId: versionId } } : {}),
  });
  if (published) {
    if (bundle.publishedVersionId) writesFor<BundlesTables>(batch).update('bundles.bundleVersion', { state: 'superseded' }, { id: bundle.publishedVersionId });
    publishEvent(ctx, batch, { type: bundlePublished, aggregateType: 'bundle', aggregateId: bundle.id, data: { versionId, previousVersionId: bundle.publishedVersionId } });
  }
  await commit(ctx, batch);
  return receipt;
}
