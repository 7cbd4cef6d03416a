import type { ExceptionDay } from '@tongban/server/src/kernel/calendar/contract.ts';

/** One day of the year as the working calendar sees it. */
export interface CalendarDay { date: string; day: number; kind: 'working' | 'weekend' | 'holiday' | 'workday'; name: string | undefined }
/** A month with the empty cells before its first day, weeks starting on Monday. */
export interface CalendarMonth { month: number; lead: number; days: CalendarDay[] }

/** The twelve months of a year with the exceptions of the notice. */
export function monthsOf(year: number, exceptions: readonly ExceptionDay[]): CalendarMonth[] {
  const named = new Map(exceptions.map((day) => [day.date, day]));
  return Array.from({ length: 12 }, (_month, index) => {
    const first = new Date(Date.UTC(year, index, 1));
    const length = new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
    return {
      month: index + 1, lead: (first.getUTCDay() + 6) % 7,
      days: Array.from({ length }, (_day, offset) => {
        const moment = new Date(Date.UTC(year, index, offset + 1));
        const date = moment.toISOString().slice(0, 10);
        const exception = named.get(date);
        const weekend = moment.getUTCDay() === 0 || moment.getUTCDay() === 6;
        return { date, day: offset + 1, kind: exception?.kind ?? (weekend ? 'weekend' : 'working'), name: exception?.name };
      }),
    };
  });
}

/** How many days of the year are worked. */
export function countWorking(months: readonly CalendarMonth[]): number {
  return months.flatMap(({ days }) => days).filter(({ kind }) => kind === 'working' || kind === 'workday').length;
}
