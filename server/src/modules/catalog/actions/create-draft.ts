import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { fail } from '../errors.ts';
import { getItemRecord } from '../queries/get-version-record.ts';
import type { CatalogTables } from '../tables.ts';
import type { VersionReceipt } from './version-receipt.ts';

/**
 * Starts a new draft from the newest version, or from an older one (回滚, CAT-02).
 * @throws catalog.open-version-exists while another version is being worked on
 */
export async function createDraft(ctx: Context, itemId: string, fromVersionId: string | undefined): Promise<VersionReceipt> {
  const item = await getItemRecord(ctx, itemId, 'catalog.item.edit');
  const source = await tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.itemVersion').select(['id', 'elements'])
    .where('itemId', '=', itemId).where('id', '=', fromVersionId ?? item.latestVersionId).executeTakeFirst();
  if (!source) throw fail('catalog.version-not-found');
  const [versionId, number] = [createId(), item.latestVersionNumber + 1];
  const taken = () => fail('catalog.open-version-exists');
  const batch = new WriteBatch().onViolation('item_version_open', taken).onViolation('item_version_number', taken);
  const writes = writesFor<CatalogTables>(batch);
  const now = ctx.kernel.clock.now();
  writes.insert('catalog.itemVersion', {
    id: versionId, itemId, number, state: 'draft', revision: 1, elements: source.elements, createdAt: now,
    createdById: ctx.actor.id, createdByName: ctx.actor.name, submittedById: null, reviewedById: null, reviewOpinion: null,
  });
  writes.update('catalog.item', { latestVersionId: versionId, latestVersionNumber: number, latestState: 'draft', updatedAt: now }, { id: itemId });
  recordAudit(ctx, batch, { action: 'catalog.create-draft', objectType: 'item', objectId: itemId, detail: { number, from: source.id } });
  await commit(ctx, batch);
  return { itemId, versionId, versionNumber: number, state: 'draft', revision: 1 };
}
