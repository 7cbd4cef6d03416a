import { loadCalendar } from '../../kernel/calendar/index.ts';
import { chinaDate } from '../../kernel/clock/index.ts';
import type { Kernel } from '../../kernel/context.ts';
import type { OpeningHours } from './configuration.contract.ts';

export interface OpenPeriod { from: string; to: string }

/** Monday 1 to Sunday 7. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** `HH:MM` in China. */
export function timeOfDay(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
}

/** Minutes since midnight of `HH:MM`, and back. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
export const timeOfMinutes = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/**
 * The periods in which a hall is open on a day: none on a public holiday; a weekend day that is worked opens as on Monday
 * unless it has hours of its own. A year without a holiday notice counts as plain weeks, since nothing legal rests on it.
 */
export async function periodsOn(kernel: Kernel, hours: OpeningHours, day: string): Promise<OpenPeriod[]> {
  const { provisional: calendar } = await loadCalendar(kernel);
  const weekday = weekdayOf(day);
  const of = (wanted: number): OpenPeriod[] => hours.find((one) => one.weekday === wanted)?.periods ?? [];
  const worked = calendar.isWorkingDay(day);
  if (weekday <= 5) return worked ? of(weekday) : [];
  return worked && of(weekday).length === 0 ? of(1) : of(weekday);
}

/** Whether a hall is open at this instant, and today's periods. */
export async function openingNow(kernel: Kernel, hours: OpeningHours): Promise<{ day: string; periods: OpenPeriod[]; open: boolean }> {
  const now = kernel.clock.now();
  const day = chinaDate(now);
  const periods = await periodsOn(kernel, hours, day);
  const time = timeOfDay(now);
  return { day, periods, open: periods.some(({ from, to }) => from <= time && time < to) };
}

/** `09:00—12:00、13:00—17:00`, or 今天不办公. */
export function inWords(periods: readonly OpenPeriod[]): string {
  return periods.length === 0 ? '今天不办公' : periods.map(({ from, to }) => `${from}—${to}`).join('、');
}
