import { fail } from './errors.ts';

const millisecondsPerDay = 86_400_000;
const datePattern = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Dates and numbers of days that were asked for, up to the year 2243: clocks ask for the same few thousand all the time. */
const mostKnown = 100_000;
const knownDates: string[] = [];
const knownNumbers = new Map<string, number>();

/** Days since 1970-01-01 of a calendar date `2026-11-20`. @throws calendar.bad-date */
export function toDayNumber(date: string): number {
  const known = knownNumbers.get(date);
  if (known !== undefined) return known;
  const match = datePattern.exec(date);
  const time = match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : Number.NaN;
  const number = time / millisecondsPerDay;
  if (Number.isNaN(number) || toDate(number) !== date) throw fail('calendar.bad-date', { date });
  if (number >= 0 && number < mostKnown) knownNumbers.set(date, number);
  return number;
}

/** The calendar date of a day number. */
export function toDate(dayNumber: number): string {
  const known = knownDates[dayNumber];
  if (known !== undefined) return known;
  const date = new Date(dayNumber * millisecondsPerDay).toISOString().slice(0, 10);
  if (dayNumber >= 0 && dayNumber < mostKnown) knownDates[dayNumber] = date;
  return date;
}

/** The calendar date `days` after `date` (before it when negative), counting every day. */
export function addCalendarDays(date: string, days: number): string {
  return toDate(toDayNumber(date) + days);
}

/** Whether a day number falls on Saturday or Sunday. */
export function isWeekend(dayNumber: number): boolean {
  // 1970-01-01 was a Thursday.
  const weekday = (((dayNumber + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}
