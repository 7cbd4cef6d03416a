import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { readRowsOnce, tablesOf } from '../../../kernel/db/index.ts';
import type { ClockLevel, TimeTables } from '../../../kernel/time-accounts/index.ts';
import type { CasesTables } from '../tables.ts';

type Tables = CasesTables & Pick<TimeTables, 'time.account'>;

function ofOffice(ctx: Context, organizationPath: string) {
  return tablesOf<Tables>(ctx.kernel.db).selectFrom('cases.case as c')
    .leftJoin('time.account as t', (join) => join.onRef('t.subjectId', '=', 'c.id').on('t.subjectType', '=', 'case'))
    .where(sql<boolean>`c.participant_paths @> ARRAY[${organizationPath}]`);
}

// Each number by the index of its own: an office that takes part in a hundred thousand cases a year has few of today, and few under way.
// Planned for the office that asks: one takes part in everything, another in next to nothing.
const numbers = `
SELECT (SELECT count(*) FROM (SELECT participant_paths FROM cases."case" WHERE submitted_at >= $2 OFFSET 0) AS c WHERE participant_paths @> ARRAY[$1])::int AS received_today,
  (SELECT count(*) FROM (SELECT participant_paths FROM cases."case" WHERE closed_at >= $2 OFFSET 0) AS c WHERE participant_paths @> ARRAY[$1])::int AS closed_today,
  running.warning, running.overdue
FROM (
  SELECT (count(*) FILTER (WHERE t.level = 'warning'))::int AS warning, (count(*) FILTER (WHERE t.level IN ('yellow', 'red')))::int AS overdue
  FROM cases."case" c JOIN time.account t ON t.subject_id = c.id AND t.subject_type = 'case'
  WHERE c.status IN ('accepted', 'paused') AND c.participant_paths @> ARRAY[$1] AND t.level <> 'normal'
) AS running`;

type Numbers = { receivedToday: number; closedToday: number; warning: number; overdue: number };

/** Numbers of an organisation since the beginning of the day, and what is late now. */
export async function countOfficeCases(ctx: Context, organizationPath: string, since: Date): Promise<Numbers> {
  const [found] = await readRowsOnce<Numbers>(ctx.kernel.db, numbers, [organizationPath, since]);
  return found ?? { receivedToday: 0, closedToday: 0, warning: 0, overdue: 0 };
}

interface Nearest { caseId: string; number: string; itemName: string; applicantName: string; promisedDueOn: string | null; level: ClockLevel | null; submittedAt: Date }

/** Cases of an organisation whose deadline comes first. */
export async function listNearestDeadlines(ctx: Context, organizationPath: string, limit: number) {
  const { sql: text, parameters } = ofOffice(ctx, organizationPath).where('c.status', '=', 'accepted').where('t.status', '=', 'running').where('t.promisedDueOn', 'is not', null)
    .select(['c.id as caseId', 'c.number', 'c.itemName', 'c.applicantName', 't.promisedDueOn', 't.level', 'c.submittedAt'])
    .orderBy('t.promisedDueOn').orderBy('c.id').limit(limit).compile();
  const rows = await readRowsOnce<Nearest>(ctx.kernel.db, text, parameters);
  return rows.map((row) => ({ ...row, level: row.level ?? 'normal', submittedAt: row.submittedAt.toISOString() }));
}
