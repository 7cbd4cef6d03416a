import { describe, expect, it } from 'vitest';
import { forecastMinutes, windowsFor } from './forecast.ts';

const loads = [{ queueId: 'a', waiting: 6, serviceSeconds: 600 }, { queueId: 'b', waiting: 2, serviceSeconds: 300 }, { queueId: 'c', waiting: 0, serviceSeconds: 300 }];

describe('预计等候 (HAL-02)', () => {
  it.each([
    ['专办一个队列的窗口全归它', 'a', [['a'], ['a']], 2],
    ['兼办的窗口按等候人数分', 'a', [['a', 'b']], 0.75],
    ['另一个队列分到其余', 'b', [['a', 'b']], 0.25],
    ['没有人等的队列来一个人，轮着叫', 'c', [['a', 'c']], 0.5],
    ['没有窗口', 'b', [['a']], 0],
  ] as const)('%s', (_name, queueId, windows, expected) => {
    expect(windowsFor(queueId, loads, windows)).toBeCloseTo(expected);
  });

  it.each([[6, 2, 30], [0, 1, 0], [3, 0.75, 40], [3, 0, null]])('前面 %i 人、窗口 %d 个：%s 分钟', (ahead, windows, minutes) => {
    expect(forecastMinutes({ queueId: 'a', waiting: 6, serviceSeconds: 600 }, ahead, windows)).toBe(minutes);
  });
});
