import { sql } from 'kysely';
import { requireScope, type DataScope, type Actor } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { CatalogTables } from '../tables.ts';

/** How many items a department has, by the state of their newest version; `published` counts those offered now. */
export interface ItemCounts {
  organizationId: string;
  organizationName: string;
  items: number;
  draft: number;
  inReview: number;
  published: number;
  retired: number;
  online: number;
}

/** Items by department within a scope and below the leading digits of a region. */
export async function countItems(ctx: Context, scope: DataScope, actor: Actor, regionPrefix: string): Promise<ItemCounts[]> {
  const count = (condition: ReturnType<typeof sql<boolean>>) => sql<number>`(count(*) FILTER (WHERE ${condition}))::int`;
  return tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.item as i').leftJoin('catalog.itemSearch as s', 's.itemId', 'i.id')
    .select((eb) => [
      'i.organizationId', eb.fn.max('i.departmentName').as('organizationName'), sql<number>`count(*)::int`.as('items'),
      count(sql`i.latest_state = 'draft'`).as('draft'), count(sql`i.latest_state IN ('in-review', 'approved')`).as('inReview'),
      count(sql`i.published_version_id IS NOT NULL`).as('published'), count(sql`i.latest_state = 'retired'`).as('retired'),
      count(sql`s.online_available`).as('online'),
    ])
    .where(scopeFilter(scope, actor, { organizationPath: 'i.organizationPath', regionCode: 'i.regionCode' }))
    .where('i.regionCode', 'like', `${regionPrefix}%`)
    .groupBy('i.organizationId').orderBy('organizationName').execute();
}

/** How many items that are not retired a department has of a type. */
export interface DepartmentItems { organizationId: string; taskType: string; items: number }

/** Items by department and type within the actor's scope, as `iterateItems` would give them. */
export async function countDepartmentItems(ctx: Context): Promise<DepartmentItems[]> {
  return tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.item as i').select(['i.organizationId', 'i.taskType', sql<number>`count(*)::int`.as('items')])
    .where(scopeFilter(requireScope(ctx, 'catalog.item.view'), ctx.actor, { organizationPath: 'i.organizationPath', regionCode: 'i.regionCode' }))
    .where('i.latestState', '<>', 'retired').groupBy(['i.organizationId', 'i.taskType']).execute();
}
