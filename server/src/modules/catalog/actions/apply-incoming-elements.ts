import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import type { WriteBatch } from '../../../kernel/db/index.ts';
import { cancelReview } from '../../../kernel/reviews/index.ts';
import type { ItemElements } from '../contract.ts';
import { getVersionRecord, getItemRecord } from '../queries/get-version-record.ts';
import { reviewSubjectOf } from '../review-subject.ts';
import { openStates } from '../states.ts';
import { announceSaved, startDraft } from './start-draft.ts';
import { beginChange, savedBy, type VersionReceipt } from './version-receipt.ts';

/**
 * Writes what the superior list now says into the item's open version, or into a new draft when there is none (CAT-09),
 * regardless of locks. A version under review becomes a draft again with `reason` as its opinion, because what was
 * reviewed has changed. What makes it this item (code, department, region) is never taken over.
 */
export async function applyIncomingElements(ctx: Context, itemId: string, elements: Partial<ItemElements>, reason: string): Promise<VersionReceipt> {
  const { batch, receipt } = await startIncoming(ctx, itemId, elements, reason);
  await commit(ctx, batch);
  return receipt;
}

/** The batch of `applyIncomingElements`, to which the caller adds what else belongs to it. */
export async function startIncoming(
  ctx: Context, itemId: string, elements: Partial<ItemElements>, reason: string,
): Promise<{ batch: WriteBatch; receipt: VersionReceipt }> {
  const item = await getItemRecord(ctx, itemId, 'catalog.item.edit');
  const record = await getVersionRecord(ctx, item.latestVersionId, 'catalog.item.edit');
  const { state, revision, elements: standing } = record.version;
  const { localTaskCode, organizationId, departmentName, regionCode } = standing;
  const next: ItemElements = { ...standing, ...elements, localTaskCode, organizationId, departmentName, regionCode };
  if (!openStates.some((open) => open === state)) return startDraft(ctx, item, next, { from: record.version.id, reason });
  const { batch, receipt } = beginChange(ctx, record, revision, {
    state: 'draft', set: { elements: next, ...savedBy(ctx), ...(state === 'draft' ? {} : { reviewOpinion: reason }) },
    action: 'catalog.apply-incoming', detail: { reason, elements: Object.keys(elements) },
  });
  if (state === 'in-review') await cancelReview(ctx, batch, reviewSubjectOf(record));
  announceSaved(ctx, batch, receipt);
  return { batch, receipt };
}
