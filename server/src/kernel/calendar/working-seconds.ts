import { toDayNumber } from './day-number.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import { chinaDate } from '../clock/index.ts';

const dayMs = 86_400_000;
const chinaOffsetMs = 8 * 3_600_000;

/** Seconds between two instants that lie on working days, China time; a year without a notice counts as plain weeks. */
export function workingSeconds(calendar: WorkingCalendar, from: Date, to: Date): number {
  if (to <= from) return 0;
  const [first, last] = [toDayNumber(chinaDate(from)), toDayNumber(chinaDate(to))];
  let milliseconds = 0;
  for (let day = first; day <= last; day += 1) {
    if (!calendar.provisional.isWorkingDayNumber(day)) continue;
    const begin = day * dayMs - chinaOffsetMs;
    milliseconds += Math.min(to.getTime(), begin + dayMs) - Math.max(from.getTime(), begin);
  }
  return Math.round(milliseconds / 1_000);
}
