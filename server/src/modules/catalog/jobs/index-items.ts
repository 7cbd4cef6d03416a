import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import { itemColumnsOf } from '../item-columns.ts';
import type { CatalogTables } from '../tables.ts';

const atOnce = 200;

/** Fills what the staff list searches by for items written before it did; gives how many. */
export async function indexItems(ctx: Context): Promise<number> {
  const db = tablesOf<CatalogTables>(ctx.kernel.db);
  const rows = await db.selectFrom('catalog.item as i').innerJoin('catalog.itemVersion as v', 'v.id', 'i.latestVersionId')
    .select(['i.id', 'v.elements']).where('i.staffVector', 'is', null).limit(atOnce).execute();
  for (const { id, elements } of rows) {
    const { tags, lifeStages, staffVector } = itemColumnsOf(elements);
    await db.updateTable('catalog.item').set({ tags, lifeStages, staffVector }).where('id', '=', id).execute();
  }
  return rows.length;
}

export const indexItemsJob: JobDefinition = {
  name: 'catalog.index-items', label: '补建事项检索', cron: '*/5 * * * *', handle: async (ctx) => { while (await indexItems(ctx) === atOnce); },
};
