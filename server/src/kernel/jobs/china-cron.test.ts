import fc from 'fast-check';
import { parseCronItem, type TimestampDigest } from 'graphile-worker';
import { describe, expect, it } from 'vitest';
import { createTestClock } from '../clock/index.ts';
import { chinaCronItem } from './china-cron.ts';

/** What the queue makes of an instant before it asks whether an item is due. */
function digestOf(instant: Date): TimestampDigest {
  return { min: instant.getUTCMinutes(), hour: instant.getUTCHours(), date: instant.getUTCDate(), month: instant.getUTCMonth() + 1, dow: instant.getUTCDay() };
}

function runsAt(pattern: string, instant: string | Date): boolean {
  const { match } = chinaCronItem(createTestClock(new Date(instant).toISOString()), { task: 'sample.do', match: pattern });
  return match(digestOf(new Date(instant)));
}

describe('定时任务按北京时间运行 (INT-02, design §4 jobs)', () => {
  it.each([
    ['40 3 * * *', '2026-11-21T03:40:00+08:00', true],
    ['40 3 * * *', '2026-11-21T03:40:00Z', false],
    ['0 0 1 * *', '2026-12-01T00:00:00+08:00', true],
    ['0 0 1 * *', '2026-12-01T00:00:00Z', false],
    ['0 0 1 1 *', '2027-01-01T00:00:00+08:00', true],
    ['30 7 29 2 *', '2028-02-29T07:30:00+08:00', true],
    ['30 7 1 3 *', '2027-03-01T07:30:00+08:00', true],
    ['30 7 1 3 *', '2028-02-29T07:30:00+08:00', false],
    ['0 7 * * 1', '2026-11-23T07:00:00+08:00', true],
    ['0 7 * * 0', '2026-11-23T07:00:00+08:00', false],
    ['0 20 * * 1', '2026-11-23T20:00:00+08:00', true],
    ['*/10 * * * *', '2026-11-23T09:20:00+08:00', true],
  ])('%s 在 %s：%s', (pattern, instant, due) => {
    expect(runsAt(pattern, instant)).toBe(due);
  });

  it('任意时刻：与把同一时刻的北京时间当作 UTC 判断相同', () => {
    const field = (min: number, max: number) => fc.oneof(fc.constant('*'), fc.integer({ min, max }).map(String));
    const patterns = fc.tuple(field(0, 59), field(0, 23), field(1, 31), field(1, 12), field(0, 6)).map((fields) => fields.join(' '));
    const minutes = fc.integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2033, 0, 1) / 60_000 });
    fc.assert(fc.property(patterns, minutes, (pattern, minute) => {
      const instant = new Date(minute * 60_000);
      const wall = new Date(instant.getTime() + 8 * 3_600_000);
      expect(runsAt(pattern, instant)).toBe(parseCronItem({ task: 'sample.do', match: pattern }).match(digestOf(wall)));
    }), { numRuns: 2_000 });
  });
});
