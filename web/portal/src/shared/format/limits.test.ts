import { describe, expect, it } from 'vitest';
import { formatLimit } from './limits.ts';

describe('时限 (CAT-04)', () => {
  it('带上说明', () => {
    expect(formatLimit({ days: 20, unit: 'working-day', explanation: '行政许可法第四十二条' })).toBe('20 个工作日（行政许可法第四十二条）');
    expect(formatLimit({ days: 0, unit: 'working-day', explanation: '材料齐全的当场发给备案凭证' })).toBe('当场办结（材料齐全的当场发给备案凭证）');
  });

  it('没有说明时只写时限，没有时限时不写', () => {
    expect(formatLimit({ days: 30, unit: 'calendar-day' })).toBe('30 日');
    expect(formatLimit({ days: 30, unit: 'calendar-day', explanation: ' ' })).toBe('30 日');
    expect(formatLimit(undefined)).toBeUndefined();
  });
});
