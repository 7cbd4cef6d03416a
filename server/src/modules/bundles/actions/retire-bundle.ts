import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import type { BundleReceipt } from '../contract.ts';
import { fail } from '../errors.ts';
import { bundleRetired } from '../events.ts';
import { getBundleRecord, getBundleRow } from '../queries/get-records.ts';
import { beginChange, requireNextState } from './change-version.ts';

/** Takes a bundle off the portal, with the reason; its items stay. @throws bundles.not-found when it is not published */
export async function retireBundle(ctx: Context, bundleId: string, reason: string): Promise<BundleReceipt> {
  const { publishedVersionId } = await getBundleRow(ctx, bundleId, 'bundles.bundle.review');
  if (publishedVersionId === null) throw fail('bundles.not-found');
  const record = await getBundleRecord(ctx, publishedVersionId, 'bundles.bundle.review');
  const state = requireNextState(record.version.state, 'retire');
  const { batch, receipt } = beginChange(ctx, record, record.version.revision, {
    state, action: 'bundles.retire-bundle', detail: { reason }, bundleSet: { publishedVersionId: null },
  });
  publishEvent(ctx, batch, { type: bundleRetired, aggregateType: 'bundle', aggregateId: bundleId, data: { versionId: publishedVersionId, reason } });
  await commit(ctx, batch);
  return receipt;
}
