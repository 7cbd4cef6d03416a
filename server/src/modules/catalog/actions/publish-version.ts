import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, writesFor } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { itemPublished } from '../events.ts';
import { getImplementer } from '../organizations.ts';
import { getVersionRecord } from '../queries/get-version-record.ts';
import { buildSearchRow, platformPopularity } from '../search/search-row.ts';
import { forgetAnswers } from '../search/recent-answers.ts';
import type { CatalogTables } from '../tables.ts';
import { beginChange, requireNextState, type VersionReceipt } from './version-receipt.ts';
import { requireReady } from './submit-version.ts';

/**
 * Publishes an approved version: it becomes the guide that everyone finds, the one before is superseded. Cases keep the
 * version they were submitted with.
 */
export async function publishVersion(ctx: Context, versionId: string, revision: number): Promise<VersionReceipt> {
  const record = await getVersionRecord(ctx, versionId, 'catalog.item.publish');
  const { item, version } = record;
  const state = requireNextState(version.state, 'publish');
  // Code lists and organisations may have changed since the review.
  await requireReady(ctx, item.id, version.elements);
  const implementer = await getImplementer(ctx, version.elements.organizationId);
  const { name, taskType, regionCode, departmentName, catalogCode = null } = version.elements;
  const { batch, receipt } = beginChange(ctx, record, revision, {
    state, set: { publishedAt: ctx.kernel.clock.now() }, action: 'catalog.publish-version',
    itemSet: { publishedVersionId: versionId, name, taskType, regionCode, departmentName, catalogCode, ...implementer },
  });
  const writes = writesFor<CatalogTables>(batch);
  if (item.publishedVersionId) writes.update('catalog.itemVersion', { state: 'superseded' }, { id: item.publishedVersionId });
  const found = await tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.itemSearch').select('popularity')
    .where('itemId', '=', item.id).executeTakeFirst();
  const row = buildSearchRow(item.id, versionId, version.elements, found?.popularity ?? platformPopularity);
  if (found) writes.update('catalog.itemSearch', row, { itemId: item.id });
  else writes.insert('catalog.itemSearch', row);
  publishEvent(ctx, batch, {
    type: itemPublished, aggregateType: 'item', aggregateId: item.id,
    data: { versionId, versionNumber: version.number, previousVersionId: item.publishedVersionId },
  });
  await commit(ctx, batch);
  forgetAnswers(ctx.kernel);
  return receipt;
}
