import { describe, expect, it } from 'vitest';
import { formatDate, formatDateTime } from './dates.ts';

describe('日期写给人看', () => {
  it.each([
    ['2026-11-20', '2026年11月20日'],
    ['2026-01-05', '2026年1月5日'],
    ['2026-11-19T16:30:00.000Z', '2026年11月20日'],
    [null, ''],
    [undefined, ''],
  ])('%s → %s', (value, text) => {
    expect(formatDate(value)).toBe(text);
  });

  it('时刻按北京时间的二十四小时制', () => {
    expect(formatDateTime('2026-11-19T16:05:00.000Z')).toBe('2026年11月20日 00:05');
    expect(formatDateTime('2026-11-20T01:30:00.000Z')).toBe('2026年11月20日 09:30');
  });
});
