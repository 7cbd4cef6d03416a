import type { Insertable } from 'kysely';
import { addCalendarDays, loadCalendar, workingSeconds, type WorkingCalendar } from '../../../kernel/calendar/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { readRowsAlone, runText, transact } from '../../../kernel/db/index.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import { bucketOf } from '../../../kernel/reporting/index.ts';
import { takeTurns } from '../../../kernel/turns.ts';
import type { SupervisionTables } from '../tables.ts';

/** Days counted at once; a city that has run for years is caught up with run by run. */
const mostDays = 31;
/** Rows of one insert. */
const chunk = 500;

interface DoneTask {
  definitionId: string; node: string;
  organizationId: string; organizationName: string; organizationPath: string; regionCode: string;
  createdAt: Date; claimedAt: Date | null; endedAt: Date;
}
type StepDay = Insertable<SupervisionTables['supervision.stepDay']>;

const doneOn = `
SELECT i.definition_id, t.node, w.organization_id, w.organization_name, w.organization_path, w.region_code, t.created_at, t.claimed_at, t.ended_at
FROM workflow.task t JOIN workflow.instance i ON i.id = t.instance_id
JOIN supervision.watched_case w ON w.case_id = t.subject_id
WHERE t.status = 'completed' AND t.ended_at >= $1::timestamptz AND t.ended_at < $2::timestamptz AND t.subject_type = 'case' AND t.sign_mode IS NULL AND t.completed_by IS NOT NULL`;

const firstDone = `SELECT ended_at AS at FROM workflow.task WHERE status = 'completed' ORDER BY ended_at LIMIT 1`;
const beginningOf = (day: string): string => `${day}T00:00:00+08:00`;

/**
 * Counts the times of steps day by day: the last counted day again, because a case may have been told of late, and all after
 * it, and their months. A day is written as a whole, so that counting it twice changes nothing. What the platform
 * did by itself is not counted.
 */
export async function countSteps(ctx: Context): Promise<void> {
  const { db, clock } = ctx.kernel;
  const today = chinaDate(clock.now());
  const [progress] = await readRowsAlone<{ countedTo: string }>(db, 'SELECT counted_to FROM supervision.step_progress', []);
  const [first] = progress ? [] : await readRowsAlone<{ at: Date }>(db, firstDone, []);
  let day = progress ? addCalendarDays(progress.countedTo, -1) : chinaDate(first?.at ?? clock.now());
  const calendar = await loadCalendar(ctx.kernel);
  for (let counted = 1; day <= today && counted <= mostDays; counted += 1) {
    await countDay(ctx, calendar, day);
    const next = addCalendarDays(day, 1);
    if (next.endsWith('-01') || next > today || counted === mostDays) await addUpMonth(ctx, monthOf(day));
    day = next;
  }
}

/** Adds up the days of the month `$1` that are counted; written as a whole, as a day is. */
const addUp = `
INSERT INTO supervision.step_month (month, definition_id, node, organization_id, organization_path, region_code, measure, buckets, counts)
SELECT $1::date, definition_id, node, organization_id, max(path), max(region), measure, array_agg(bucket ORDER BY bucket), array_agg(count ORDER BY bucket) FROM (
  SELECT s.definition_id, s.node, s.organization_id, max(s.organization_path) AS path, max(s.region_code) AS region, m.measure, b.bucket, count(*)::int AS count
  FROM supervision.step_day s CROSS JOIN LATERAL (VALUES ('waiting', s.waiting), ('handling', s.handling), ('total', s.total)) AS m (measure, buckets)
  CROSS JOIN LATERAL unnest(m.buckets) AS b (bucket)
  WHERE s.day >= $1::date AND s.day < $1::date + interval '1 month' GROUP BY 1, 2, 3, 6, 7
) AS counted GROUP BY 2, 3, 4, 7`;

/** Adds up the days of a month, of the present one those that are counted. */
async function addUpMonth(ctx: Context, month: string): Promise<void> {
  await transact<SupervisionTables, void>(ctx.kernel.db, async (trx) => {
    await trx.deleteFrom('supervision.stepMonth').where('month', '=', month).execute();
    await runText(trx, addUp, [month]);
  });
}

/** The first day of a day's month. */
export function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

async function countDay(ctx: Context, calendar: WorkingCalendar, day: string): Promise<void> {
  const done = await readRowsAlone<DoneTask>(ctx.kernel.db, doneOn, [beginningOf(day), beginningOf(addCalendarDays(day, 1))]);
  const rows = await groupDay(calendar, day, done);
  const at = ctx.kernel.clock.now();
  await transact<SupervisionTables, void>(ctx.kernel.db, async (trx) => {
    await trx.deleteFrom('supervision.stepDay').where('day', '=', day).execute();
    for (let from = 0; from < rows.length; from += chunk) await trx.insertInto('supervision.stepDay').values(rows.slice(from, from + chunk)).execute();
    await trx.insertInto('supervision.stepProgress').values({ countedTo: day, countedAt: at })
      .onConflict((conflict) => conflict.column('single').doUpdateSet({ countedTo: day, countedAt: at })).execute();
  });
}

/** The day's rows: by version, step and department, one bucket for each step that was done. */
async function groupDay(calendar: WorkingCalendar, day: string, done: readonly DoneTask[]): Promise<StepDay[]> {
  const turn = takeTurns();
  const rows = new Map<string, StepDay>();
  for (const { createdAt, claimedAt, endedAt, ...place } of done) {
    const key = `${place.definitionId} ${place.node} ${place.organizationId}`;
    const row = rows.get(key) ?? { day, ...place, waiting: [], handling: [], total: [] };
    rows.set(key, row);
    // What nobody took into hand before doing it was waited for until it was done.
    const taken = claimedAt ?? endedAt;
    row.waiting.push(bucketOf(workingSeconds(calendar, createdAt, taken)));
    row.handling.push(bucketOf(workingSeconds(calendar, taken, endedAt)));
    row.total.push(bucketOf((endedAt.getTime() - createdAt.getTime()) / 1_000));
    await turn();
  }
  return [...rows.values()];
}

export const countStepsJob: JobDefinition = { name: 'supervision.count-steps', label: '统计各环节耗时', cron: '*/10 * * * *', handle: countSteps };
