import type { Updateable } from 'kysely';
import { recordAudit } from '../../../kernel/audit/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import type { ItemElements } from '../contract.ts';
import { fail } from '../errors.ts';
import { itemMoved, versionGivenUp, versionSaved } from '../events.ts';
import type { VersionRecord } from '../queries/get-version-record.ts';
import type { CatalogTables } from '../tables.ts';
import type { VersionReceipt } from './version-receipt.ts';

/**
 * Starts the batch that gives an item its next version, a draft with these elements; the caller adds what else belongs to
 * it. The batch is undone with catalog.open-version-exists while another version is being worked on.
 * @throws catalog.item-closed when the power it rested on has ended
 */
export function startDraft(
  ctx: Context, item: VersionRecord['item'], elements: ItemElements, detail: Record<string, unknown>,
  itemSet: Updateable<CatalogTables['catalog.item']> = {},
): { batch: WriteBatch; receipt: VersionReceipt } {
  if (item.closedReason !== null) throw fail('catalog.item-closed', { name: item.name, reason: item.closedReason });
  const [versionId, number, now] = [createId(), item.latestVersionNumber + 1, ctx.kernel.clock.now()];
  const taken = () => fail('catalog.open-version-exists');
  const batch = new WriteBatch().onViolation('item_version_open', taken).onViolation('item_version_number', taken);
  const writes = writesFor<CatalogTables>(batch);
  writes.insert('catalog.itemVersion', {
    id: versionId, itemId: item.id, number, state: 'draft', revision: 1, elements, createdAt: now,
    createdById: ctx.actor.id, createdByName: ctx.actor.name, submittedById: null, reviewedById: null, reviewOpinion: null,
  });
  writes.update('catalog.item', { latestVersionId: versionId, latestVersionNumber: number, latestState: 'draft', ...itemSet, updatedAt: now }, { id: item.id });
  recordAudit(ctx, batch, { action: 'catalog.create-draft', objectType: 'item', objectId: item.id, detail: { number, ...detail } });
  announceSaved(ctx, batch, { itemId: item.id, versionId, revision: 1 });
  return { batch, receipt: { itemId: item.id, versionId, versionNumber: number, state: 'draft', revision: 1 } };
}

/** Tells that the content of a draft was written. */
export function announceSaved(ctx: Context, batch: WriteBatch, { itemId, versionId, revision }: { itemId: string; versionId: string; revision: number }): void {
  publishEvent(ctx, batch, { type: versionSaved, aggregateType: 'item', aggregateId: itemId, data: { versionId, revision } });
}

/** Tells that an item has become another department's, so that what is asked about its open version is asked there. */
export function announceMoved(ctx: Context, batch: WriteBatch, { itemId, versionId, organizationId }: { itemId: string; versionId: string; organizationId: string }): void {
  publishEvent(ctx, batch, { type: itemMoved, aggregateType: 'item', aggregateId: itemId, data: { versionId, organizationId } });
}

/** Tells that a version will not go on, so that nobody is asked about it any more. */
export function announceGivenUp(ctx: Context, batch: WriteBatch, { itemId, versionId }: { itemId: string; versionId: string }): void {
  publishEvent(ctx, batch, { type: versionGivenUp, aggregateType: 'item', aggregateId: itemId, data: { versionId } });
}
