import { describe, expect, it, vi } from 'vitest';
import { createTestClock } from '../../../kernel/clock/index.ts';
import type { Kernel } from '../../../kernel/context.ts';
import { answerOnce, forgetAnswers } from './recent-answers.ts';

/** A kernel whose answers are counted: the first is 1, the second 2. */
function counted() {
  const clock = createTestClock('2026-11-20T02:00:00Z');
  const kernel = { clock } as Pick<Kernel, 'clock'> as Kernel;
  const find = vi.fn<() => Promise<number>>();
  find.mockImplementation(async () => find.mock.calls.length);
  return { clock, kernel, find, ask: () => answerOnce(kernel, 'key', find) };
}

describe('公开查询的短时缓存 (PTL-05)', () => {
  it('五秒内照答；之后照答并在后台更新，下一次就是新的', async () => {
    const { clock, ask, find } = counted();
    expect([await ask(), await ask()]).toEqual([1, 1]);
    clock.advance(5_000);
    expect([await ask(), await ask()]).toEqual([1, 2]);
    expect(find).toHaveBeenCalledTimes(2);
  });

  it('超过半分钟不再照旧答', async () => {
    const { clock, ask } = counted();
    await ask();
    clock.advance(30_000);
    expect(await ask()).toBe(2);
  });

  it('后台更新不成时照旧答，下次再更新', async () => {
    const { clock, ask, find } = counted();
    await ask();
    clock.advance(6_000);
    find.mockImplementationOnce(() => Promise.reject(new Error('database away')));
    expect(await ask()).toBe(1);
    await vi.waitFor(async () => { expect(await ask()).toBe(3); });
  });

  it('有新发布就忘掉，正在更新的旧内容也不再留下', async () => {
    const { clock, kernel, ask, find } = counted();
    await ask();
    clock.advance(6_000);
    let finish: (value: number) => void = () => {};
    find.mockImplementationOnce(() => new Promise((resolve) => { finish = resolve; }));
    expect(await ask()).toBe(1);
    forgetAnswers(kernel);
    finish(-1);
    expect([await ask(), await ask()]).toEqual([3, 3]);
  });

  it('什么都问一次的人挤不掉大家常问的', async () => {
    const { kernel, ask, find } = counted();
    await ask();
    await ask();
    for (let odd = 0; odd < 3_000; odd += 1) await answerOnce(kernel, `odd ${odd}`, async () => odd);
    expect(await ask()).toBe(1);
    expect(find).toHaveBeenCalledTimes(1);
    const again = vi.fn<() => Promise<number>>(async () => -1);
    expect([await answerOnce(kernel, 'odd 2999', again), await answerOnce(kernel, 'odd 0', again)]).toEqual([2_999, -1]);
  });
});
