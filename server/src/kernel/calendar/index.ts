import { defineModule, handle } from '../module/index.ts';
import { getYear, listYears, saveYear } from './contract.ts';
import { findYear, listCalendarYears } from './list-years.ts';
import { calendarMigrations } from './migrations.ts';
import { saveCalendarYear } from './save-year.ts';

export { addCalendarDays, toDate, toDayNumber } from './day-number.ts';
export { createWorkingCalendar } from './working-calendar.ts';
export type { CalendarDays, DayException, WorkingCalendar } from './working-calendar.ts';
export { workingSeconds } from './working-seconds.ts';
export { loadCalendar } from './load-calendar.ts';
export { publishedYears } from './published-years.ts';
export { seedCalendar } from './seed-calendar.ts';

/** Working days by the State Council's holiday notices, year by year (SUP-01). */
export const calendarModule = defineModule({
  name: 'calendar', uses: [], migrations: calendarMigrations,
  permissions: [
    { code: 'calendar.year.view', label: '查看工作日历', everyStaff: true },
    { code: 'calendar.year.edit', label: '维护工作日历', administration: 'system', defaultRoles: ['system-administrator'] },
  ],
  routes: [
    handle(listYears, (ctx) => listCalendarYears(ctx)),
    handle(getYear, (ctx, { params }) => findYear(ctx, params.year)),
    handle(saveYear, (ctx, { params, body }) => saveCalendarYear(ctx, params.year, body)),
  ],
});
