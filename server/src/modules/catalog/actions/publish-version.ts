import { chinaDate, dateInWords } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, writesFor } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { fail } from '../errors.ts';
import { itemPublished } from '../events.ts';
import { itemColumnsOf } from '../item-columns.ts';
import { getImplementer } from '../organizations.ts';
import { getVersionRecord } from '../queries/get-version-record.ts';
import { buildSearchRow, platformPopularity } from '../search/search-row.ts';
import { forgetAnswers } from '../search/recent-answers.ts';
import type { CatalogTables } from '../tables.ts';
import { beginChange, requireNextState, type VersionReceipt } from './version-receipt.ts';
import { requireReady } from './submit-version.ts';

/**
 * Publishes an approved version: it becomes the guide that everyone finds, the one before is superseded. Cases keep the
 * version they were submitted with. One that is planned for a later day waits for it.
 * @throws catalog.not-yet-effective
 */
export async function publishVersion(ctx: Context, versionId: string, revision: number): Promise<VersionReceipt> {
  const record = await getVersionRecord(ctx, versionId, 'catalog.item.publish');
  const { item, version } = record;
  const state = requireNextState(version.state, 'publish');
  const { planEffectiveDate } = version.elements;
  if (planEffectiveDate !== undefined && planEffectiveDate > chinaDate(ctx.kernel.clock.now())) throw fail('catalog.not-yet-effective', { date: dateInWords(planEffectiveDate) });
  // Code lists and organisations may have changed since the review.
  await requireReady(ctx, item.id, version.elements);
  const implementer = await getImplementer(ctx, version.elements.organizationId);
  const { batch, receipt } = beginChange(ctx, record, revision, {
    state, set: { publishedAt: ctx.kernel.clock.now() }, action: 'catalog.publish-version',
    itemSet: { publishedVersionId: versionId, ...itemColumnsOf(version.elements), ...implementer, errorCount: 0 },
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
