import { sql } from 'kysely';
import type { DataScope, Actor } from '../../../kernel/access/index.ts';
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
