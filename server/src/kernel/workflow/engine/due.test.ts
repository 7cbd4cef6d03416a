import { describe, expect, test } from 'vitest';
import { createWorkingCalendar } from '../../calendar/index.ts';
import { taskDueOn, timerDueAt } from './due.ts';

const calendar = createWorkingCalendar({
  coveredYears: [2026],
  exceptions: [{ date: '2026-01-01', kind: 'holiday', name: '元旦' }],
});
const now = new Date('2026-01-30T16:30:00+08:00');

describe('流程时限', () => {
  test.each([
    ['PT1H30M', '2026-01-30T18:00:00+08:00'],
    ['P2D', '2026-02-01T16:30:00+08:00'],
    ['P1W', '2026-02-06T16:30:00+08:00'],
    ['P1M', '2026-02-28T16:30:00+08:00'],
    ['P1Y', '2027-01-30T16:30:00+08:00'],
    ['P1M1DT0.5S', '2026-03-01T16:30:00.500+08:00'],
  ])('时长 %s', (value, expected) => {
    expect(timerDueAt(calendar, now, { type: 'duration', value }).toISOString()).toBe(new Date(expected).toISOString());
  });

  test.each([
    ['2026-12-01', '2026-12-01T00:00:00+08:00'],
    ['2026-12-01T09:00', '2026-12-01T09:00:00+08:00'],
    ['2026-12-01T09:00:00Z', '2026-12-01T17:00:00+08:00'],
  ])('时刻 %s 按北京时间', (value, expected) => {
    expect(timerDueAt(calendar, now, { type: 'date', value }).toISOString()).toBe(new Date(expected).toISOString());
  });

  test('工作日到当日结束为止；待办时限在日历未公布的年份按平常周暂计', () => {
    expect(timerDueAt(calendar, now, { type: 'working-days', value: 1 }).toISOString()).toBe('2026-02-02T15:59:59.999Z');
    expect(taskDueOn(calendar, now, 3)).toBe('2026-02-04');
    expect(taskDueOn(calendar, new Date('2026-12-31T10:00:00+08:00'), 1)).toBe('2027-01-01');
    expect(() => timerDueAt(calendar, new Date('2026-12-31T10:00:00+08:00'), { type: 'working-days', value: 1 })).toThrow('2027');
  });
});
