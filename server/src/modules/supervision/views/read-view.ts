import type { QueryOf } from '@tongban/contract-kit';
import { sql, type RawBuilder } from 'kysely';
import { requireScope } from '../../../kernel/access/index.ts';
import { regionPrefix, scopeFilter } from '../../../kernel/access/scope-filter.ts';
import { addCalendarDays } from '../../../kernel/calendar/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { listStaffNames, nameRegions } from '../../../kernel/organization/index.ts';
import { nameWindows } from '../../halls/index.ts';
import { fail } from '../errors.ts';
import { endOfMonth, wholeMonths } from '../steps/read-step-times.ts';
import type { SupervisionTables } from '../tables.ts';
import { mostLines, type getTrend, type SupervisionView, type Trend, type ViewDimension, type ViewLine, type ViewQuery } from '../views.contract.ts';

interface Open { key: string; name: string; organizationName: string; state: string; level: string; count: number }
interface Closed { key: string; name: string; organizationName: string; total: number; onTime: number; timed: number; usedDays: number; promisedDays: number }
type Sums = Omit<Closed, 'key' | 'name' | 'organizationName'> & { waiting: number; inProgress: number; paused: number; warning: number; yellow: number; red: number };

/** Each row of a department says of which region it is, so that regions add up of them. */
const countedBy = (by: ViewDimension): Exclude<ViewDimension, 'region'> => (by === 'region' ? 'department' : by);

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

/** Whole months of the period from their own rows, the present one too where the period reaches today; the days before and after from theirs. @throws supervision.bad-period */
function within(ctx: Context, from: string, to: string): RawBuilder<boolean> {
  if (from > to || Date.parse(to) - Date.parse(from) > 366 * 86_400_000) throw fail('supervision.bad-period');
  const last = to < chinaDate(ctx.kernel.clock.now()) ? to : endOfMonth(to);
  const [first, after] = wholeMonths(from, last, addCalendarDays(last, 1));
  return sql<boolean>`((grain = 'month' AND starts_on >= ${first}::date AND starts_on < ${after}::date)
    OR (grain = 'day' AND starts_on BETWEEN ${from}::date AND ${to}::date AND (starts_on < ${first}::date OR starts_on >= ${after}::date)))`;
}

/** All lines of a view with their sum, from what is counted ahead: two statements, whatever the number of cases (SUP-03). @throws supervision.bad-period */
export async function readLines(ctx: Context, query: ViewQuery): Promise<{ lines: ViewLine[]; total: ViewLine }> {
  const db = tablesOf<SupervisionTables>(ctx.kernel.db);
  const period = within(ctx, query.from, query.to);
  const key = keyOf(query.by);
  const dimension = countedBy(query.by);
  const place = narrowed(ctx, query);
  const sums = sql`sum(total)::int AS total, sum(on_time)::int AS on_time, sum(timed)::int AS timed, sum(used_days)::int AS used_days, sum(promised_days)::int AS promised_days`;
  const [open, closed, everything] = await Promise.all([
    sql<Open>`SELECT ${key} AS key, max(name) AS name, max(organization_name) AS organization_name, state, level, sum(count)::int AS count FROM supervision.open_by
      WHERE dimension = ${dimension} AND count > 0 AND ${place} GROUP BY 1, state, level`.execute(db),
    sql<Closed>`SELECT ${key} AS key, max(name) AS name, max(organization_name) AS organization_name, ${sums} FROM supervision.closed_by WHERE dimension = ${dimension} AND ${period} AND ${place} GROUP BY 1`.execute(db),
    // What several persons did together is one case of the whole.
    query.by === 'person' ? readLines(ctx, { ...query, by: 'department' }) : undefined,
  ]);
  const found = new Map<string, Sums & { name: string; organizationName: string }>();
  const digits = query.by === 'region' ? digitsFor([...open.rows, ...closed.rows].map((row) => row.key), query.regionCode) : 0;
  const of = (row: { key: string; name: string; organizationName: string }) => {
    const one = query.by === 'region' ? row.key.slice(0, digits).padEnd(12, '0') : row.key;
    const line = found.get(one) ?? { ...nothing, name: query.by === 'region' ? one : row.name, organizationName: row.organizationName };
    found.set(one, line);
    return line;
  };
  for (const row of open.rows) {
    const line = of(row);
    if (row.state === 'waiting') { line.waiting += row.count; continue; }
    line.inProgress += row.count;
    if (row.state === 'paused') line.paused += row.count;
    if (row.level === 'warning' || row.level === 'yellow' || row.level === 'red') line[row.level] += row.count;
  }
  for (const row of closed.rows) {
    const line = of(row);
    for (const name of ['total', 'onTime', 'timed', 'usedDays', 'promisedDays'] as const) line[name] += row[name];
  }
  const names = await nameKeys(ctx, query.by, [...found.keys()]);
  const lines = [...found].map(([one, line]) => present(one, names.get(one) ?? (query.by === 'department' ? line.organizationName : line.name), query.by === 'item' || query.by === 'person' ? line.organizationName : null, line));
  return { lines, total: everything?.total ?? present('', '合计', null, [...found.values()].reduce<Sums>(add, { ...nothing })) };
}

const nothing: Sums = { waiting: 0, inProgress: 0, paused: 0, warning: 0, yellow: 0, red: 0, total: 0, onTime: 0, timed: 0, usedDays: 0, promisedDays: 0 };
const sumNames: readonly (keyof Sums)[] = Object.keys(nothing) as (keyof Sums)[];

function add(sum: Sums, line: Sums): Sums {
  const next = { ...sum };
  for (const name of sumNames) next[name] += line[name];
  return next;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
const share = (part: number, whole: number): number | null => (whole === 0 ? null : tenth((part / whole) * 100));

function present(key: string, name: string, organizationName: string | null, { waiting, inProgress, paused, warning, yellow, red, total, onTime, timed, usedDays, promisedDays }: Sums): ViewLine {
  return {
    key, name, organizationName, waiting, inProgress, paused, warning, yellow, red, closed: total, closedOnTime: onTime, onTimeShare: share(onTime, total),
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

const orders: Readonly<Record<NonNullable<ViewQuery['sort']>, (a: ViewLine, b: ViewLine) => number>> = {
  'overdue': (a, b) => b.red - a.red || b.yellow - a.yellow || b.warning - a.warning,
  'open': (a, b) => b.waiting + b.inProgress - a.waiting - a.inProgress,
  'closed': (a, b) => b.closed - a.closed,
  'on-time': (a, b) => (a.onTimeShare ?? 101) - (b.onTimeShare ?? 101),
  'days': (a, b) => (b.averageDays ?? -1) - (a.averageDays ?? -1),
};

/** Made once: twenty thousand lines are compared with it. */
const byName = new Intl.Collator('zh');

/** The lines in the order asked for. */
export function sortLines(lines: readonly ViewLine[], sort: ViewQuery['sort'] = 'overdue'): ViewLine[] {
  return lines.toSorted((a, b) => orders[sort](a, b) || b.inProgress - a.inProgress || b.closed - a.closed || byName.compare(a.name, b.name));
}

/** A view as the page shows it (SUP-03). */
export async function readView(ctx: Context, query: ViewQuery): Promise<SupervisionView> {
  const { lines, total } = await readLines(ctx, query);
  return { lines: sortLines(lines, query.sort).slice(0, mostLines), total, more: Math.max(0, lines.length - mostLines), overlapping: query.by === 'person' };
}

/** Decisions of a period by day, or by month where it is longer than two (SUP-03). @throws supervision.bad-period */
export async function readTrend(ctx: Context, { from, to, by = 'department', key, ...place }: QueryOf<typeof getTrend>): Promise<Trend> {
  if (from > to || Date.parse(to) - Date.parse(from) > 366 * 86_400_000) throw fail('supervision.bad-period');
  const grain = Date.parse(to) - Date.parse(from) > 62 * 86_400_000 ? 'month' as const : 'day' as const;
  const own = key === undefined ? sql<boolean>`true` : by === 'region' ? sql<boolean>`region_code LIKE ${`${regionPrefix(key.padEnd(12, '0'))}%`}` : sql<boolean>`${keyOf(by)} = ${key}`;
  const { rows } = await sql<Omit<Closed, 'key' | 'name' | 'organizationName'> & { on: string }>`
    SELECT starts_on AS on, sum(total)::int AS total, sum(on_time)::int AS on_time, sum(timed)::int AS timed, sum(used_days)::int AS used_days FROM supervision.closed_by
    WHERE dimension = ${countedBy(by)} AND grain = ${grain} AND starts_on BETWEEN ${grain === 'month' ? `${from.slice(0, 7)}-01` : from}::date AND ${to}::date AND ${own} AND ${narrowed(ctx, place)}
    GROUP BY 1 ORDER BY 1`.execute(tablesOf<SupervisionTables>(ctx.kernel.db));
  return { grain, points: rows.map(({ on, total, onTime, timed, usedDays }) => ({ on, closed: total, closedOnTime: onTime, onTimeShare: share(onTime, total), averageDays: timed === 0 ? null : tenth(usedDays / timed) })) };
}
