import type { QueryOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { addCalendarDays } from '../../../kernel/calendar/index.ts';
import { chinaDate, startOfChinaDay } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { WorkflowTables } from '../../../kernel/workflow/tables.ts';
import { dispatchKindLabels, dispatchOutcomeLabels, dispatchOutcomes, type DispatchOverview, type DispatchWaiting, type getDispatchOverview as operation } from '../contract.ts';
import { fail } from '../errors.ts';
import type { DispatchTables } from '../tables.ts';
import { inScope } from './find-record.ts';

const view = 'dispatch.record.view';
const longestPeriod = 366;
const open = ['open', 'held', 'suspended'] as const;

function records(ctx: Context) {
  return tablesOf<DispatchTables & WorkflowTables>(ctx.kernel.db).selectFrom('dispatch.record as r').where(inScope(ctx, view));
}

/** The monitor: what went where in a period, what waits now by organisation and post, and day by day (DEC-07). @throws dispatch.bad-period */
export async function readOverview(ctx: Context, { from, to }: QueryOf<typeof operation>): Promise<DispatchOverview> {
  if (from > to || addCalendarDays(from, longestPeriod) < to) throw fail('dispatch.bad-period');
  const [outcomes, waiting, days, rules] = await Promise.all([countOutcomes(ctx, from, to), countWaiting(ctx), countDays(ctx, from, to), countRules(ctx, from, to)]);
  return { at: ctx.kernel.clock.now().toISOString(), outcomes, waiting, days, rules };
}

async function countOutcomes(ctx: Context, from: string, to: string): Promise<DispatchOverview['outcomes']> {
  const rows = await records(ctx).select(['r.outcome', sql<number>`count(*)::int`.as('count')])
    .where('r.at', '>=', startOfChinaDay(from)).where('r.at', '<', startOfChinaDay(addCalendarDays(to, 1))).groupBy('r.outcome').execute();
  const counts = new Map(rows.map(({ outcome, count }) => [outcome, count]));
  return dispatchOutcomes.map((outcome) => ({ outcome, label: dispatchOutcomeLabels[outcome], count: counts.get(outcome) ?? 0 }));
}

async function countWaiting(ctx: Context): Promise<DispatchWaiting[]> {
  const today = chinaDate(ctx.kernel.clock.now());
  const rows = await records(ctx).innerJoin('workflow.task as t', 't.id', 'r.taskId').where('r.current', '=', true).where('t.status', 'in', open)
    .select([
      'r.targetOrganizationId', 'r.targetPostCode', sql<string | null>`max(r.target_organization_name)`.as('organizationName'), sql<string | null>`max(r.target_post_name)`.as('postName'), sql<string>`max(r.target)`.as('target'),
      sql<number>`count(*) FILTER (WHERE t.assignee_id IS NULL)::int`.as('waiting'), sql<number>`count(*) FILTER (WHERE t.assignee_id IS NOT NULL)::int`.as('taken'),
      sql<number>`count(*) FILTER (WHERE t.due_on < ${today}::date)::int`.as('overdue'), sql<Date | null>`min(t.created_at) FILTER (WHERE t.assignee_id IS NULL)`.as('oldestAt'),
    ]).groupBy(['r.targetOrganizationId', 'r.targetPostCode']).orderBy(sql`count(*)`, 'desc').execute();
  return rows.map(({ targetOrganizationId, targetPostCode, organizationName, postName, target, waiting, taken, overdue, oldestAt }) => ({
    organizationId: targetOrganizationId, organizationName: organizationName ?? (targetPostCode === null ? target : '不限机构'), postCode: targetPostCode, postName: postName ?? '', waiting, taken, overdue,
    oldestAt: oldestAt?.toISOString() ?? null,
  }));
}

/** Day by day, backwards from what waits now: nothing has to be counted ahead, and what was dispatched before the period counts. */
async function countDays(ctx: Context, from: string, to: string): Promise<DispatchOverview['days']> {
  const today = chinaDate(ctx.kernel.clock.now());
  const since = startOfChinaDay(from);
  const day = (column: string) => sql<string>`to_char(${sql.ref(column)} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')`;
  const tasks = () => records(ctx).innerJoin('workflow.task as t', 't.id', 'r.taskId').where('r.current', '=', true);
  const [arrived, ended, standing] = await Promise.all([
    tasks().where('t.createdAt', '>=', since).select([day('t.createdAt').as('day'), sql<number>`count(*)::int`.as('count')]).groupBy(sql`1`).execute(),
    tasks().where('t.endedAt', '>=', since).select([day('t.endedAt').as('day'), sql<number>`count(*)::int`.as('count'), sql<number>`count(*) FILTER (WHERE t.status = 'completed')::int`.as('done')]).groupBy(sql`1`).execute(),
    tasks().where('t.status', 'in', open).select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow(),
  ]);
  const arrivals = new Map(arrived.map((row) => [row.day, row.count]));
  const ends = new Map(ended.map((row) => [row.day, row]));
  const days: DispatchOverview['days'] = [];
  let waiting = standing.count;
  for (let one = today; one >= from; one = addCalendarDays(one, -1)) {
    const [came, end] = [arrivals.get(one) ?? 0, ends.get(one)];
    if (one <= to) days.push({ day: one, arrived: came, done: end?.done ?? 0, waiting });
    waiting += (end?.count ?? 0) - came;
  }
  return days.reverse();
}

async function countRules(ctx: Context, from: string, to: string): Promise<DispatchOverview['rules']> {
  const rows = await records(ctx).where('r.ruleSetId', 'is not', null).where('r.at', '>=', startOfChinaDay(from)).where('r.at', '<', startOfChinaDay(addCalendarDays(to, 1)))
    .select([
      'r.ruleSetId', 'r.versionNumber', 'r.kind', sql<string>`max(r.rule_set_name)`.as('name'),
      sql<number>`count(*) FILTER (WHERE r.outcome = 'by-rule')::int`.as('followed'), sql<number>`count(*) FILTER (WHERE r.outcome IN ('fell-back', 'nobody'))::int`.as('failed'),
    ]).groupBy(['r.ruleSetId', 'r.versionNumber', 'r.kind']).orderBy('name').orderBy('r.versionNumber', 'desc').execute();
  return rows.flatMap(({ ruleSetId, versionNumber, kind, name, followed, failed }) => (ruleSetId === null || versionNumber === null ? []
    : [{ ruleSetId, name, kindLabel: dispatchKindLabels[kind], number: versionNumber, followed, failed }]));
}
