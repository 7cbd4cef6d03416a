import { toDate, toDayNumber, type WorkingCalendar } from '../calendar/index.ts';
import { closedOnOf, extensionDaysOf, statusOf, type ClockStatus, type DayUnit, type Ledger, type Limits } from './ledger.ts';
import { stoppedStretches, type StoppedStretch } from './stopped-days.ts';

/** normal 正常, warning 预警, yellow 黄牌 (past the promised limit), red 红牌 (past the legal limit) (SUP-01). */
export const clockLevels = ['normal', 'warning', 'yellow', 'red'] as const;
export type ClockLevel = (typeof clockLevels)[number];

/** When to warn before the promised limit: at this share of it or this many days left, whichever comes first. */
export interface WarningRule {
  share: number;
  days: number;
}

/** At most 20 % or one day left (domain rule for 电子监察; a city may set its own). */
export const defaultWarningRule: WarningRule = { share: 0.2, days: 1 };

/** Where a clock stands on a given day. */
export interface Deadlines {
  readonly status: ClockStatus;
  readonly level: ClockLevel;
  /** Last day of the promised limit; null while a pause leaves it open. */
  readonly promisedDueOn: string | null;
  /** Last day of the legal limit; null while a pause leaves it open. */
  readonly legalDueOn: string | null;
  /** Days left after today, today's own not counted; 0 when due today, negative when overdue. In the limit's unit. */
  readonly remainingPromised: number;
  readonly remainingLegal: number;
  /** Days that have counted so far, in the unit of the promised limit. */
  readonly consumed: number;
  /** A deadline reaches into a year whose holiday notice is not loaded; it is computed again once it is. */
  readonly provisional: boolean;
  /** The day from whose start the level is worse unless something happens; null when it cannot get worse by itself. */
  readonly nextChangeOn: string | null;
}

/** One limit, counted out. */
interface Count {
  /** Day number of the last day, null while open. */
  due: number | null;
  remaining: number;
  /** First day on which no more than the warning threshold is left; null while open or for 即办件. */
  warnFrom: number | null;
}

interface Counting {
  start: number;
  asOf: number;
  stretches: readonly StoppedStretch[];
  works: (day: number) => boolean;
}

/**
 * Derives where a clock stands on `today` (date in China). Counting starts with the day after acceptance (民法典 201);
 * a deadline is the end of the day it names; pauses do not count (行政许可法 45), extensions add days (42).
 */
export function deriveDeadlines(
  ledger: Ledger, limits: Limits, calendar: WorkingCalendar, today: string, rule: WarningRule = defaultWarningRule,
): Deadlines {
  // Clocks that nothing has stopped or lengthened stand alike when they began on the same day: most of a city's do.
  if (ledger.segments.length > 0) return countDeadlines(ledger, limits, calendar, today, rule);
  const key = [ledger.startedOn, ledger.immediate, limits.promisedDays, limits.legalDays, limits.unit, limits.legalUnit, today, rule.share, rule.days].join(' ');
  const known = plain.get(calendar) ?? new Map<string, Deadlines>();
  plain.set(calendar, known);
  const found = known.get(key) ?? countDeadlines(ledger, limits, calendar, today, rule);
  if (known.size >= mostPlain) known.clear();
  known.set(key, found);
  return found;
}

/** What was derived of plain clocks, by calendar. */
const plain = new WeakMap<WorkingCalendar, Map<string, Deadlines>>();
const mostPlain = 5_000;

function countDeadlines(ledger: Ledger, limits: Limits, calendar: WorkingCalendar, today: string, rule: WarningRule): Deadlines {
  const status = statusOf(ledger);
  const counting: Counting = {
    start: toDayNumber(ledger.startedOn), asOf: toDayNumber(closedOnOf(ledger) ?? today),
    stretches: stoppedStretches(ledger), works: calendar.provisional.isWorkingDayNumber,
  };
  const extension = extensionDaysOf(ledger);
  const legalUnit = limits.legalUnit ?? limits.unit;
  const promised = ledger.immediate ? countImmediate(counting) : countOut(counting, limits.promisedDays + extension, limits.unit, rule);
  const legal = ledger.immediate && limits.legalDays === 0 ? countImmediate(counting)
    : countOut(counting, limits.legalDays + extension, legalUnit, rule);
  const legalCertain = legal.due !== null && calendar.covers(ledger.startedOn, toDate(legal.due));
  const level = levelOf(counting.asOf, promised, legal, legalCertain);
  return {
    status, level,
    promisedDueOn: dateOf(promised.due), legalDueOn: dateOf(legal.due),
    remainingPromised: promised.remaining, remainingLegal: legal.remaining,
    consumed: countDays(counting, counting.start, counting.asOf, limits.unit),
    provisional: !calendar.covers(ledger.startedOn, toDate(Math.max(counting.asOf, promised.due ?? 0, legal.due ?? 0))),
    nextChangeOn: status === 'running' ? dateOf(nextChange(counting.asOf, level, promised, legal, legalCertain)) : null,
  };
}

function dateOf(day: number | null): string | null {
  return day === null ? null : toDate(day);
}

function counts(counting: Counting, day: number, unit: DayUnit): boolean {
  if (counting.stretches.some(({ from, to }) => day > from && day <= to)) return false;
  return unit === 'calendar-day' || counting.works(day);
}

/** Counted days after `from` up to and including `to`; negative when `to` is earlier. */
function countDays(counting: Counting, from: number, to: number, unit: DayUnit): number {
  if (to < from) return 0 - countDays(counting, to, from, unit);
  let total = 0;
  for (let day = from + 1; day <= to; day += 1) {
    if (counts(counting, day, unit)) total += 1;
  }
  return total;
}

/** Day number of the `n`-th counted day after the start; null when a pause that still lasts comes before it. */
function findCountedDay(counting: Counting, n: number, unit: DayUnit): number | null {
  const openFrom = counting.stretches.find(({ to }) => to === Infinity)?.from ?? Infinity;
  let day = counting.start;
  for (let left = n; left > 0;) {
    day += 1;
    if (day > openFrom) return null;
    if (counts(counting, day, unit)) left -= 1;
  }
  return day;
}

function nextWorkingDay(counting: Counting, from: number): number {
  let day = from;
  while (!counting.works(day)) day += 1;
  return day;
}

function countOut(counting: Counting, days: number, unit: DayUnit, rule: WarningRule): Count {
  const threshold = Math.max(Math.floor(days * rule.share), Math.min(rule.days, days - 1));
  const last = findCountedDay(counting, days, unit);
  const warnFrom = threshold < 0 ? null : findCountedDay(counting, days - threshold, unit);
  if (last === null) {
    return { due: null, warnFrom, remaining: days - countDays(counting, counting.start, counting.asOf, unit) };
  }
  // A period of calendar days that ends on a day off ends with the next working day (民法典 203).
  const due = nextWorkingDay(counting, last);
  return { due, warnFrom, remaining: countDays(counting, counting.asOf, due, unit) };
}

function countImmediate(counting: Counting): Count {
  const due = nextWorkingDay(counting, counting.start);
  return { due, warnFrom: null, remaining: countDays(counting, counting.asOf, due, 'working-day') };
}

function levelOf(day: number, promised: Count, legal: Count, legalCertain: boolean): ClockLevel {
  const legalPassed = legal.due !== null && day > legal.due;
  // A red card is a finding against an authority; it may not rest on a guessed calendar.
  if (legalPassed && legalCertain) return 'red';
  if (legalPassed || (promised.due !== null && day > promised.due)) return 'yellow';
  return promised.warnFrom !== null && day >= promised.warnFrom ? 'warning' : 'normal';
}

function nextChange(day: number, level: ClockLevel, promised: Count, legal: Count, legalCertain: boolean): number | null {
  const changes = [
    level === 'normal' ? promised.warnFrom : null,
    level === 'normal' || level === 'warning' ? promised.due && promised.due + 1 : null,
    level !== 'red' && legalCertain ? legal.due && legal.due + 1 : null,
  ].filter((change): change is number => change !== null && change > day);
  return changes.length === 0 ? null : Math.min(...changes);
}
