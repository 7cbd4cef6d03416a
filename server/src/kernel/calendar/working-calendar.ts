import { isWeekend, toDate, toDayNumber } from './day-number.ts';
import { fail } from './errors.ts';

/** A day on which the State Council's notice departs from the plain week. */
export interface DayException {
  /** `2026-10-01`. */
  date: string;
  /** `holiday`: no work; `workday`: a weekend day that is worked to make up for one (调休上班). */
  kind: 'holiday' | 'workday';
  /** The holiday it belongs to, e.g. 国庆节. */
  name: string;
}

/** What a calendar is made of. */
export interface CalendarDays {
  /** Years whose notice has been loaded; only their dates are certain. */
  coveredYears: readonly number[];
  exceptions: readonly DayException[];
  /** Grows with each change of the stored calendar; 0 for one made by hand. */
  version?: number;
}

/** Counts working days (工作日) in China's official calendar. Dates are `2026-11-20` in China's time zone. */
export interface WorkingCalendar {
  readonly version: number;
  /** Whether every year from the one date to the other has its notice loaded. */
  covers(from: string, to?: string): boolean;
  /** @throws calendar.year-not-loaded */
  isWorkingDay(date: string): boolean;
  /** As `isWorkingDay`, of a day number (days since 1970-01-01), for counting over many days. */
  isWorkingDayNumber(day: number): boolean;
  /**
   * The `n`-th working day after `date`; the day itself is day 0 (民法典 201), so a period of `n` working days ends
   * with the end of the day this gives. Negative counts back; 0 is the date itself. @throws calendar.year-not-loaded
   */
  addWorkingDays(date: string, n: number): string;
  /** Working days after `from` up to and including `to`; negative when `to` is earlier. @throws calendar.year-not-loaded */
  workingDaysBetween(from: string, to: string): number;
  /**
   * The same calendar that takes years without a notice as plain weeks instead of refusing. What it counts there is
   * provisional: it may be shown and warned by, but nothing with legal effect may rest on it (docs/adr/0005).
   */
  readonly provisional: WorkingCalendar;
}

/** Makes a working calendar out of the loaded notices; years without one are refused. */
export function createWorkingCalendar(days: CalendarDays): WorkingCalendar {
  const covered = new Set(days.coveredYears);
  const worked = new Map(days.exceptions.map(({ date, kind }) => [toDayNumber(date), kind === 'workday'] as const));
  const certain = coveredRanges(covered);
  const build = (refuse: boolean, provisional: () => WorkingCalendar): WorkingCalendar => {
    const works = (day: number): boolean => {
      if (refuse && !certain.some(([first, last]) => day >= first && day <= last)) {
        throw fail('calendar.year-not-loaded', { year: Number(toDate(day).slice(0, 4)) });
      }
      return worked.get(day) ?? !isWeekend(day);
    };
    return {
      version: days.version ?? 0,
      covers: (from, to = from) => coversYears(covered, from, to),
      isWorkingDay: (date) => works(toDayNumber(date)),
      isWorkingDayNumber: works,
      addWorkingDays: (date, n) => toDate(step(works, toDayNumber(date), n)),
      workingDaysBetween: (from, to) => count(works, toDayNumber(from), toDayNumber(to)),
      get provisional() { return provisional(); },
    };
  };
  const lenient: WorkingCalendar = build(false, () => lenient);
  return build(true, () => lenient);
}

function coveredRanges(years: ReadonlySet<number>): [number, number][] {
  const ranges: [number, number][] = [];
  for (const year of [...years].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    const [first, end] = [toDayNumber(`${year}-01-01`), toDayNumber(`${year}-12-31`)];
    if (last && last[1] + 1 === first) last[1] = end;
    else ranges.push([first, end]);
  }
  return ranges;
}

function coversYears(years: ReadonlySet<number>, from: string, to: string): boolean {
  const [first, last] = [from, to].map((date) => Number(date.slice(0, 4))).sort((a, b) => a - b);
  if (first === undefined || last === undefined) return false;
  for (let year = first; year <= last; year += 1) {
    if (!years.has(year)) return false;
  }
  return true;
}

function step(works: (day: number) => boolean, from: number, n: number): number {
  if (!Number.isSafeInteger(n)) throw new RangeError(`a number of working days must be whole, not ${n}`);
  const direction = n < 0 ? -1 : 1;
  let day = from;
  for (let left = Math.abs(n); left > 0;) {
    day += direction;
    if (works(day)) left -= 1;
  }
  return day;
}

function count(works: (day: number) => boolean, from: number, to: number): number {
  if (to < from) return 0 - count(works, to, from);
  let total = 0;
  for (let day = from + 1; day <= to; day += 1) {
    if (works(day)) total += 1;
  }
  return total;
}
