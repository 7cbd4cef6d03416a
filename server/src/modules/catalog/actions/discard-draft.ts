import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { deleteReviewComments } from '../../../kernel/reviews/index.ts';
import { checkVersion, prevents } from '../check-version.ts';
import { fail } from '../errors.ts';
import { getVersionRecord } from '../queries/get-version-record.ts';
import { reviewSubjectOf } from '../review-subject.ts';
import type { CatalogTables } from '../tables.ts';
import { announceGivenUp } from './start-draft.ts';
import { requireNextState } from './version-receipt.ts';

/**
 * Throws a draft away; the item stands as the version before left it. The only version of an item stays.
 * @throws catalog.only-version, catalog.stale when someone saved since `revision`
 */
export async function discardDraft(ctx: Context, versionId: string, revision: number): Promise<void> {
  const { version, item } = await getVersionRecord(ctx, versionId, 'catalog.item.edit');
  requireNextState(version.state, 'edit');
  const before = await tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.itemVersion').select(['id', 'number', 'state', 'elements'])
    .where('itemId', '=', item.id).where('number', '<', version.number).orderBy('number', 'desc').limit(1).executeTakeFirst();
  if (!before) throw fail('catalog.only-version');
  const errorCount = (await checkVersion(ctx.kernel, item.id, before.elements)).filter(prevents).length;
  const batch = new WriteBatch();
  const writes = writesFor<CatalogTables>(batch);
  deleteReviewComments(batch, reviewSubjectOf({ version, item }));
  writes.delete('catalog.itemVersion', { id: versionId, revision, state: 'draft' }, { expected: 1, otherwise: () => fail('catalog.stale') });
  writes.update('catalog.item', { latestVersionId: before.id, latestVersionNumber: before.number, latestState: before.state, errorCount, updatedAt: ctx.kernel.clock.now() }, { id: item.id });
  announceGivenUp(ctx, batch, { itemId: item.id, versionId });
  recordAudit(ctx, batch, { action: 'catalog.discard-draft', objectType: 'item', objectId: item.id, detail: { number: version.number } });
  await commit(ctx, batch);
}
