import type { WorkingCalendar } from '../../calendar/index.ts';
import { chinaDate } from '../../clock/index.ts';
import type { TimerDue } from '../interpreter/index.ts';

/** The last day for a task of `days` working days (工作日) that was created now. */
export function taskDueOn(calendar: WorkingCalendar, now: Date, days: number): string {
  // a working limit inside the authority warns and sorts; what binds outside is the case's own clock
  return calendar.provisional.addWorkingDays(chinaDate(now), days);
}

/** The instant a timer fires. Working days end with the day, China time; a plain date begins with it. */
export function timerDueAt(calendar: WorkingCalendar, now: Date, due: TimerDue): Date {
  if (due.type === 'working-days') return new Date(`${calendar.addWorkingDays(chinaDate(now), due.value)}T23:59:59.999+08:00`);
  if (due.type === 'date') return new Date(/T/.test(due.value) ? withZone(due.value) : `${due.value}T00:00:00+08:00`);
  return addDuration(now, due.value);
}

function withZone(instant: string): string {
  return /(?:Z|[+-]\d{2}:\d{2})$/.test(instant) ? instant : `${instant}+08:00`;
}

const duration = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const chinaOffset = 8 * 3_600_000;

/** Adds an ISO 8601 duration by China's calendar; a month that is too short ends on its last day (民法典第二百零二条). */
function addDuration(now: Date, written: string): Date {
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = (duration.exec(written) ?? []).slice(1).map((part) => Number(part ?? 0));
  const local = new Date(now.getTime() + chinaOffset);
  const day = local.getUTCDate();
  local.setUTCDate(1);
  local.setUTCMonth(local.getUTCMonth() + years * 12 + months);
  const last = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0)).getUTCDate();
  local.setUTCDate(Math.min(day, last) + weeks * 7 + days);
  return new Date(local.getTime() - chinaOffset + ((hours * 60 + minutes) * 60 + seconds) * 1000);
}

const dayInSeconds = 86_400;

/** About how many seconds an ISO 8601 duration is; a month counts as thirty days. */
export function durationSeconds(written: string): number {
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = (duration.exec(written) ?? []).slice(1).map((part) => Number(part ?? 0));
  return (years * 365 + months * 30 + weeks * 7 + days) * dayInSeconds + (hours * 60 + minutes) * 60 + seconds;
}
