import type { Context } from '../../../kernel/context.ts';
import type { Audience, ItemSummary } from '../contract.ts';
import { listStatement } from '../search/search-statement.ts';
import { answerOnce } from '../search/recent-answers.ts';
import { runSearch } from '../search/run-search.ts';
import { readCard } from './search-items.ts';

/** The items most applied for lately. */
export async function listHotItems(ctx: Context, audience: Audience | undefined, limit: number): Promise<ItemSummary[]> {
  return answerOnce(ctx.kernel, JSON.stringify(['hot', audience, limit]), async () =>
    (await runSearch(ctx.kernel, listStatement({ audience }, limit))).map(({ card }) => readCard(card)));
}
