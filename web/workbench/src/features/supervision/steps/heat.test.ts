import type { StepTime } from '@tongban/server/src/modules/supervision/contract.ts';
import { describe, expect, it } from 'vitest';
import { dressByHeat } from './heat.ts';

const step = (node: string, median: number | null): StepTime => ({ node, name: node, count: 3, total: { median, p90: median }, waiting: { median: null, p90: null }, handling: { median: 0, p90: 0 } });

describe('环节耗时的热力图 (WFL-03)', () => {
  it('最长的最深，颜色旁边都有时间和件次；没有数的不上色', () => {
    expect(dressByHeat([step('a', 60), step('b', 90_000), step('c', 46_000)], 'total', 'median')).toEqual([
      { id: 'a', tone: 'heat0', words: '1 分钟 · 3 件次' }, { id: 'b', tone: 'heat4', words: '25 小时 · 3 件次' }, { id: 'c', tone: 'heat2', words: '13 小时 · 3 件次' },
    ]);
    expect(dressByHeat([step('a', 60)], 'waiting', 'p90')).toEqual([]);
    expect(dressByHeat([step('a', 60)], 'handling', 'p90')).toEqual([{ id: 'a', tone: 'heat0', words: '不到 1 分钟 · 3 件次' }]);
  });
});
