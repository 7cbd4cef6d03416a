import type { Static } from '@tongban/contract-kit';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { OrganizationTables } from '../../../kernel/organization/tables.ts';
import type { StaffItemDetail } from '../contract.ts';
import type { CatalogTables } from '../tables.ts';
import type { VersionRecord } from './get-version-record.ts';
import { presentStaffItem } from './list-staff-items.ts';
import { listVersions } from './list-versions.ts';

/** An item with its versions, the list above or the handling items below it, and whether its department is still there. */
export async function getItemDetail(ctx: Context, item: VersionRecord['item']): Promise<Static<typeof StaffItemDetail>> {
  const db = tablesOf<CatalogTables & OrganizationTables>(ctx.kernel.db);
  const [versions, parent, handlingItems, department] = await Promise.all([
    listVersions(ctx, item.id),
    item.parentItemId === null ? undefined : db.selectFrom('catalog.item').select(['id', 'name', 'latestVersionId']).where('id', '=', item.parentItemId).executeTakeFirst(),
    listHandlingItems(ctx, item.id),
    db.selectFrom('organization.organization').select('validTo').where('id', '=', item.organizationId).executeTakeFirst(),
  ]);
  const today = chinaDate(ctx.kernel.clock.now());
  const validTo = department?.validTo ?? null;
  return { item: presentStaffItem(item), versions, parent: parent ?? null, handlingItems, departmentClosed: validTo !== null && validTo <= today };
}

async function listHandlingItems(ctx: Context, itemId: string) {
  const { rows } = await ctx.kernel.db.pool.query<{ id: string; name: string; code: string | null; state: VersionRecord['item']['latestState']; published: boolean; latestVersionId: string }>(
    `SELECT i.id, i.name, v.elements ->> 'handlingItemCode' AS code, i.latest_state AS state, i.published_version_id IS NOT NULL AS published,
       i.latest_version_id AS "latestVersionId"
     FROM catalog.item i JOIN catalog.item_version v ON v.id = i.latest_version_id WHERE i.parent_item_id = $1 ORDER BY code, i.name`, [itemId]);
  return rows;
}

/** Names of the handling items of an item, by id. */
export async function listHandlingItemNames(ctx: Context, itemId: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await listHandlingItems(ctx, itemId)).map(({ id, name }) => [id, name]));
}
