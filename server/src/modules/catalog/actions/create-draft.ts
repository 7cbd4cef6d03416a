import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { fail } from '../errors.ts';
import { keepLocked } from '../locked-elements.ts';
import { getItemRecord } from '../queries/get-version-record.ts';
import { nameDepartment } from '../rename-department.ts';
import type { CatalogTables } from '../tables.ts';
import { startDraft } from './start-draft.ts';
import type { VersionReceipt } from './version-receipt.ts';

/**
 * Starts a new draft from the newest version, or from an older one (回滚, CAT-02); what the superior list has fixed since
 * stays as it is now, and a department that was merged is named as its successor.
 * @throws catalog.open-version-exists while another version is being worked on
 */
export async function createDraft(ctx: Context, itemId: string, fromVersionId: string | undefined): Promise<VersionReceipt> {
  const item = await getItemRecord(ctx, itemId, 'catalog.item.edit');
  const wanted = fromVersionId ?? item.latestVersionId;
  const rows = await tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.itemVersion').select(['id', 'elements'])
    .where('itemId', '=', itemId).where('id', 'in', [wanted, item.latestVersionId]).execute();
  const [source, latest] = [wanted, item.latestVersionId].map((id) => rows.find((row) => row.id === id));
  if (!source || !latest) throw fail('catalog.version-not-found');
  const kept = keepLocked(item.lockedElements, latest.elements, source.elements);
  // A merger gave the item to another department; its guide says so from the next version on.
  const elements = kept.organizationId === item.organizationId ? kept : await nameDepartment(ctx, kept, item.organizationId);
  const { batch, receipt } = startDraft(ctx, item, elements, { from: source.id });
  await commit(ctx, batch);
  return receipt;
}
