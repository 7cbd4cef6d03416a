import { parseCronItem, type CronItem, type ParsedCronItem, type TimestampDigest } from 'graphile-worker';
import type { Clock } from '../clock/index.ts';

const hoursAhead = 8;

/** A crontab item whose pattern is read against China's wall clock; the queue itself only knows UTC. */
export function chinaCronItem(clock: Clock, item: CronItem): ParsedCronItem {
  const parsed = parseCronItem(item);
  return { ...parsed, match: (digest) => parsed.match(inChina(digest, clock.now().getUTCFullYear())) };
}

/** Minute, hour and day in China of a minute in UTC. The queue gives the minute without its year, which only a leap day needs. */
function inChina(utc: TimestampDigest, year: number): TimestampDigest {
  const china = new Date(Date.UTC(year, utc.month - 1, utc.date, utc.hour + hoursAhead));
  const nextDay = utc.hour + hoursAhead >= 24;
  return { min: utc.min, hour: china.getUTCHours(), date: china.getUTCDate(), month: china.getUTCMonth() + 1, dow: (utc.dow + Number(nextDay)) % 7 };
}
