import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { elapsedMilliseconds } from './clock/index.ts';

const { eventLoopUtilization } = performance;
const lookMs = 50;
/** Share of a look in which the process had something to do, below which it counts as idle. */
const idleShare = 0.3;

/** Waits until this process has little else to do, at most `withinMs`: for work that takes a while and that nobody waits for. */
export async function untilIdle(withinMs: number): Promise<void> {
  const deadline = elapsedMilliseconds() + withinMs;
  do {
    const before = eventLoopUtilization();
    await delay(lookMs);
    if (eventLoopUtilization(before).utilization < idleShare) return;
  } while (elapsedMilliseconds() < deadline);
}
