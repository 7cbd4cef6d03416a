import { sql } from 'kysely';
import { chinaDate } from '../clock/index.ts';
import type { Context } from '../context.ts';
import { tablesOf } from '../db/index.ts';
import type { CalendarYear } from './contract.ts';
import { loadCalendar } from './load-calendar.ts';
import type { CalendarTables } from './tables.ts';

/** Every year with a notice, newest first, and which of this and the next year has none. */
export async function listCalendarYears(ctx: Context) {
  const tables = tablesOf<CalendarTables>(ctx.kernel.db);
  const rows = await tables.selectFrom('calendar.coveredYear as y').leftJoin('calendar.dayException as d', 'd.noticeYear', 'y.year')
    .select(['y.year', 'y.source', 'y.updatedAt', sql<number>`count(*) FILTER (WHERE d.kind = 'holiday')`.as('holidays'), sql<number>`count(*) FILTER (WHERE d.kind = 'workday')`.as('workdays')])
    .groupBy('y.year').orderBy('y.year', 'desc').execute();
  return {
    items: rows.map(({ updatedAt, ...row }) => ({ ...row, updatedAt: updatedAt.toISOString() })),
    missing: await missingYears(ctx),
  };
}

/** Which of this year and the next has no notice; the State Council publishes one in autumn for the year to come. */
export async function missingYears(ctx: Context): Promise<number[]> {
  const calendar = await loadCalendar(ctx.kernel);
  const year = Number(chinaDate(ctx.kernel.clock.now()).slice(0, 4));
  return [year, year + 1].filter((candidate) => !calendar.covers(`${candidate}-01-01`));
}

/** One year with its days in order; a year without a notice is empty and not covered. */
export async function findYear(ctx: Context, year: number): Promise<CalendarYear> {
  const tables = tablesOf<CalendarTables>(ctx.kernel.db);
  const row = await tables.selectFrom('calendar.coveredYear').selectAll().where('year', '=', year).executeTakeFirst();
  const days = await tables.selectFrom('calendar.dayException').select(['date', 'kind', 'name']).where('noticeYear', '=', year).orderBy('date').execute();
  return { year, covered: row !== undefined, source: row?.source ?? null, revision: row?.revision ?? 0, updatedAt: row?.updatedAt.toISOString() ?? null, days };
}
