import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, writesFor } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { fail } from '../errors.ts';
import { itemRetired } from '../events.ts';
import { getItemRecord, getVersionRecord } from '../queries/get-version-record.ts';
import { forgetAnswers } from '../search/recent-answers.ts';
import type { CatalogTables } from '../tables.ts';
import { beginChange, requireNextState, type VersionReceipt } from './version-receipt.ts';

/** Takes an item off the catalogue (取消). Cases under way go on. @throws catalog.not-published */
export async function retireItem(ctx: Context, itemId: string, reason: string): Promise<VersionReceipt> {
  const item = await getItemRecord(ctx, itemId, 'catalog.item.publish');
  if (!item.publishedVersionId) throw fail('catalog.not-published');
  const record = await getVersionRecord(ctx, item.publishedVersionId, 'catalog.item.publish');
  const state = requireNextState(record.version.state, 'retire');
  await requireNoHandlingItems(ctx, itemId);
  const { batch, receipt } = beginChange(ctx, record, record.version.revision, {
    state, itemSet: { publishedVersionId: null }, action: 'catalog.retire-item', detail: { reason },
  });
  writesFor<CatalogTables>(batch).delete('catalog.itemSearch', { itemId });
  publishEvent(ctx, batch, { type: itemRetired, aggregateType: 'item', aggregateId: itemId, data: { versionId: record.version.id, reason } });
  await commit(ctx, batch);
  forgetAnswers(ctx.kernel);
  return receipt;
}

/** A list whose handling items are still offered cannot go. @throws catalog.open-handling-items */
async function requireNoHandlingItems(ctx: Context, itemId: string): Promise<void> {
  const open = await tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.item').select('name')
    .where('parentItemId', '=', itemId).where('publishedVersionId', 'is not', null).orderBy('name').execute();
  if (open.length > 0) throw fail('catalog.open-handling-items', { count: open.length, names: open.slice(0, 5).map(({ name }) => name).join('、') });
}
