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

/** The end of China's last summer time; since then the country has kept UTC+8. */
const steadySince = Date.UTC(1991, 8, 15);
const eightHours = 8 * 3_600_000;

/** The calendar date of an instant in China (`2026-11-20`), whatever the machine's time zone. */
export function chinaDate(instant: Date): string {
  const time = instant.getTime();
  // Every request asks several times, and formatting with a time zone takes 30 µs.
  return time > steadySince ? new Date(time + eightHours).toISOString().slice(0, 10) : dayFormat.format(instant);
}

/** The first instant of a calendar date in China. */
export function startOfChinaDay(date: string): Date {
  return new Date(`${date}T00:00:00+08:00`);
}

/** A calendar date as people read it: `2026年11月20日`. */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

const timeFormat = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai', year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
});

/** An instant as people here write it: 2026年11月20日 09:30. */
export function timeInWords(instant: Date): string {
  return timeFormat.format(instant).replace(/日\s*/, '日 ');
}

/** Milliseconds of a monotonic counter, for measuring how long work took. */
export function elapsedMilliseconds(): number {
  return performance.now();
}

/** Milliseconds of processor time that this process has used, all its threads together. */
export function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Milliseconds since 1970 by the machine, for ids that sort by their making; never for a date that means something. */
export function machineMilliseconds(): number {
  return Date.now();
}
