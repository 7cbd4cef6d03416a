/** A calendar date without a time zone, `YYYY-MM-DD`. */
export type IsoDate = string;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Reads eight digits `YYYYMMDD` as a date of the Gregorian calendar; undefined when there is no such day. */
export function findCalendarDate(digits: string): IsoDate | undefined {
  if (!/^\d{8}$/.test(digits)) return undefined;
  const year = Number(digits.slice(0, 4));
  const month = Number(digits.slice(4, 6));
  const day = Number(digits.slice(6, 8));
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const longest = month === 2 && isLeap ? 29 : DAYS_IN_MONTH[month - 1];
  if (longest === undefined || day < 1 || day > longest) return undefined;
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
}
