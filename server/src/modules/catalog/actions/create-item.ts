import { authorize } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { ElementName, ItemElements } from '../contract.ts';
import { fail } from '../errors.ts';
import { itemColumnsOf } from '../item-columns.ts';
import { claimItemFiles } from '../item-files.ts';
import { getImplementer } from '../organizations.ts';
import type { CatalogTables } from '../tables.ts';
import { announceSaved } from './start-draft.ts';
import type { VersionReceipt } from './version-receipt.ts';

/** What an item may have from its first day. */
export interface ItemOrigin {
  /** Elements that the superior list has fixed (公共要素); editors cannot change them. */
  readonly lockedElements?: readonly ElementName[];
}

/** Creates an item with its first draft (CAT-02). @throws catalog.code-taken, forbidden outside the actor's scope */
export async function createItem(ctx: Context, elements: ItemElements, origin: ItemOrigin = {}): Promise<VersionReceipt> {
  const implementer = await getImplementer(ctx, elements.organizationId);
  authorize(ctx, 'catalog.item.edit', { ...implementer, regionCode: elements.regionCode });
  const { batch, receipt } = startItem(ctx, elements, { ...implementer, lockedElements: [...origin.lockedElements ?? []] });
  await claimItemFiles(ctx, batch, receipt.itemId, undefined, elements);
  await commit(ctx, batch);
  return receipt;
}

type Placement = { organizationId: string; organizationPath: string; lockedElements: string[]; parentItemId?: string };

/** Starts the batch of a new item with its first draft, or adds it to one; the caller has authorised it and adds what else belongs to it. */
export function startItem(
  ctx: Context, elements: ItemElements, placement: Placement, batch = new WriteBatch(),
): { batch: WriteBatch; receipt: VersionReceipt } {
  const [itemId, versionId, now] = [createId(), createId(), ctx.kernel.clock.now()];
  const { localTaskCode } = elements;
  batch.onViolation('item_local_task_code', () => fail('catalog.code-taken', { code: localTaskCode }));
  const writes = writesFor<CatalogTables>(batch);
  writes.insert('catalog.item', {
    id: itemId, localTaskCode, ...itemColumnsOf(elements), ...placement, source: 'platform', latestVersionId: versionId, latestVersionNumber: 1,
    latestState: 'draft', publishedVersionId: null, importFindings: [], importDigest: null, createdAt: now, updatedAt: now,
  });
  writes.insert('catalog.itemVersion', {
    id: versionId, itemId, number: 1, state: 'draft', revision: 1, elements, createdAt: now,
    createdById: ctx.actor.id, createdByName: ctx.actor.name, submittedById: null, reviewedById: null, reviewOpinion: null,
  });
  recordAudit(ctx, batch, { action: 'catalog.create-item', objectType: 'item', objectId: itemId, detail: { name: elements.name } });
  announceSaved(ctx, batch, { itemId, versionId, revision: 1 });
  return { batch, receipt: { itemId, versionId, versionNumber: 1, state: 'draft', revision: 1 } };
}
