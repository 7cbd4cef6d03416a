import type { Context } from '../../../kernel/context.ts';
import type { Audience, ItemSummary } from '../contract.ts';
import { listStatement } from '../search/search-statement.ts';
import { runSearch } from '../search/run-search.ts';
import { readCard } from './search-items.ts';

/** The items most applied for lately. */
export async function listHotItems(ctx: Context, audience: Audience | undefined, limit: number): Promise<ItemSummary[]> {
  const rows = await runSearch(ctx.kernel, listStatement({ audience }, limit));
  return rows.map(({ card }) => readCard(card));
}
