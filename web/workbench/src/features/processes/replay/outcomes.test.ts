import { describe, expect, it } from 'vitest';
import { describeOutcome, readAssumptions, untouched, type PlannedNode } from './outcomes.ts';

const planned = (node: string, step: string | null): PlannedNode => ({ node, name: node, kind: 'user-task', step, visits: 0, outcomes: [], median: null, p90: null, limitWorkingDays: null });

describe('试算的设定 (WFL-03)', () => {
  const nodes = [planned('r', 'review'), planned('d', 'decision'), planned('c', 'custom')];
  it('空着的不算设定；比例、天数、写入的数据各读各的', () => {
    expect(readAssumptions(nodes, { r: untouched })).toEqual({ ok: true, assumptions: [] });
    expect(readAssumptions(nodes, { r: { ...untouched, percents: { pass: '80', fail: '20' } }, d: { ...untouched, days: '1.5' }, c: { ...untouched, values: 'area = 20' } })).toEqual({
      ok: true, assumptions: [
        { node: 'r', outcomes: [{ values: { conclusion: 'pass' }, percent: 80 }, { values: { conclusion: 'fail' }, percent: 20 }] },
        { node: 'd', days: 1.5, outcomes: [] }, { node: 'c', outcomes: [{ values: { area: 20 }, percent: 100 }] },
      ],
    });
  });
  it('比例合计不是 100、天数不是数、数据写错，都说出是哪个环节', () => {
    expect(readAssumptions(nodes, { r: { ...untouched, percents: { pass: '80' } } })).toMatchObject({ ok: false, message: '“r”的比例合计 80%，请改为 100%，或全部清空。' });
    expect(readAssumptions(nodes, { d: { ...untouched, days: '两天' } }).ok).toBe(false);
    expect(readAssumptions(nodes, { c: { ...untouched, values: 'area 20' } }).ok).toBe(false);
  });
  it('结果写成人话', () => {
    expect(describeOutcome({ conclusion: 'pass' })).toBe('通过');
    expect(describeOutcome({ outcome: 'denied', area: 3 })).toBe('不予，area = 3');
  });
});
