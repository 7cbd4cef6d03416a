import { describe, expect, it } from 'vitest';
import { countWorking, monthsOf } from './year-days.ts';

describe('monthsOf', () => {
  it('starts weeks on Monday', () => {
    // 2026-01-01 is a Thursday, 2026-02-01 a Sunday, 2026-06-01 a Monday.
    expect(monthsOf(2026, []).map(({ lead }) => lead).slice(0, 6)).toEqual([3, 6, 6, 2, 4, 0]);
  });
  it('knows leap years', () => {
    expect(monthsOf(2028, [])[1]?.days).toHaveLength(29);
    expect(monthsOf(2026, [])[1]?.days).toHaveLength(28);
  });
  it('lets a notice turn a weekday into a holiday and a weekend into a working day', () => {
    const months = monthsOf(2026, [{ date: '2026-01-02', kind: 'holiday', name: '元旦' }, { date: '2026-01-04', kind: 'workday', name: '元旦' }]);
    expect(months[0]?.days.slice(0, 4).map(({ kind }) => kind)).toEqual(['working', 'holiday', 'weekend', 'workday']);
    expect(countWorking(months)).toBe(261);
  });
});
