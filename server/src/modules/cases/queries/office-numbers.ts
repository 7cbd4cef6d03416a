import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { TimeTables } from '../../../kernel/time-accounts/index.ts';
import type { CasesTables } from '../tables.ts';

type Tables = CasesTables & Pick<TimeTables, 'time.account'>;

function ofOffice(ctx: Context, organizationPath: string) {
  return tablesOf<Tables>(ctx.kernel.db).selectFrom('cases.case as c')
    .leftJoin('time.account as t', (join) => join.onRef('t.subjectId', '=', 'c.id').on('t.subjectType', '=', 'case'))
    .where(sql<boolean>`c.participant_paths @> ARRAY[${organizationPath}]`);
}

/** Numbers of an organisation since the beginning of the day, and what is late now. */
export async function countOfficeCases(
  ctx: Context, organizationPath: string, since: Date,
): Promise<{ receivedToday: number; closedToday: number; warning: number; overdue: number }> {
  const count = (condition: ReturnType<typeof sql<boolean>>) => sql<number>`count(*) FILTER (WHERE ${condition})`;
  const isRunning = sql`c.status IN ('accepted', 'paused')`;
  return ofOffice(ctx, organizationPath)
    .where(sql<boolean>`(c.submitted_at >= ${since} OR c.closed_at >= ${since} OR ${isRunning})`)
    .select([
      count(sql`c.submitted_at >= ${since}`).as('receivedToday'), count(sql`c.closed_at >= ${since}`).as('closedToday'),
      count(sql`${isRunning} AND t.level = 'warning'`).as('warning'), count(sql`${isRunning} AND t.level IN ('yellow', 'red')`).as('overdue'),
    ]).executeTakeFirstOrThrow();
}

/** Cases of an organisation whose deadline comes first. */
export async function listNearestDeadlines(ctx: Context, organizationPath: string, limit: number) {
  const rows = await ofOffice(ctx, organizationPath).where('c.status', '=', 'accepted').where('t.promisedDueOn', 'is not', null)
    .select(['c.id as caseId', 'c.number', 'c.itemName', 'c.applicantName', 't.promisedDueOn', 't.level', 'c.submittedAt'])
    .orderBy('t.promisedDueOn').orderBy('c.id').limit(limit).execute();
  return rows.map((row) => ({ ...row, level: row.level ?? 'normal', submittedAt: row.submittedAt.toISOString() }));
}
