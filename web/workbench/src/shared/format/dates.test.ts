import { describe, expect, it } from 'vitest';
import { addDays, formatDate, formatDateTime, formatDue, formatMoment, formatShortDate } from './dates.ts';

describe('日期写给人看', () => {
  it.each([
    ['2026-11-20', '2026年11月20日'], ['2026-01-05', '2026年1月5日'], ['2026-11-19T16:30:00.000Z', '2026年11月20日'], [null, ''],
  ])('%s → %s', (value, text) => { expect(formatDate(value)).toBe(text); });

  it('时刻按北京时间的二十四小时制', () => {
    expect(formatDateTime('2026-11-19T16:05:00.000Z')).toBe('2026年11月20日 00:05');
  });

  it.each([
    ['2026-11-20T01:30:00.000Z', '今天 09:30'], ['2026-11-19T01:30:00.000Z', '昨天 09:30'],
    ['2026-11-02T01:30:00.000Z', '11月2日 09:30'], ['2025-11-02T01:30:00.000Z', '2025年11月2日 09:30'],
  ])('列表中的时刻 %s → %s', (value, text) => { expect(formatMoment(value, '2026-11-20')).toBe(text); });

  it.each([['2026-11-20', '今天'], ['2026-11-21', '明天'], ['2026-11-27', '11月27日 周五'], ['2027-01-04', '2027年1月4日 周一']])(
    '期限 %s → %s', (value, text) => { expect(formatDue(value, '2026-11-20')).toBe(text); });

  it('跨年时写出年份，跨月时日期正确', () => {
    expect(formatShortDate('2027-02-01', '2026-11-20')).toBe('2027年2月1日');
    expect(addDays('2026-11-30', 1)).toBe('2026-12-01');
  });
});
