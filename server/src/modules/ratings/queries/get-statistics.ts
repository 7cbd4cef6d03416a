import type { QueryOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { listOrganizationsById } from '../../../kernel/organization/index.ts';
import { firstBadLevel, ratingLevelNames, type DepartmentRatings, type getRatingStatistics, type RatingStatistics } from '../contract.ts';
import type { RatingsTables } from '../tables.ts';

/** Percent with one decimal. */
export function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1_000) / 10;
}

/** Ratings by level and month for the public, from the tally (RAT-03). */
export async function readStatistics(ctx: Context, input: QueryOf<typeof getRatingStatistics>): Promise<RatingStatistics> {
  const tables = tablesOf<RatingsTables>(ctx.kernel.db);
  const today = chinaDate(ctx.kernel.clock.now());
  const since = firstMonth(today, input.months ?? 12);
  let tally = tables.selectFrom('ratings.tally').select(['organizationId', 'month', 'level', sql<number>`sum(count)`.as('count')]).where('month', '>=', since);
  if (input.organizationId) tally = tally.where('organizationId', '=', input.organizationId);
  if (input.itemId) tally = tally.where('itemId', '=', input.itemId);
  const rows = await tally.groupBy(['organizationId', 'month', 'level']).execute();
  const count = (fits: (row: (typeof rows)[number]) => boolean): number => rows.filter(fits).reduce((sum, row) => sum + row.count, 0);
  const total = count(() => true);
  const bad = count(({ level }) => level >= firstBadLevel);
  const inTime = await countRectified(ctx, input, since, today);
  const months = [...new Set(rows.map(({ month }) => month))].sort();
  return {
    total, bad, goodShare: percent(total - bad, total), rectifiedInTimeShare: percent(sum(inTime, 'inTime'), sum(inTime, 'due')),
    departments: await countDepartments(ctx, rows, inTime),
    levels: Object.entries(ratingLevelNames).map(([key, name]) => ({ level: Number(key), name, count: count(({ level }) => level === Number(key)) })),
    months: months.map((month) => ({
      month, total: count((row) => row.month === month), good: count((row) => row.month === month && row.level < firstBadLevel),
    })),
  };
}

/** The first month of a period of so many months that ends with this one. */
function firstMonth(today: string, months: number): string {
  const index = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** How many rectifications of a department fell due, and how many of these were answered within the limit. */
interface Rectified { organizationId: string; inTime: number; due: number }

const sum = (rows: readonly Rectified[], name: 'inTime' | 'due'): number => rows.reduce((total, row) => total + row[name], 0);

async function countRectified(ctx: Context, input: QueryOf<typeof getRatingStatistics>, since: string, today: string): Promise<Rectified[]> {
  let query = tablesOf<RatingsTables>(ctx.kernel.db).selectFrom('ratings.rectification as x').innerJoin('ratings.rating as r', 'r.id', 'x.ratingId')
    .select([
      'x.organizationId',
      sql<number>`count(*) FILTER (WHERE x.in_time)`.as('inTime'),
      sql<number>`count(*) FILTER (WHERE x.in_time IS NOT NULL OR x.due_on < ${today}::date)`.as('due'),
    ]).where('x.state', 'not in', ['excluded', 'appealing']).where('x.openedAt', '>=', new Date(`${since}-01T00:00:00+08:00`));
  if (input.organizationId) query = query.where('x.organizationId', '=', input.organizationId);
  if (input.itemId) query = query.where('r.itemId', '=', input.itemId);
  return query.groupBy('x.organizationId').execute();
}

async function countDepartments(ctx: Context, rows: readonly { organizationId: string; level: number; count: number }[], rectified: readonly Rectified[]): Promise<DepartmentRatings[]> {
  const ids = [...new Set(rows.map(({ organizationId }) => organizationId))];
  const organizations = await listOrganizationsById(ctx, ids);
  const lines = ids.map((organizationId) => {
    const own = rows.filter((row) => row.organizationId === organizationId);
    const total = own.reduce((all, { count }) => all + count, 0);
    const bad = own.reduce((all, { level, count }) => all + (level >= firstBadLevel ? count : 0), 0);
    const ofOwn = rectified.filter((row) => row.organizationId === organizationId);
    return {
      organizationId, name: organizations.get(organizationId)?.name ?? '', total, bad, goodShare: percent(total - bad, total),
      rectifiedInTimeShare: percent(sum(ofOwn, 'inTime'), sum(ofOwn, 'due')),
    };
  });
  return lines.filter(({ total }) => total > 0).sort((one, other) => other.total - one.total || one.name.localeCompare(other.name, 'zh-CN'));
}
