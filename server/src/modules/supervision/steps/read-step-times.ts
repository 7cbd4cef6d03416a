import { sql, type RawBuilder } from 'kysely';
import type { QueryOf, ResponseOf } from '@tongban/contract-kit';
import { requireScope } from '../../../kernel/access/index.ts';
import { regionPrefix, scopeFilter } from '../../../kernel/access/scope-filter.ts';
import { addCalendarDays } from '../../../kernel/calendar/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { readOnce, readRowsAlone, tablesOf } from '../../../kernel/db/index.ts';
import { medianOf, quantileOf, type Bucket } from '../../../kernel/reporting/index.ts';
import { getDefinitionById } from '../../../kernel/workflow/index.ts';
import type { getStepTimes, listTimedProcesses as listOperation, StepTimes } from '../contract.ts';
import { fail } from '../errors.ts';
import type { SupervisionTables } from '../tables.ts';
import { monthOf } from './count-steps.ts';

const measures = ['waiting', 'handling', 'total'] as const;
type Measure = (typeof measures)[number];
interface Counted extends Bucket { node: string; measure: Measure }

const inScope = (ctx: Context): RawBuilder<boolean> =>
  scopeFilter(requireScope(ctx, 'supervision.step-time.view'), ctx.actor, { organizationPath: 'organization_path', regionCode: 'region_code' });

/** Processes whose steps have been counted within the officer's scope, with their versions, the newest first. */
export async function listTimedProcesses(ctx: Context): Promise<ResponseOf<typeof listOperation>> {
  const { rows } = await sql<{ definitionId: string }>`
    SELECT d.id AS definition_id FROM workflow.definition d WHERE EXISTS (SELECT FROM supervision.step_day s WHERE s.definition_id = d.id AND ${inScope(ctx)})`.execute(tablesOf<SupervisionTables>(ctx.kernel.db));
  const definitions = await Promise.all(rows.map(({ definitionId }) => getDefinitionById(ctx.kernel, definitionId)));
  const newest = definitions.toSorted((a, b) => a.key.localeCompare(b.key) || b.version - a.version);
  const keys = [...new Set(newest.map(({ key }) => key))];
  return {
    processes: keys.map((key) => {
      const own = newest.filter((one) => one.key === key);
      return { key, name: own[0]?.name ?? key, versions: own.map(({ id, version }) => ({ definitionId: id, version })) };
    }),
  };
}

/**
 * Times of the steps of one version over a period, read from the days and months that were counted ahead: three statements,
 * whatever the number of cases (WFL-03). @throws supervision.bad-period, workflow.definition-not-found
 */
export async function readStepTimes(ctx: Context, { definitionId, from, to, organizationId, regionCode }: QueryOf<typeof getStepTimes>): Promise<StepTimes> {
  if (from > to || Date.parse(to) - Date.parse(from) > 366 * 86_400_000) throw fail('supervision.bad-period');
  const period = sql<boolean>`definition_id = ${definitionId}::uuid AND day BETWEEN ${from}::date AND ${to}::date AND ${inScope(ctx)}`;
  const [progress] = await readRowsAlone<{ countedTo: string; countedAt: Date }>(ctx.kernel.db, 'SELECT counted_to, counted_at FROM supervision.step_progress', []);
  const countedTo = progress?.countedTo ?? from;
  // The present month is added up as far as it is counted, which is all that a period beyond it can hold.
  const [firstMonth, afterMonths] = to < countedTo ? wholeMonths(from, to, countedTo) : wholeMonths(from, endOfMonth(to), addCalendarDays(endOfMonth(countedTo), 1));
  const narrowed = sql.join([
    sql`true`, ...(organizationId === undefined ? [] : [sql<boolean>`organization_id = ${organizationId}::uuid`]),
    ...(regionCode === undefined ? [] : [sql<boolean>`region_code LIKE ${`${regionPrefix(regionCode.padEnd(12, '0'))}%`}`]),
  ], sql` AND `);
  const [counted, departments, { key, name, version, xml, model }] = await Promise.all([
    readOnce(ctx.kernel.db, sql<Counted>`
      SELECT node, measure, bucket, sum(count)::int AS count FROM (
        SELECT s.node, m.measure, b.bucket, count(*) AS count FROM supervision.step_day s
        CROSS JOIN LATERAL (VALUES ('waiting', s.waiting), ('handling', s.handling), ('total', s.total)) AS m (measure, buckets) CROSS JOIN LATERAL unnest(m.buckets) AS b (bucket)
        WHERE ${period} AND ${narrowed} AND (day < ${firstMonth}::date OR day >= ${afterMonths}::date) GROUP BY 1, 2, 3
        UNION ALL
        SELECT s.node, s.measure, b.bucket, sum(b.count) FROM supervision.step_month s CROSS JOIN LATERAL unnest(s.buckets, s.counts) AS b (bucket, count)
        WHERE definition_id = ${definitionId}::uuid AND month >= ${firstMonth}::date AND month < ${afterMonths}::date AND ${inScope(ctx)} AND ${narrowed} GROUP BY 1, 2, 3
      ) AS counted GROUP BY 1, 2, 3`),
    readOnce(ctx.kernel.db, sql<StepTimes['departments'][number]>`
      SELECT d.organization_id, o.name AS organization_name FROM (
        SELECT organization_id FROM supervision.step_day WHERE ${period} AND (day < ${firstMonth}::date OR day >= ${afterMonths}::date)
        UNION SELECT organization_id FROM supervision.step_month WHERE definition_id = ${definitionId}::uuid AND month >= ${firstMonth}::date AND month < ${afterMonths}::date AND measure = 'total' AND ${inScope(ctx)}
      ) AS d JOIN organization.organization o ON o.id = d.organization_id ORDER BY 2`),
    getDefinitionById(ctx.kernel, definitionId),
  ]);
  const nodes = [...new Set(counted.map(({ node }) => node))];
  const place = (node: string): number => model.nodes.findIndex(({ id }) => id === node);
  return {
    process: { key, name, version, xml }, departments, countedAt: progress?.countedAt.toISOString() ?? null,
    steps: nodes.toSorted((a, b) => place(a) - place(b)).map((node) => {
      const of = (measure: Measure): Counted[] => counted.filter((row) => row.node === node && row.measure === measure);
      const spread = (measure: Measure) => ({ median: medianOf(of(measure)), p90: quantileOf(of(measure), 0.9) });
      return {
        node, name: model.nodes.find(({ id }) => id === node)?.name ?? node, count: of('total').reduce((sum, { count }) => sum + count, 0),
        waiting: spread('waiting'), handling: spread('handling'), total: spread('total'),
      };
    }),
  };
}

/** The first day of the whole months in a period that have been added up, and the day after them; the same day when there are none. */
export function wholeMonths(from: string, to: string, countedTo: string): [string, string] {
  const first = from.endsWith('-01') ? from : nextMonth(from);
  const after = [monthOf(addCalendarDays(to, 1)), monthOf(countedTo)].toSorted()[0] ?? first;
  return first < after ? [first, after] : [after, after];
}

/** The last day of a day's month. */
export function endOfMonth(day: string): string {
  return addCalendarDays(nextMonth(day), -1);
}

/** The first day of the month after a day's. */
function nextMonth(day: string): string {
  return monthOf(addCalendarDays(monthOf(day), 31));
}
