import type { QueryOf } from '@tongban/contract-kit';
import { sql, type RawBuilder } from 'kysely';
import { requireScope } from '../../../kernel/access/index.ts';
import { regionPrefix, scopeFilter } from '../../../kernel/access/scope-filter.ts';
import { addCalendarDays } from '../../../kernel/calendar/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { readOnce, tablesOf } from '../../../kernel/db/index.ts';
import { listStaffNames, nameRegions } from '../../../kernel/organization/index.ts';
import { nameWindows } from '../../halls/index.ts';
import { fail } from '../errors.ts';
import { endOfMonth, wholeMonths } from '../steps/read-step-times.ts';
import type { SupervisionTables } from '../tables.ts';
import { mostLines, type getTrend, type SupervisionView, type Trend, type ViewDimension, type ViewLine, type ViewQuery } from '../views.contract.ts';

/** What is counted of a line; `total`, `onTime`, `timed` and the days are of decisions in the period, the others of cases that are open, and of findings that are not settled, now. */
interface Sums { found: number; waiting: number; inProgress: number; paused: number; warning: number; yellow: number; red: number; total: number; onTime: number; timed: number; usedDays: number; promisedDays: number }
interface Counted extends Sums { key: string | null; lines: number }

/** Each row of a department says of which region it is, so that regions add up of them. */
const countedBy = (by: ViewDimension): Exclude<ViewDimension, 'region'> => (by === 'region' ? 'department' : by);

/** Findings of people that are open, under the key of a view; few enough to be counted when asked for. */
function foundBy(by: ViewDimension, where: RawBuilder<boolean>): RawBuilder<unknown> {
  const keys: Readonly<Record<ViewDimension, RawBuilder<unknown>>> = {
    region: sql`s.region_code`, department: sql`s.organization_id::text`, item: sql`s.item_id::text`, person: sql`unnest(w.handler_ids)::text`, window: sql`w.window_key`,
  };
  return sql`SELECT key, count(*) AS found FROM (
      SELECT ${keys[by]} AS key, s.organization_id, s.organization_path, s.region_code FROM supervision.signal s LEFT JOIN supervision.watched_case w ON w.case_id = s.case_id WHERE s.rule_kind = 'verified' AND s.cleared_at IS NULL
    ) AS f WHERE key IS NOT NULL AND ${where} GROUP BY 1`;
}

type ViewSort = NonNullable<ViewQuery['sort']>;

const levels = [2, 4, 6, 9, 12];

/** Digits by which regions are told apart: those right below the chosen one, else the first level at which there is more than one. */
function digitsFor(codes: readonly string[], regionCode: string | undefined): number {
  if (regionCode !== undefined) return levels.find((length) => length > regionPrefix(regionCode.padEnd(12, '0')).length) ?? 12;
  const finest = Math.max(...codes.map((code) => regionPrefix(code).length), 2);
  return levels.find((length) => length >= finest || new Set(codes.map((code) => code.slice(0, length))).size > 1) ?? 12;
}

const keyOf = (by: ViewDimension): RawBuilder<string> => (by === 'region' ? sql<string>`region_code` : by === 'department' ? sql<string>`organization_id::text` : sql<string>`key`);

function narrowed(ctx: Context, { regionCode, organizationId }: Pick<ViewQuery, 'regionCode' | 'organizationId'>): RawBuilder<boolean> {
  return sql<boolean>`${sql.join([
    scopeFilter(requireScope(ctx, 'supervision.board.view'), ctx.actor, { organizationPath: 'organization_path', regionCode: 'region_code' }),
    ...(regionCode === undefined ? [] : [sql<boolean>`region_code LIKE ${`${regionPrefix(regionCode.padEnd(12, '0'))}%`}`]), ...(organizationId === undefined ? [] : [sql<boolean>`organization_id = ${organizationId}::uuid`]),
  ], sql` AND `)}`;
}

/** The rows of decisions of a period: whole months from their own rows, the present one too where the period reaches today; the days before and after from theirs. @throws supervision.bad-period */
function closedWithin(ctx: Context, from: string, to: string, where: RawBuilder<boolean>): RawBuilder<unknown> {
  if (from > to || Date.parse(to) - Date.parse(from) > 366 * 86_400_000) throw fail('supervision.bad-period');
  const last = to < chinaDate(ctx.kernel.clock.now()) ? to : endOfMonth(to);
  const [first, after] = wholeMonths(from, last, addCalendarDays(last, 1));
  const rows = (grain: 'month' | 'day', begin: string, end: string) => sql`SELECT * FROM supervision.closed_by WHERE grain = ${grain} AND starts_on >= ${begin}::date AND starts_on < ${end}::date AND ${where}`;
  const end = addCalendarDays(to, 1);
  // Each a range of the primary key, however the statement is planned.
  if (first >= after) return sql`(${rows('day', from, end)})`;
  return sql`(${rows('month', first, after)} UNION ALL ${rows('day', from, first)} UNION ALL ${rows('day', after, end)})`;
}

const orders: Readonly<Record<ViewSort, RawBuilder<unknown>>> = {
  'overdue': sql`found DESC, red DESC, yellow DESC, warning DESC`,
  'open': sql`waiting + in_progress DESC`,
  'closed': sql`total DESC`,
  'on-time': sql`round(on_time * 1000.0 / nullif(total, 0)) ASC NULLS LAST`,
  'days': sql`round(used_days * 10.0 / nullif(timed, 0)) DESC NULLS LAST`,
};

/** The lines that come first, and their sum over all of them, as the database counts them in one statement. */
async function count(ctx: Context, query: ViewQuery, most: number | null): Promise<{ lines: (Sums & { key: string })[]; sum: Counted }> {
  const within = narrowed(ctx, query);
  const where = sql<boolean>`dimension = ${countedBy(query.by)} AND ${within}`;
  const rows = await readOnce(ctx.kernel.db, sql<Counted>`
    WITH open AS (
      SELECT ${keyOf(query.by)} AS key, sum(count) FILTER (WHERE state = 'waiting') AS waiting, sum(count) FILTER (WHERE state <> 'waiting') AS in_progress, sum(count) FILTER (WHERE state = 'paused') AS paused,
        ${sql.join((['warning', 'yellow', 'red'] as const).map((level) => sql`sum(count) FILTER (WHERE state <> 'waiting' AND level = ${sql.lit(level)}) AS ${sql.ref(level)}`))}
      FROM supervision.open_by WHERE count > 0 AND ${where} GROUP BY 1
    ), closed AS (
      SELECT ${keyOf(query.by)} AS key, ${sql.join(closedNames.map((name) => sql`sum(${sql.ref(name)}) AS ${sql.ref(name)}`))} FROM ${closedWithin(ctx, query.from, query.to, where)} AS c GROUP BY 1
    ), found AS (
      ${foundBy(query.by, within)}
    ), line AS MATERIALIZED (
      SELECT key, ${sql.join([...openNames, ...closedNames].map((name) => sql`coalesce(${sql.ref(name)}, 0)::int AS ${sql.ref(name)}`))} FROM open FULL JOIN closed USING (key) FULL JOIN found USING (key)
    )
    SELECT NULL AS key, count(*)::int AS lines, ${sql.join([...openNames, ...closedNames].map((name) => sql`coalesce(sum(${sql.ref(name)}), 0)::int AS ${sql.ref(name)}`))} FROM line
    UNION ALL (SELECT key, 1, ${sql.join([...openNames, ...closedNames].map((name) => sql.ref(name)))} FROM line ORDER BY ${orders[query.sort ?? 'overdue']}, in_progress DESC, total DESC, key LIMIT ${most})`);
  const [sum] = rows.filter(({ key }) => key === null);
  if (!sum) throw new Error('a sum has one row');
  return { lines: rows.flatMap(({ key, lines: _one, ...sums }) => (key === null ? [] : [{ key, ...sums }])), sum };
}

/** What items, departments and persons are called in the rows that count them: in those of open cases, else of the months of the period, else in what was found. */
async function readNames(ctx: Context, { by, from, to }: ViewQuery, keys: readonly string[]): Promise<Map<string, { name: string; organizationName: string }>> {
  const key = keyOf(by);
  const rows = await readOnce(ctx.kernel.db, sql<{ key: string; name: string; organizationName: string }>`
    SELECT DISTINCT ON (1) ${key} AS key, name, organization_name FROM supervision.open_by WHERE dimension = ${by} AND key = ANY(${keys}) ORDER BY 1, count DESC`);
  const known = new Map(rows.map((row) => [row.key, row]));
  const missing = keys.filter((one) => !known.has(one));
  if (missing.length === 0) return known;
  const closed = await readOnce(ctx.kernel.db, sql<{ key: string; name: string; organizationName: string }>`
    SELECT DISTINCT ON (1) ${key} AS key, name, organization_name FROM supervision.closed_by WHERE dimension = ${by} AND grain = 'month' AND starts_on = ANY(${monthsOf(from, to)}::date[]) AND key = ANY(${missing}) ORDER BY 1, starts_on DESC`);
  for (const row of closed) known.set(row.key, row);
  const unnamed = by === 'item' || by === 'department' ? missing.filter((one) => !known.has(one)) : [];
  if (unnamed.length === 0) return known;
  // Nothing was open or decided there, only found.
  const found = await readOnce(ctx.kernel.db, sql<{ key: string; name: string; organizationName: string }>`
    SELECT DISTINCT ON (1) ${by === 'item' ? sql`item_id::text` : sql`organization_id::text`} AS key, item_name AS name, organization_name FROM supervision.signal s
    WHERE rule_kind = 'verified' AND cleared_at IS NULL AND ${by === 'item' ? sql`item_id` : sql`organization_id`} = ANY(${unnamed}::uuid[]) ORDER BY 1, raised_at DESC`);
  for (const row of found) known.set(row.key, row);
  return known;
}

/** First days of the months that a period touches. */
function monthsOf(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = `${from.slice(0, 7)}-01`; month <= to; month = addCalendarDays(endOfMonth(month), 1)) months.push(month);
  return months;
}

/** Regions add up of their departments, told apart by as many digits as tell them apart. */
function joinRegions(lines: readonly (Sums & { key: string })[], regionCode: string | undefined): (Sums & { key: string })[] {
  const digits = digitsFor(lines.map(({ key }) => key), regionCode);
  const joined = new Map<string, Sums>();
  for (const { key, ...sums } of lines) {
    const region = key.slice(0, digits).padEnd(12, '0');
    joined.set(region, add(joined.get(region) ?? nothing, sums));
  }
  return [...joined].map(([key, sums]) => ({ key, ...sums }));
}

/**
 * The first lines of a view in their order, how many there are, and their sum, from what is counted ahead: a few statements,
 * whatever the number of cases (SUP-03). @throws supervision.bad-period
 */
export async function readLines(ctx: Context, query: ViewQuery, most: number | null = null): Promise<{ lines: ViewLine[]; all: number; total: ViewLine }> {
  const [counted, everything] = await Promise.all([
    count(ctx, query, query.by === 'region' ? null : most),
    // What several persons did together is one case of the whole.
    query.by === 'person' ? count(ctx, { ...query, by: 'department' }, 0) : undefined,
  ]);
  const lines = query.by === 'region' ? joinRegions(counted.lines, query.regionCode) : counted.lines;
  const keys = lines.map(({ key }) => key);
  const [names, written] = await Promise.all([nameKeys(ctx, query.by, keys), query.by === 'region' || query.by === 'window' ? undefined : readNames(ctx, query, keys)]);
  const presented = lines.map(({ key, ...sums }) => {
    const organizationName = written?.get(key)?.organizationName ?? '';
    const name = names.get(key) ?? (query.by === 'department' ? organizationName : written?.get(key)?.name ?? key);
    return present(key, name, query.by === 'item' || query.by === 'person' ? organizationName : null, sums);
  });
  return { lines: sortLines(presented, query.sort).slice(0, most ?? undefined), all: query.by === 'region' ? lines.length : counted.sum.lines, total: present('', '合计', null, everything?.sum ?? counted.sum) };
}

const openNames = ['found', 'waiting', 'inProgress', 'paused', 'warning', 'yellow', 'red'] as const;
const closedNames = ['total', 'onTime', 'timed', 'usedDays', 'promisedDays'] as const;
const nothing: Sums = { found: 0, waiting: 0, inProgress: 0, paused: 0, warning: 0, yellow: 0, red: 0, total: 0, onTime: 0, timed: 0, usedDays: 0, promisedDays: 0 };

function add(sum: Sums, line: Sums): Sums {
  const next = { ...sum };
  for (const name of [...openNames, ...closedNames]) next[name] += line[name];
  return next;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
const share = (part: number, whole: number): number | null => (whole === 0 ? null : tenth((part / whole) * 100));

function present(key: string, name: string, organizationName: string | null, { found, waiting, inProgress, paused, warning, yellow, red, total, onTime, timed, usedDays, promisedDays }: Sums): ViewLine {
  return {
    key, name, organizationName, found, waiting, inProgress, paused, warning, yellow, red, closed: total, closedOnTime: onTime, onTimeShare: share(onTime, total),
    averageDays: timed === 0 ? null : tenth(usedDays / timed), promisedDays: timed === 0 ? null : tenth(promisedDays / timed),
  };
}

async function nameKeys(ctx: Context, by: ViewDimension, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (by === 'region') return nameRegions(ctx, keys);
  if (by === 'person') return listStaffNames(ctx, keys);
  if (by !== 'window') return new Map();
  const windows = await nameWindows(ctx, keys.filter((key) => key !== 'online' && key !== 'counter'));
  return new Map([...windows, ['online', '网上申请'], ['counter', '未上岗窗口']]);
}

const comparisons: Readonly<Record<ViewSort, (a: ViewLine, b: ViewLine) => number>> = {
  'overdue': (a, b) => b.found - a.found || b.red - a.red || b.yellow - a.yellow || b.warning - a.warning,
  'open': (a, b) => b.waiting + b.inProgress - a.waiting - a.inProgress,
  'closed': (a, b) => b.closed - a.closed,
  'on-time': (a, b) => (a.onTimeShare ?? 101) - (b.onTimeShare ?? 101),
  'days': (a, b) => (b.averageDays ?? -1) - (a.averageDays ?? -1),
};

/** Made once: twenty thousand lines are compared with it. */
const byName = new Intl.Collator('zh');

/** The lines in the order asked for. */
export function sortLines(lines: readonly ViewLine[], sort: ViewQuery['sort'] = 'overdue'): ViewLine[] {
  return lines.toSorted((a, b) => comparisons[sort](a, b) || b.inProgress - a.inProgress || b.closed - a.closed || byName.compare(a.name, b.name));
}

/** A view as the page shows it (SUP-03). */
export async function readView(ctx: Context, query: ViewQuery): Promise<SupervisionView> {
  const { lines, all, total } = await readLines(ctx, query, mostLines);
  return { lines, total, more: Math.max(0, all - mostLines), overlapping: query.by === 'person' };
}

/** Decisions of a period by day, or by month where it is longer than two (SUP-03). @throws supervision.bad-period */
export async function readTrend(ctx: Context, { from, to, by = 'department', key, ...place }: QueryOf<typeof getTrend>): Promise<Trend> {
  if (from > to || Date.parse(to) - Date.parse(from) > 366 * 86_400_000) throw fail('supervision.bad-period');
  const grain = Date.parse(to) - Date.parse(from) > 62 * 86_400_000 ? 'month' as const : 'day' as const;
  const own = key === undefined ? sql<boolean>`true` : by === 'region' ? sql<boolean>`region_code LIKE ${`${regionPrefix(key.padEnd(12, '0'))}%`}` : sql<boolean>`${keyOf(by)} = ${key}`;
  const { rows } = await sql<Pick<Sums, (typeof closedNames)[number]> & { on: string }>`
    SELECT starts_on AS on, sum(total)::int AS total, sum(on_time)::int AS on_time, sum(timed)::int AS timed, sum(used_days)::int AS used_days FROM supervision.closed_by
    WHERE dimension = ${countedBy(by)} AND grain = ${grain} AND starts_on BETWEEN ${grain === 'month' ? `${from.slice(0, 7)}-01` : from}::date AND ${to}::date AND ${own} AND ${narrowed(ctx, place)}
    GROUP BY 1 ORDER BY 1`.execute(tablesOf<SupervisionTables>(ctx.kernel.db));
  return { grain, points: rows.map(({ on, total, onTime, timed, usedDays }) => ({ on, closed: total, closedOnTime: onTime, onTimeShare: share(onTime, total), averageDays: timed === 0 ? null : tenth(usedDays / timed) })) };
}
