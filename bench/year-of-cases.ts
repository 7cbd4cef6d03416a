import pg from 'pg';
import type { Platform } from '../server/src/app.ts';
import { systemActor } from '../server/src/kernel/access/index.ts';
import { systemContext } from '../server/src/kernel/context.ts';
import { createId } from '../server/src/kernel/db/index.ts';
import { createHall, saveSettings } from '../server/src/modules/halls/index.ts';
import { bulkLoad } from './bulk-load.ts';
import type { BenchSite } from './lib/platform.ts';
import { addDepartments, type ListedDepartment } from './many-guides.ts';
import { countOpen, placesOf } from './open-cases.ts';

/** A city: 20,000 items of 500 departments, 3,000 officers of whom three have a case in hand, 400 windows. */
const [itemCount, officerCount, windowCount] = [20_000, 3_000, 400];
const dayMs = 86_400_000;

export interface Year { readonly departments: readonly ListedDepartment[]; readonly hallId: string; readonly definitionId: string }

const idOf = (kind: string, number: string): string => `md5('${kind}' || ${number})::uuid`;

/** SQL of what each copy has of its own; the last three of a hundred are open. */
function columnsFor(count: number): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const open = `g > ${Math.floor(count * 0.97)}`;
  const level = `(CASE WHEN g % 17 = 0 THEN 'red' WHEN g % 11 = 0 THEN 'yellow' WHEN g % 7 = 0 THEN 'warning' ELSE 'normal' END)`;
  const place = { organization_id: 'd.id', organization_name: 'd.name', region_code: 'd."regionCode"' };
  return {
    'cases."case"': { ...place, participant_paths: 'ARRAY[d.path, (SELECT path FROM bench.hall)]', status: `CASE WHEN ${open} THEN 'accepted' ELSE 'closed' END`, closed_at: `CASE WHEN NOT (${open}) THEN bench.at(g) + interval '5 days' END` },
    'time.account': { organization_id: 'd.id', region_code: 'd."regionCode"', level: `CASE WHEN ${open} THEN ${level} ELSE 'normal' END`, status: `CASE WHEN ${open} THEN 'running' ELSE 'stopped' END`, promised_due_on: '(bench.at(g))::date + 10', next_threshold_at: 'NULL::timestamptz' },
    'supervision.watched_case': {
      ...place, organization_path: 'd.path', state: `CASE WHEN ${open} THEN 'running' ELSE 'closed' END`, level: `CASE WHEN ${open} THEN ${level} ELSE 'normal' END`, promised_due_on: '(bench.at(g))::date + 10', live: open,
      item_id: idOf('item', `g % ${itemCount}`), item_name: `'事项' || g % ${itemCount}`, window_key: `CASE WHEN g % 5 < 3 THEN 'online' ELSE ${idOf('window', `g % ${windowCount}`)}::text END`,
      handler_ids: `ARRAY[${idOf('officer', `g % ${officerCount}`)}, ${idOf('officer', `(g + 500) % ${officerCount}`)}, ${idOf('officer', `(g + 1000) % ${officerCount}`)}]`,
      counted_on: `CASE WHEN NOT (${open}) THEN (bench.at(g) + interval '5 days')::date END`, on_time: `CASE WHEN NOT (${open}) THEN g % 20 <> 0 END`, used_days: `CASE WHEN NOT (${open}) THEN g % 10 + 1 END`, promised_days: `CASE WHEN NOT (${open}) THEN 10 END`,
    },
  };
}

/** What is counted of decisions, from their rows. */
const countClosed = [
  'TRUNCATE supervision.daily_closed, supervision.closed_by', 'ALTER TABLE supervision.closed_by DROP CONSTRAINT closed_by_pkey',
  `INSERT INTO supervision.daily_closed (organization_id, day, organization_name, organization_path, region_code, total, on_time)
   SELECT organization_id, counted_on, max(organization_name), max(organization_path), max(region_code), count(*), sum(on_time::int) FROM supervision.watched_case WHERE counted_on IS NOT NULL GROUP BY 1, 2`,
  `INSERT INTO supervision.closed_by (dimension, grain, starts_on, key, organization_id, region_code, organization_name, organization_path, name, total, on_time, timed, used_days, promised_days)
   SELECT p.dimension, g.grain, g.starts_on, p.key, w.organization_id, w.region_code, max(w.organization_name), max(w.organization_path), max(p.name), count(*), sum(w.on_time::int), count(w.used_days), sum(w.used_days), sum(w.promised_days)
   FROM supervision.watched_case w CROSS JOIN LATERAL (${placesOf}) p CROSS JOIN LATERAL (VALUES ('day', w.counted_on), ('month', date_trunc('month', w.counted_on)::date)) AS g (grain, starts_on)
   WHERE w.counted_on IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6`,
  'ALTER TABLE supervision.closed_by ADD PRIMARY KEY (dimension, grain, starts_on, key, organization_id, region_code)',
];

/** Ratings of four in ten cases, one in twenty of them bad and rectified; 20,000 matters; a hall's tickets; signals. */
function othersOf(count: number): string[] {
  const closed = `supervision.watched_case w CROSS JOIN LATERAL (SELECT substr(md5(w.case_id::text), 1, 7)) AS h (hash) CROSS JOIN LATERAL (SELECT ('x' || h.hash)::bit(28)::int AS n) AS r WHERE w.counted_on IS NOT NULL`;
  const matters = Math.round(count / 50);
  return [
    `INSERT INTO ratings.rating (id, case_id, case_number, item_id, item_name, organization_id, organization_name, organization_path, region_code, rater_name, level, option_codes, channel, anonymous, rated_at)
     SELECT gen_random_uuid(), case_id, number, item_id, item_name, organization_id, organization_name, organization_path, region_code, '张*', CASE WHEN n % 20 = 0 THEN 4 + n % 3 % 2 ELSE 1 + n % 3 END, '{}', 'mobile', false, counted_on + interval '1 day' FROM ${closed} AND n % 10 < 4`,
    `INSERT INTO ratings.rectification (id, rating_id, organization_id, organization_path, region_code, state, version, opened_at, due_on, in_time, finished_at)
     SELECT gen_random_uuid(), id, organization_id, organization_path, region_code, 'closed', 6, rated_at, rated_at::date + 20, random() < 0.9, rated_at + interval '12 days' FROM ratings.rating WHERE level >= 4`,
    `INSERT INTO ratings.tally (organization_id, item_id, month, level, count) SELECT organization_id, item_id, to_char(rated_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM'), level, count(*) FROM ratings.rating GROUP BY 1, 2, 3, 4`,
    `INSERT INTO stuck_matters.matter (id, number, version, state, round, channel, reporter_kind, reporter_name_masked, reporter_name_cipher, mobile_masked, mobile_cipher, content, reason_code, region_code, organization_id, organization_name, organization_path, level,
       answered_at, in_time, cause_code, word, word_by, registered_by_id, registered_by_name, registered_at, finished_at)
     SELECT gen_random_uuid(), 'BC' || g, 8, CASE WHEN g % 20 = 0 THEN 'handling' ELSE 'closed' END, 1, 'phone', 'caller', '张*', 'x', '138****0000', 'x', '窗口说材料不齐，跑了三次没有办成。', 'R' || g % 12, d."regionCode", d.id, d.name, d.path, 'normal',
       CASE WHEN g % 20 > 0 THEN t.at + interval '3 days' END, CASE WHEN g % 20 > 0 THEN g % 9 > 0 END, CASE WHEN g % 20 > 0 THEN 'C' || g % 8 END, CASE WHEN g % 20 > 0 AND g % 3 > 0 THEN 'satisfied' END, CASE WHEN g % 20 > 0 AND g % 3 > 0 THEN 'reporter' END, 'bench', '登记员', t.at, CASE WHEN g % 20 > 0 THEN t.at + interval '6 days' END
     FROM generate_series(1, ${matters}) g JOIN bench.department d ON d.at = g % 500 CROSS JOIN LATERAL (SELECT now() - interval '364 days' + g * interval '364 days' / ${matters} AS at) AS t`,
    `INSERT INTO supervision.signal (id, subject_type, subject_id, level, case_number, item_name, organization_id, organization_name, organization_path, region_code, due_on, raised_at, cleared_at, rule_id, rule_no, rule_name, rule_version, rule_kind, says)
     SELECT gen_random_uuid(), 'case', w.case_id, 'warning', w.number, w.item_name, w.organization_id, w.organization_name, w.organization_path, w.region_code, w.promised_due_on, w.submitted_at + interval '4 days', CASE WHEN w.state = 'closed' THEN w.submitted_at + interval '5 days' END, r.id, r.rule_no, r.name, 1, r.kind, '承诺期限将到'
     FROM supervision.watched_case w JOIN supervision.rule r ON r.rule_no = 'JC01' WHERE w.level <> 'normal' OR right(w.case_id::text, 1) = '0'`,
    `INSERT INTO halls.ticket (id, code, hall_id, day, queue_id, first_queue_id, number, sequence, state, channel, taken_at, order_at, window_id, calls, called_at, serving_at, finished_at)
     SELECT gen_random_uuid(), 'T' || g, h.id, t.at::date, h.queue_id, h.queue_id, 'A' || g, g % 1000, 'done', 'desk', t.at, t.at, h.window_id, 1, t.at + interval '8 minutes', t.at + interval '9 minutes', t.at + interval '20 minutes'
     FROM bench.hall h, generate_series(1, ${Math.round(count * 0.3)}) g CROSS JOIN LATERAL (SELECT now() - g * interval '364 days' / ${Math.round(count * 0.3)} AS at) AS t`,
    // Half a dozen steps of each department a day, as the ten-minutely job counts them.
    `INSERT INTO supervision.step_day (day, definition_id, node, organization_id, organization_name, organization_path, region_code, waiting, handling, total)
     SELECT day, b.definition_id, 'Step' || n, d.id, d.name, d.path, d."regionCode", s.a, s.a, s.a FROM bench.hall b, bench.department d, generate_series(1, 5) n, generate_series(now() - interval '364 days', now(), '1 day') day
     CROSS JOIN LATERAL (SELECT array_agg((60 + (k * 7 + d.at) % 60)::smallint) AS a FROM generate_series(1, 6) k) AS s`,
    `INSERT INTO supervision.step_month (month, definition_id, node, organization_id, organization_path, region_code, measure, buckets, counts)
     SELECT month, definition_id, node, organization_id, max(path), max(region), measure, array_agg(bucket ORDER BY bucket), array_agg(count ORDER BY bucket) FROM (
       SELECT date_trunc('month', s.day)::date AS month, s.definition_id, s.node, s.organization_id, max(s.organization_path) AS path, max(s.region_code) AS region, m.measure, b.bucket, count(*)::int AS count
       FROM supervision.step_day s CROSS JOIN LATERAL (VALUES ('waiting', s.waiting), ('handling', s.handling), ('total', s.total)) AS m (measure, buckets) CROSS JOIN LATERAL unnest(m.buckets) AS b (bucket)
       GROUP BY 1, 2, 3, 4, 7, 8) AS counted GROUP BY 1, 2, 3, 4, 7`,
    `INSERT INTO supervision.step_progress (counted_to, counted_at) VALUES (current_date, now()) ON CONFLICT (single) DO UPDATE SET counted_to = excluded.counted_to, counted_at = excluded.counted_at`,
  ];
}

async function addHall({ kernel }: Platform, organizationId: string): Promise<{ id: string; queueId: string; windowId: string }> {
  const ctx = systemContext(kernel, systemActor('bench'), createId());
  const created = await createHall(ctx, { name: '市民中心', address: '滨江路 1 号', organizationId });
  const [zone, queueId, windowId] = [createId(), createId(), createId()];
  const queues = [{ id: queueId, zoneId: zone, name: '综合业务', services: [{ kind: 'organization' as const, targetId: organizationId, name: '' }], typicalMinutes: 10, slotMinutes: 60, slotCapacity: 2, daysAhead: 7, prefix: '' }];
  const windows = Array.from({ length: 20 }, (_x, at) => ({ id: at === 0 ? windowId : createId(), zoneId: zone, number: String(at + 1).padStart(2, '0'), name: '综合窗口', queues: [{ queueId, rank: 0 }] }));
  await saveSettings(ctx, created.hallId, { version: created.version, configuration: { ...created.configuration, zones: [{ id: zone, name: '综合区', prefix: 'A' }], queues, windows } });
  return { id: created.hallId, queueId, windowId };
}

/** Fills the database with so many cases of the last year, copies of a finished one, and with what else pages count of a year. */
export async function loadYear(platform: Platform, site: BenchSite, caseId: string, count: number, log: (line: string) => void): Promise<Year> {
  const { kernel } = platform;
  const departments = await addDepartments(kernel);
  const { rows: [source] } = await kernel.db.pool.query<{ organizationId: string; path: string; definitionId: string }>(`SELECT c.organization_id AS "organizationId", o.path, i.definition_id AS "definitionId"
    FROM cases."case" c JOIN organization.organization o ON o.id = c.organization_id JOIN workflow.instance i ON i.subject_id = c.id WHERE c.id = $1`, [caseId]);
  if (!source) throw new Error('the finished case is missing');
  const hall = await addHall(platform, source.organizationId);
  const client = new pg.Client({ connectionString: site.connectionString });
  await client.connect();
  try {
    await client.query(`CREATE SCHEMA IF NOT EXISTS bench; SET session_replication_role = replica; SET synchronous_commit = off; SET jit = off; SET work_mem = '1GB'; SET maintenance_work_mem = '512MB'`);
    await client.query('CREATE TABLE bench.department AS SELECT (row_number() OVER ()) - 1 AS at, d.* FROM json_to_recordset($1::json) AS d (id uuid, name text, path text, "regionCode" text)', [JSON.stringify(departments)]);
    await client.query('CREATE TABLE bench.hall AS SELECT $1::uuid AS id, $2::uuid AS queue_id, $3::uuid AS window_id, $4::text AS path, $5::uuid AS definition_id', [hall.id, hall.queueId, hall.windowId, source.path, source.definitionId]);
    await client.query(`INSERT INTO organization.staff (id, name, organization_id, valid_from) SELECT ${idOf('officer', 'g')}, '工作人员' || g, d.id, '2020-01-01' FROM generate_series(0, ${officerCount - 1}) g JOIN bench.department d ON d.at = g % 500`);
    const over = { days: 365, apartMs: Math.floor(365 * dayMs / count) };
    await bulkLoad(site.connectionString, caseId, 1, count, log, ['cases."case"', 'time.account', 'supervision.watched_case'], { join: `JOIN bench.department d ON d.at = g % ${departments.length}`, columns: columnsFor(count), over });
    for (const statement of [...countOpen, ...countClosed, ...othersOf(count), 'VACUUM ANALYZE', 'CHECKPOINT']) {
      const since = performance.now();
      await client.query(statement);
      log(`${statement.slice(0, 60).replaceAll(/\s+/g, ' ')} … ${((performance.now() - since) / 1_000).toFixed(1)} s`);
    }
  } finally {
    await client.end();
  }
  return { departments, hallId: hall.id, definitionId: source.definitionId };
}
