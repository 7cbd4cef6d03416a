import { describe, expect, it } from 'vitest';
import { restAfter } from './rest-after.ts';

describe('批量检查让路给办件 (CAT-04)', () => {
  it('机器空闲时只歇一小会；有别的工作时歇得更久；总是很忙的机器上也能做完', () => {
    expect(restAfter({ took: 80, used: 75 })).toBe(8);
    expect(restAfter({ took: 80, used: 100 })).toBe(8);
    const crowded = restAfter({ took: 160, used: 80 });
    expect(crowded).toBeGreaterThan(80);
    expect(crowded).toBeLessThan(restAfter({ took: 240, used: 80 }));
    expect(restAfter({ took: 1_000, used: 10 })).toBe(3_000);
  });
});
