import { addCalendarDays, type WorkingCalendar } from '../calendar/index.ts';
import { chinaDate, startOfChinaDay } from '../clock/index.ts';

/** When somebody is not to be disturbed: minutes of the day in China, over midnight when `ends` is not after `starts`. */
export interface QuietHours {
  enabled: boolean;
  starts: number;
  ends: number;
  /** Also on the whole of days without work. */
  workingDays: boolean;
}

/** 22:00–08:00, unless somebody chose otherwise. */
export const standardQuiet: QuietHours = { enabled: true, starts: 22 * 60, ends: 8 * 60, workingDays: false };

/** Nobody is called on the telephone outside these hours, whatever it is about. */
export const callHours: QuietHours = { enabled: true, starts: 21 * 60, ends: 8 * 60, workingDays: false };

const minuteMs = 60_000;
/** Longest run of days without work that is looked over. */
const mostDays = 30;

function at(date: string, minutes: number): Date {
  return new Date(startOfChinaDay(date).getTime() + minutes * minuteMs);
}

/** Until when an instant is quiet; undefined when it is not (MSG-02 免打扰). */
export function quietUntil(now: Date, quiet: QuietHours, calendar: WorkingCalendar): Date | undefined {
  if (!quiet.enabled) return undefined;
  let date = chinaDate(now);
  const minutes = Math.floor((now.getTime() - startOfChinaDay(date).getTime()) / minuteMs);
  const { starts, ends } = quiet;
  const overNight = ends <= starts;
  const within = starts !== ends && (overNight ? minutes >= starts || minutes < ends : minutes >= starts && minutes < ends);
  const rests = (day: string): boolean => quiet.workingDays && !calendar.provisional.isWorkingDay(day);
  const resting = rests(date);
  if (!within && !resting) return undefined;
  // What began in the evening ends the next day, and a day without work with the one after it.
  if (resting || (overNight && minutes >= starts)) date = addCalendarDays(date, 1);
  for (let days = 0; days < mostDays && rests(date); days += 1) date = addCalendarDays(date, 1);
  return at(date, resting && !overNight ? 0 : ends);
}
