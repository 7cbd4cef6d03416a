import { toDayNumber, type WorkingCalendar } from '../../../kernel/calendar/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';

const dayMs = 86_400_000;
const chinaOffsetMs = 8 * 3_600_000;

/** The instant at which so many hours that lie on working days have passed; the inverse of `workingSeconds`. */
export function addWorkingHours(calendar: WorkingCalendar, from: Date, hours: number): Date {
  let left = hours * 3_600_000;
  let at = from.getTime();
  for (let day = toDayNumber(chinaDate(from)); ; day += 1) {
    const end = (day + 1) * dayMs - chinaOffsetMs;
    if (calendar.provisional.isWorkingDayNumber(day)) {
      if (at + left <= end) return new Date(at + left);
      left -= end - at;
    }
    at = end;
  }
}
