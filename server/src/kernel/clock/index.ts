/** The one source of the current time; everything else receives it. */
export interface Clock {
  now(): Date;
}

/** The machine's time. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that a test sets and moves; it never moves by itself. */
export interface TestClock extends Clock {
  set(instant: string | Date): void;
  advance(milliseconds: number): void;
}

/** Makes a clock standing at `instant` (ISO 8601). */
export function createTestClock(instant: string): TestClock {
  let current = new Date(instant);
  return {
    now: () => new Date(current),
    set: (next) => { current = new Date(next); },
    advance: (milliseconds) => { current = new Date(current.getTime() + milliseconds); },
  };
}

const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The calendar date of an instant in China (`2026-11-20`), whatever the machine's time zone. */
export function chinaDate(instant: Date): string {
  return dayFormat.format(instant);
}

/** The first instant of a calendar date in China. */
export function startOfChinaDay(date: string): Date {
  return new Date(`${date}T00:00:00+08:00`);
}

/** Milliseconds of a monotonic counter, for measuring how long work took. */
export function elapsedMilliseconds(): number {
  return performance.now();
}
