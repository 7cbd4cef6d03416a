import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { authorize } from '../../../kernel/access/index.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { ItemElements } from '../contract.ts';
import { fail } from '../errors.ts';
import { getImplementer } from '../organizations.ts';
import type { CatalogTables } from '../tables.ts';
import type { VersionReceipt } from './version-receipt.ts';

/** Creates an item with its first draft (CAT-02). @throws catalog.code-taken, forbidden outside the actor's scope */
export async function createItem(ctx: Context, elements: ItemElements): Promise<VersionReceipt> {
  const implementer = await getImplementer(ctx, elements.organizationId);
  authorize(ctx, 'catalog.item.edit', { ...implementer, regionCode: elements.regionCode });
  const [itemId, versionId, now] = [createId(), createId(), ctx.kernel.clock.now()];
  const batch = new WriteBatch().onViolation('item_local_task_code', () => fail('catalog.code-taken', { code: elements.localTaskCode }));
  const writes = writesFor<CatalogTables>(batch);
  writes.insert('catalog.item', {
    id: itemId, localTaskCode: elements.localTaskCode, name: elements.name, taskType: elements.taskType, regionCode: elements.regionCode,
    ...implementer, departmentName: elements.departmentName, source: 'platform', latestVersionId: versionId, latestVersionNumber: 1,
    latestState: 'draft', publishedVersionId: null, importFindings: [], importDigest: null, createdAt: now, updatedAt: now,
  });
  writes.insert('catalog.itemVersion', {
    id: versionId, itemId, number: 1, state: 'draft', revision: 1, elements, createdAt: now,
    createdById: ctx.actor.id, createdByName: ctx.actor.name, submittedById: null, reviewedById: null, reviewOpinion: null,
  });
  recordAudit(ctx, batch, { action: 'catalog.create-item', objectType: 'item', objectId: itemId, detail: { name: elements.name } });
  await commit(ctx, batch);
  return { itemId, versionId, versionNumber: 1, state: 'draft', revision: 1 };
}
