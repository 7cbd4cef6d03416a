import { sql } from 'kysely';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import { forgetAnswers } from '../search/recent-answers.ts';
import { platformPopularity } from '../search/search-row.ts';
import type { CatalogTables } from '../tables.ts';

const DAYS = 90;

/** Recounts how often each item was applied for in the last 90 days, which orders lists and ties of a search. */
export async function refreshPopularity(ctx: Context): Promise<void> {
  const since = chinaDate(new Date(ctx.kernel.clock.now().getTime() - DAYS * 86_400_000));
  await tablesOf<CatalogTables>(ctx.kernel.db).deleteFrom('catalog.itemUse').where('day', '<', since).execute();
  await sql`
    UPDATE catalog.item_search s SET popularity = counted.uses
    FROM (SELECT f.item_id, count(u.case_id)::int + CASE WHEN f.card LIKE '%"handlingMode":"platform"%' THEN ${platformPopularity} ELSE 0 END AS uses
      FROM catalog.item_search f LEFT JOIN catalog.item_use u ON u.item_id = f.item_id AND u.day >= ${since}::date
      GROUP BY f.item_id, f.card) counted
    WHERE counted.item_id = s.item_id AND counted.uses <> s.popularity`.execute(tablesOf<CatalogTables>(ctx.kernel.db));
  forgetAnswers(ctx.kernel);
}

export const refreshPopularityJob: JobDefinition = {
  name: 'catalog.refresh-popularity', label: '更新事项的常用程度', cron: '17 * * * *', handle: (ctx) => refreshPopularity(ctx),
};
