import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketOf, medianOf, secondsOfBucket } from '../../../kernel/reporting/index.ts';
import { figuresOf } from './read-statistics.ts';

const tally = (kind: Parameters<typeof figuresOf>[0][number]['kind'], count: number, seconds = 0, bucket = 0) => ({ kind, count, seconds, bucket });

describe('效能统计 (DEC-08)', () => {
  it('分档的中位数与逐件计算相差不超过一成', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 5_000_000 }), { minLength: 1, maxLength: 200 }), (times) => {
      const counts = new Map<number, number>();
      for (const time of times) counts.set(bucketOf(time), (counts.get(bucketOf(time)) ?? 0) + 1);
      const median = medianOf([...counts].map(([bucket, count]) => ({ bucket, count }))) ?? 0;
      const exact = times.toSorted((a, b) => a - b)[Math.ceil(times.length / 2) - 1] ?? 0;
      return Math.abs(median - exact) <= 0.06 * exact + 1;
    }));
  });

  it('比率：覆盖率、复核率、误判率；没有数据时不给数', () => {
    const figures = figuresOf([tally('submitted', 200), tally('automatic', 120, 600), tally('manual', 60, 6_000_000), tally('to-person', 20), tally('sampled', 12), tally('agreed', 9), tally('overturned', 1)]);
    expect(figures).toMatchObject({ submitted: 200, automatic: 120, toPerson: 20, manual: 60, coverage: 60, automaticAverage: 5, manualAverage: 100_000, sampled: 12, reviewed: 10, overturned: 1, reviewShare: 8.3, misjudged: 10 });
    expect(figuresOf([])).toMatchObject({ coverage: null, automaticAverage: null, automaticMedian: null, reviewShare: null, misjudged: null });
  });

  it('零秒办结也有档', () => expect([bucketOf(0), secondsOfBucket(bucketOf(0))]).toEqual([0, 0]));
});
