import { recordAudit } from '../../../kernel/audit/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { cancelReview } from '../../../kernel/reviews/index.ts';
import { itemRetired } from '../events.ts';
import { reviewSubjectOf } from '../review-subject.ts';
import { openStates } from '../states.ts';
import type { CatalogTables } from '../tables.ts';
import { announceGivenUp } from './start-draft.ts';

/**
 * Adds to the batch that an item is over for good, because the power it rested on has ended: the published version is
 * retired, the one that is worked on is given up, and no other can be started. Cases under way go on. The caller has
 * authorised it; public answers follow within seconds.
 */
export async function closeItem(ctx: Context, batch: WriteBatch, itemId: string, reason: string): Promise<void> {
  const db = tablesOf<CatalogTables>(ctx.kernel.db);
  const item = await db.selectFrom('catalog.item').selectAll().where('id', '=', itemId).executeTakeFirst();
  if (!item || item.closedReason !== null) return;
  const versions = await db.selectFrom('catalog.itemVersion').selectAll().where('itemId', '=', itemId).where('state', 'in', [...openStates, 'published']).execute();
  const writes = writesFor<CatalogTables>(batch);
  for (const version of versions) {
    writes.update('catalog.itemVersion', { state: 'retired', revision: version.revision + 1 }, { id: version.id });
    if (version.state === 'in-review') await cancelReview(ctx, batch, reviewSubjectOf({ version, item }), reason);
    if (version.state !== 'published') announceGivenUp(ctx, batch, { itemId, versionId: version.id });
  }
  writes.update('catalog.item', { publishedVersionId: null, latestState: 'retired', closedReason: reason, updatedAt: ctx.kernel.clock.now() }, { id: itemId });
  if (item.publishedVersionId !== null) {
    writes.delete('catalog.itemSearch', { itemId });
    publishEvent(ctx, batch, { type: itemRetired, aggregateType: 'item', aggregateId: itemId, data: { versionId: item.publishedVersionId, reason } });
  }
  recordAudit(ctx, batch, { action: 'catalog.close-item', objectType: 'item', objectId: itemId, detail: { reason } });
}
