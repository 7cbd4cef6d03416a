import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { cancelReview } from '../../../kernel/reviews/index.ts';
import type { BundleReceipt } from '../contract.ts';
import { fail } from '../errors.ts';
import { bundleRetired } from '../events.ts';
import { getBundleRecord, getBundleRow } from '../queries/get-records.ts';
import { reviewSubjectOf } from '../review-subject.ts';
import type { BundlesTables } from '../tables.ts';
import { beginChange, requireNextState } from './change-version.ts';

/**
 * Takes a bundle off the portal, with the reason; its items stay. A new version that is worked on or reviewed ends with it,
 * so that nobody goes on with what is given up; it is what a later draft begins from (BDL-01).
 * @throws bundles.not-found when it is not published, bundles.stale when the new version was saved in between
 */
export async function retireBundle(ctx: Context, bundleId: string, reason: string): Promise<BundleReceipt> {
  const { publishedVersionId, latestVersionId } = await getBundleRow(ctx, bundleId, 'bundles.bundle.review');
  if (publishedVersionId === null) throw fail('bundles.not-found');
  const record = await getBundleRecord(ctx, publishedVersionId, 'bundles.bundle.review');
  const state = requireNextState(record.version.state, 'retire');
  const { batch, receipt } = beginChange(ctx, record, record.version.revision, {
    state, action: 'bundles.retire-bundle', detail: { reason }, bundleSet: { publishedVersionId: null },
  });
  if (latestVersionId !== null && latestVersionId !== publishedVersionId) await endOpenVersion(ctx, batch, latestVersionId);
  publishEvent(ctx, batch, { type: bundleRetired, aggregateType: 'bundle', aggregateId: bundleId, data: { versionId: publishedVersionId, reason } });
  await commit(ctx, batch);
  return receipt;
}

async function endOpenVersion(ctx: Context, batch: WriteBatch, versionId: string): Promise<void> {
  const open = await getBundleRecord(ctx, versionId, 'bundles.bundle.review');
  const { state, revision } = open.version;
  if (state !== 'draft' && state !== 'in-review') return;
  writesFor<BundlesTables>(batch).update('bundles.bundleVersion', { state: requireNextState(state, 'retire'), revision: revision + 1 },
    { id: versionId, revision, state }, { expected: 1, otherwise: () => fail('bundles.stale') });
  if (state === 'in-review') await cancelReview(ctx, batch, reviewSubjectOf(open));
}
