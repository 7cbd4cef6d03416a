import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSampled } from './sampling.ts';

describe('抽查 (DEC-08)', () => {
  it('命中率等于设定的比例', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 100 }), fc.string(), (share, salt) => {
      const count = 4_000;
      let hits = 0;
      for (let index = 0; index < count; index += 1) if (isSampled(`${salt}${index}`, share)) hits += 1;
      const expected = share / 100;
      // Five standard deviations: a fair hash exceeds them once in some million runs.
      const tolerance = 5 * Math.sqrt((expected * (1 - expected)) / count) + 1 / count;
      return Math.abs(hits / count - expected) <= tolerance;
    }), { numRuns: 60 });
  });

  it('只由办件标识决定；比例提高时原来抽中的仍然抽中', () => {
    fc.assert(fc.property(fc.uuid(), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (id, a, b) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      expect(isSampled(id, low)).toBe(isSampled(id, low));
      return !isSampled(id, low) || isSampled(id, high);
    }));
    expect([isSampled('x', 0), isSampled('x', 100)]).toEqual([false, true]);
  });
});
