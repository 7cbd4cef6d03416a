import { setTimeout as delay } from 'node:timers/promises';
import { percentileOf } from './figures.ts';

const everyMs = 20;

/** How long health requests took, ms. */
export interface Health {
  readonly p99: number;
  readonly slowest: number;
}

/** Asks one request after another for the server's health, with a short rest, until `end`: what somebody else would feel. */
export function probeHealth(origin: string): { end: () => Promise<Health> } {
  const latencies: number[] = [];
  let ended = false;
  const asking = (async () => {
    while (!ended) {
      const began = performance.now();
      const answer = await fetch(`${origin}/healthz`);
      await answer.arrayBuffer();
      latencies.push(performance.now() - began);
      await delay(everyMs);
    }
  })();
  return {
    async end() {
      ended = true;
      await asking;
      const sorted = latencies.toSorted((one, other) => one - other);
      return { p99: percentileOf(sorted, 0.99), slowest: sorted.at(-1) ?? 0 };
    },
  };
}
