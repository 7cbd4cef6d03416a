import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { CatalogTables } from '../tables.ts';

/** Counts one application for an item on the day of `at`; called by a handler of the submission event, not in its transaction. */
export async function recordItemUse(ctx: Context, itemId: string, at: Date): Promise<void> {
  await tablesOf<CatalogTables>(ctx.kernel.db).insertInto('catalog.itemUse').values({ itemId, day: chinaDate(at), uses: 1 })
    .onConflict((conflict) => conflict.columns(['itemId', 'day']).doUpdateSet((eb) => ({ uses: eb('catalog.itemUse.uses', '+', 1) }))).execute();
}
