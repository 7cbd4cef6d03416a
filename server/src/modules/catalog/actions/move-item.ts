import { authorize } from '../../../kernel/access/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { writesFor } from '../../../kernel/db/index.ts';
import { itemColumnsOf } from '../item-columns.ts';
import { getImplementer } from '../organizations.ts';
import { getItemRecord, getVersionRecord } from '../queries/get-version-record.ts';
import { nameDepartment } from '../rename-department.ts';
import { openStates } from '../states.ts';
import type { CatalogTables } from '../tables.ts';
import { announceMoved, announceSaved, startDraft } from './start-draft.ts';
import { beginChange, requireNextState, savedBy, type VersionReceipt } from './version-receipt.ts';

/**
 * Moves an item to the department that took over its duties: the item belongs to it at once, and its open draft, or a new
 * one, names it wherever the former one stood. The published guide follows when that draft is published.
 * @throws catalog.state-refused while the open version is in review
 */
export async function moveItem(ctx: Context, itemId: string, input: { organizationId: string; reason: string }): Promise<VersionReceipt> {
  const item = await getItemRecord(ctx, itemId, 'catalog.item.edit');
  const record = await getVersionRecord(ctx, item.latestVersionId, 'catalog.item.edit');
  const implementer = await getImplementer(ctx, input.organizationId);
  const next = await nameDepartment(ctx, record.version.elements, input.organizationId, item.organizationId);
  authorize(ctx, 'catalog.item.edit', { ...implementer, regionCode: next.regionCode });
  const belonging = { ...implementer, departmentName: next.departmentName, staffVector: itemColumnsOf(next).staffVector };
  const open = openStates.some((state) => state === record.version.state);
  const { batch, receipt } = open
    ? beginChange(ctx, record, record.version.revision, {
      state: requireNextState(record.version.state, 'edit'), set: { elements: next, ...savedBy(ctx) }, action: 'catalog.move-item', detail: { ...input },
      itemSet: belonging,
    })
    : startDraft(ctx, item, next, { move: input }, belonging);
  if (open) announceSaved(ctx, batch, receipt);
  announceMoved(ctx, batch, { ...receipt, organizationId: input.organizationId });
  // The public still finds the guide under the name it was published with; scopes follow at once.
  writesFor<CatalogTables>(batch).update('catalog.itemSearch', { organizationId: input.organizationId }, { itemId });
  await commit(ctx, batch);
  return receipt;
}
