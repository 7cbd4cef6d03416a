import type { Context } from '../../../kernel/context.ts';
import { startOfChinaDay } from '../../../kernel/clock/index.ts';
import { readRowsOnce } from '../../../kernel/db/index.ts';

/** Cases of one region: of the day, and under way now. */
export interface CaseFlow { regionCode: string; submitted: number; closed: number; open: number; overdue: number }

/** How many cases came and were closed on a day (China's), and stand open or past their promise now, by region; regions without any are left out. */
export async function countCaseFlow(ctx: Context, day: string): Promise<CaseFlow[]> {
  return readRowsOnce<CaseFlow>(ctx.kernel.db, `
    SELECT c.region_code, count(*) FILTER (WHERE c.submitted_at >= $1)::int AS submitted, count(*) FILTER (WHERE c.closed_at >= $1)::int AS closed,
      count(*) FILTER (WHERE c.closed_at IS NULL)::int AS open, count(*) FILTER (WHERE c.closed_at IS NULL AND t.level IN ('yellow', 'red'))::int AS overdue
    FROM cases."case" c LEFT JOIN time.account t ON t.subject_type = 'case' AND t.subject_id = c.id
    WHERE c.closed_at IS NULL OR c.closed_at >= $1 OR c.submitted_at >= $1
    GROUP BY c.region_code ORDER BY c.region_code`, [startOfChinaDay(day)]);
}
