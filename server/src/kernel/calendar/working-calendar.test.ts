import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCalendarDays } from './day-number.ts';
import { publishedYears } from './published-years.ts';
import { createWorkingCalendar } from './working-calendar.ts';

const years = publishedYears();
const calendar = createWorkingCalendar({ coveredYears: years.map(({ year }) => year), exceptions: years.flatMap(({ days }) => days) });
const dates = fc.integer({ min: 0, max: 365 * 4 }).map((days) => addCalendarDays('2022-02-01', days));

describe('真实放假通知', () => {
  it.each([
    ['2025-01-26', true, '春节调休上班的星期日'],
    ['2025-01-28', false, '除夕'],
    ['2025-02-04', false, '春节假期最后一天'],
    ['2025-02-08', true, '春节调休上班的星期六'],
    ['2025-04-27', true, '劳动节调休上班的星期日'],
    ['2025-05-05', false, '劳动节'],
    ['2025-09-28', true, '国庆节调休上班的星期日'],
    ['2025-10-08', false, '国庆节、中秋节最后一天'],
    ['2025-10-11', true, '国庆节调休上班的星期六'],
    ['2026-02-14', true, '春节调休上班的星期六'],
    ['2026-02-23', false, '春节假期最后一天'],
    ['2026-02-28', true, '春节调休上班的星期六'],
    ['2026-09-20', true, '国庆节调休上班的星期日'],
    ['2026-10-07', false, '国庆节最后一天'],
    ['2026-10-10', true, '国庆节调休上班的星期六'],
    ['2026-11-21', false, '普通星期六'],
    ['2026-11-23', true, '普通星期一'],
  ])('%s 是否工作日：%s（%s）', (date, works) => {
    expect(calendar.isWorkingDay(date)).toBe(works);
  });

  it.each([
    ['2026-09-29', 1, '2026-09-30'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-09-30', 4, '2026-10-12'],
    ['2026-02-12', 2, '2026-02-14'],
    ['2026-02-12', 3, '2026-02-24'],
    ['2025-01-24', 5, '2025-02-07'],
    ['2026-11-21', 0, '2026-11-21'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-10-08', -1, '2026-09-30'],
  ])('受理日 %s 起第 %i 个工作日是 %s', (date, n, expected) => {
    expect(calendar.addWorkingDays(date, n)).toBe(expected);
  });

  it('国庆节所在一周只有四个工作日', () => {
    expect(calendar.workingDaysBetween('2026-09-30', '2026-10-11')).toBe(3);
    expect(calendar.workingDaysBetween('2026-10-11', '2026-09-30')).toBe(-3);
  });

  it('元旦前在上一年十二月的调休属于新一年的通知', () => {
    const year2019 = publishedYears(2018).find(({ year }) => year === 2019);
    expect(year2019?.days.map(({ date }) => date)).toEqual(expect.arrayContaining(['2018-12-29', '2018-12-31', '2019-10-01']));
  });
});

describe('没有放假通知的年份', () => {
  it.each([
    ['当天', () => calendar.isWorkingDay('2027-01-04')],
    ['跨入该年的期限', () => calendar.addWorkingDays('2026-12-28', 10)],
    ['跨入该年的天数', () => calendar.workingDaysBetween('2026-12-28', '2027-01-10')],
    ['最早一年之前', () => calendar.isWorkingDay('1999-01-04')],
  ])('%s：拒绝计算并指明缺少的年份', (_name, compute) => {
    expect(compute).toThrowError(expect.objectContaining({ code: 'calendar.year-not-loaded' }));
  });

  it('只有明确要求暂定时才按普通周末计算', () => {
    expect(calendar.covers('2026-12-28', '2027-01-08')).toBe(false);
    expect(calendar.covers('2026-12-28', '2026-12-31')).toBe(true);
    expect(calendar.provisional.addWorkingDays('2026-12-28', 5)).toBe('2027-01-04');
  });

  it('不是日期的文字被拒绝', () => {
    for (const date of ['2026-02-30', '20261120', '', '2026-13-01', '2026-11-20T00:00:00Z']) {
      expect(() => calendar.isWorkingDay(date)).toThrowError(expect.objectContaining({ code: 'calendar.bad-date' }));
    }
  });
});

describe('任意日期', () => {
  it('加 n 个工作日与数工作日互逆', () => {
    fc.assert(fc.property(dates, fc.integer({ min: 1, max: 90 }), (date, n) => {
      const end = calendar.addWorkingDays(date, n);
      expect(calendar.workingDaysBetween(date, end)).toBe(n);
      expect(calendar.isWorkingDay(end)).toBe(true);
      expect(calendar.addWorkingDays(calendar.addWorkingDays(date, n), 1)).toBe(calendar.addWorkingDays(date, n + 1));
    }));
  });

  it('区间可以拆分相加', () => {
    fc.assert(fc.property(dates, dates, dates, (a, b, c) => {
      expect(calendar.workingDaysBetween(a, b) + calendar.workingDaysBetween(b, c)).toBe(calendar.workingDaysBetween(a, c));
    }));
  });
});
