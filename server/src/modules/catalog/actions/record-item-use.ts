import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { CatalogTables } from '../tables.ts';

/** Counts one case for its item on the day of `at`; the same case counts once. */
export async function recordItemUse(ctx: Context, use: { caseId: string; itemId: string; at: Date }): Promise<void> {
  await tablesOf<CatalogTables>(ctx.kernel.db).insertInto('catalog.itemUse').values({ caseId: use.caseId, itemId: use.itemId, day: chinaDate(use.at) })
    .onConflict((conflict) => conflict.doNothing()).execute();
}
