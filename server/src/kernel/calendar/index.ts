export { addCalendarDays, toDate, toDayNumber } from './day-number.ts';
export { createWorkingCalendar } from './working-calendar.ts';
export type { CalendarDays, DayException, WorkingCalendar } from './working-calendar.ts';
export { publishedYears } from './published-years.ts';
