import pg from 'pg';
import type { Platform } from '../server/src/app.ts';
import { addCalendarDays } from '../server/src/kernel/calendar/index.ts';
import { startOfChinaDay } from '../server/src/kernel/clock/index.ts';
import { deriveDeadlines, loadClockRules, type ClockLevel, type Limits } from '../server/src/kernel/time-accounts/index.ts';
import { bulkLoad } from './bulk-load.ts';
import type { BenchSite } from './lib/platform.ts';
import { addDepartments } from './many-guides.ts';
import { hire, type World } from './world.ts';

/** A working day, and the next one, at whose beginning clocks reach their levels. */
export const evening = '2026-11-24';
export const morning = '2026-11-25';

/** How many cases reach what: a step that stays too long, minute by minute in the evening, and the limits at midnight. */
export interface Crossings {
  /** Cases whose step has stayed for 48 working hours in the minute that begins so many ms after the evening's midnight. */
  readonly steps: readonly { readonly from: Date; readonly count: number }[];
  readonly warnings: number;
  readonly yellow: number;
}

interface Group { name: string; startedOn: string; limits: Limits; level: ClockLevel; promisedDueOn: string | null; legalDueOn: string | null; nextThresholdAt: Date | null; from: number; to: number }

const tables = ['cases."case"', 'cases.action', 'cases.notice', 'workflow.instance', 'workflow.task', 'time.account', 'supervision.watched_case'];

/** A step of a Friday evening has stayed for 48 hours of working days on Tuesday at the same time. */
const stayedMs = 4 * 86_400_000;

/** The day on which a clock must have begun to stand at `level` in the evening and change at midnight. */
async function groupsOf({ kernel }: Platform, { steps, warnings, yellow }: Crossings, count: number): Promise<Group[]> {
  const { calendar, warning } = await loadClockRules(kernel);
  const stepCount = steps.reduce((sum, one) => sum + one.count, 0);
  const group = (name: string, startedOn: string, promisedDays: number, from: number, to: number): Group => {
    const limits: Limits = { promisedDays, legalDays: promisedDays * 2, unit: 'working-day', legalUnit: 'working-day' };
    const { level, promisedDueOn, legalDueOn, nextChangeOn } = deriveDeadlines({ startedOn, immediate: false, segments: [] }, limits, calendar, evening, warning);
    return { name, startedOn, limits, level, promisedDueOn, legalDueOn, nextThresholdAt: nextChangeOn === null ? null : startOfChinaDay(nextChangeOn), from, to };
  };
  const changing = (name: string, level: ClockLevel, from: number, to: number): Group => {
    for (let back = 1; back < 60; back += 1) {
      const found = group(name, addCalendarDays(evening, -back), 10, from, to);
      if (found.level === level && found.nextThresholdAt?.getTime() === startOfChinaDay(morning).getTime()) return found;
    }
    throw new Error(`no clock changes from ${level} on ${morning}`);
  };
  const quiet = Array.from({ length: 5 }, (_x, at): Group => group(`quiet-${at}`, addCalendarDays(evening, -at), 20, 0, 0));
  const [first, second] = [stepCount + warnings, stepCount + warnings + yellow];
  const each = Math.ceil((count - second) / quiet.length);
  return [
    group('steps', addCalendarDays(evening, -4), 20, 1, stepCount), changing('warning', 'normal', stepCount + 1, first), changing('yellow', 'warning', first + 1, second),
    ...quiet.map((one, at) => ({ ...one, from: second + 1 + at * each, to: Math.min(count, second + (at + 1) * each) })),
  ];
}

/** Where a case `w` is counted. */
export const placesOf = `SELECT 'item' AS dimension, coalesce(w.item_id::text, '') AS key, w.item_name AS name UNION ALL SELECT 'department', w.organization_id::text, '' UNION ALL SELECT 'window', w.window_key, '' UNION ALL SELECT 'person', id::text, '' FROM unnest(w.handler_ids) AS id`;

/** What a board counts of the open cases, counted anew from their rows. */
export const countOpen = [
  'TRUNCATE supervision.open_count, supervision.open_by',
  `INSERT INTO supervision.open_count (organization_id, state, level, organization_name, organization_path, region_code, count)
   SELECT organization_id, state, level, max(organization_name), max(organization_path), max(region_code), count(*) FROM supervision.watched_case WHERE state <> 'closed' GROUP BY 1, 2, 3`,
  `INSERT INTO supervision.open_by (dimension, key, organization_id, region_code, state, level, organization_name, organization_path, name, count)
   SELECT p.dimension, p.key, w.organization_id, w.region_code, w.state, w.level, max(w.organization_name), max(w.organization_path), max(p.name), count(*)
   FROM supervision.watched_case w CROSS JOIN LATERAL (${placesOf}) p WHERE w.state <> 'closed' GROUP BY 1, 2, 3, 4, 5, 6`,
];

/**
 * Fills the database with so many open cases of 500 departments, two thousand items and a hundred officers who have one step of
 * each in hand, copies of one that waits for the joint review. Nothing has been judged of them yet.
 */
export async function loadOpenCases(platform: Platform, site: BenchSite, world: World, caseId: string, count: number, crossings: Crossings, log: (line: string) => void): Promise<void> {
  const { kernel } = platform;
  await bulkLoad(site.connectionString, caseId, 1, count, log, tables);
  const departments = await addDepartments(kernel);
  const { rows: [home] } = await kernel.db.pool.query<{ id: string }>('SELECT organization_id AS id FROM cases."case" WHERE id = $1', [caseId]);
  const officers = [...await hire(kernel, 100, home?.id, 'preliminary-review', 'reviewer'), ...world.jointReviewers];
  const groups = await groupsOf(platform, crossings, count);
  const { calendar } = await loadClockRules(kernel);
  const client = new pg.Client({ connectionString: site.connectionString });
  await client.connect();
  try {
    await client.query(`SET session_replication_role = replica; SET synchronous_commit = off; SET jit = off`);
    await client.query('CREATE TABLE bench.open AS SELECT g, bench.id($1, g) AS case_id FROM generate_series(1, $2::int) g', [caseId, count].map(String));
    await client.query('CREATE TABLE bench.department AS SELECT (row_number() OVER ()) - 1 AS at, d.* FROM json_to_recordset($1::json) AS d (id uuid, name text, path text, "regionCode" text)', [JSON.stringify(departments)]);
    await client.query('CREATE TABLE bench.clock AS SELECT * FROM json_to_recordset($1::json) AS c ("startedOn" date, limits json, level text, "promisedDueOn" date, "legalDueOn" date, "nextThresholdAt" timestamptz, "from" int, "to" int)', [JSON.stringify(groups)]);
    await client.query('ANALYZE bench.open; ANALYZE bench.department');
    const place = 'FROM bench.open o JOIN bench.department d ON d.at = o.g % (SELECT count(*) FROM bench.department)';
    await client.query(`UPDATE cases."case" c SET organization_id = d.id, organization_name = d.name, region_code = d."regionCode" ${place} WHERE c.id = o.case_id`);
    await client.query(`UPDATE time.account a SET organization_id = d.id, region_code = d."regionCode", started_on = c."startedOn", segments = '[]', immediate = false, unit = 'working-day', legal_unit = 'working-day',
      promised_days = (c.limits->>'promisedDays')::int, legal_days = (c.limits->>'legalDays')::int, status = 'running', level = c.level, promised_due_on = c."promisedDueOn", legal_due_on = c."legalDueOn",
      provisional = false, next_threshold_at = c."nextThresholdAt", closed_on = NULL, calendar_version = ${calendar.version} ${place} JOIN bench.clock c ON o.g BETWEEN c."from" AND c."to" WHERE a.subject_id = o.case_id`);
    await client.query(`UPDATE supervision.watched_case w SET organization_id = d.id, organization_name = d.name, organization_path = d.path, region_code = d."regionCode", item_id = md5('item' || o.g % 2000)::uuid,
      item_name = '事项' || o.g % 2000, state = 'running', live = true, level = c.level, promised_due_on = c."promisedDueOn", legal_due_on = c."legalDueOn"
      ${place} JOIN bench.clock c ON o.g BETWEEN c."from" AND c."to" WHERE w.case_id = o.case_id`);
    // A step of the afternoon; those that cross one after another within their minute stayed since Friday evening.
    let from = 0;
    const steps = crossings.steps.map(({ from: at, count: some }) => ({ at: new Date(at.getTime() - stayedMs), first: from + 1, last: (from += some), count: some }));
    await client.query(`UPDATE workflow.task t SET assignee_id = ($1::uuid[])[1 + o.g % $2], claimed_at = t.created_at, due_on = NULL,
        created_at = coalesce((SELECT s.at + (o.g - s.first) * interval '1 minute' / s.count FROM json_to_recordset($3::json) AS s (at timestamptz, first int, last int, count int) WHERE o.g BETWEEN s.first AND s.last),
          $4::timestamptz + (o.g % 28800) * interval '1 second')
      FROM bench.open o WHERE t.subject_id = o.case_id AND t.status = 'open'`, [officers.map(({ id }) => id), officers.length, JSON.stringify(steps), `${evening}T09:00:00+08:00`]);
    for (const statement of countOpen) await client.query(statement);
    // The case that was copied stays out of what is measured, with what was still to be done for it.
    await client.query(`UPDATE supervision.watched_case SET live = false WHERE case_id NOT IN (SELECT case_id FROM bench.open)`);
    await client.query('DELETE FROM supervision.next_look WHERE case_id NOT IN (SELECT case_id FROM bench.open)');
    await client.query('DELETE FROM graphile_worker._private_jobs');
    await client.query('INSERT INTO supervision.recheck (after_id) VALUES ($1) ON CONFLICT DO NOTHING', ['00000000-0000-0000-0000-000000000000']);
    for (const statement of ['VACUUM ANALYZE', 'CHECKPOINT']) await client.query(statement);
  } finally {
    await client.end();
  }
}
