import { createRandom, itemCount, loadItems, typeQueries } from './many-items.ts';
import { CpuMeter } from './lib/cpu.ts';
import { atMost, medianOf, note, type Figure } from './lib/figures.ts';
import { requestBytes, runLoad, type LoadResult, type TimedLoad } from './lib/http-load.ts';
import type { Bench } from './submit.ts';
import { toItemElements } from '../server/src/seed/content/index.ts';

const connections = 50;
const differentQueries = 2_000;

function requestOf(text: string, suffix = ''): Buffer {
  return requestBytes('GET', `/api/v1/items?q=${encodeURIComponent(text)}${suffix}`, undefined);
}

/** Draws places of a list so that the first is asked for twice as often as the second, thrice as often as the third … */
function drawByRank(count: number, random: () => number): () => number {
  const weights: number[] = [];
  let total = 0;
  for (let rank = 1; rank <= count; rank += 1) weights.push(total += 1 / rank);
  return () => {
    const wanted = random() * total;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((weights[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

async function measure(origin: string, asked: Pick<TimedLoad, 'requests' | 'order'>, forMs: number): Promise<LoadResult> {
  const result = await runLoad({ origin, connections, forMs, settleMs: 500, ...asked });
  if (result.errors > 0) throw new Error(`${result.errors} searches failed, first: ${result.firstError}`);
  return result;
}

/** Item search over 100,000 items at 50 connections that ask without a pause. */
export async function measureSearch({ origin, pid, platform: { kernel }, world, log }: Bench, { rounds, forMs }: { rounds: number; forMs: number }): Promise<Figure[]> {
  await loadItems(kernel.db.pool, toItemElements(world.item, () => '00000000-0000-7000-8000-000000000000'));
  log(`${itemCount} items are searchable`);
  const usual = typeQueries(differentQueries, 1).map((text) => requestOf(text));
  const draw = drawByRank(usual.length, createRandom(2));
  const most = forMs * 10;
  const asTyped = (): Promise<LoadResult> => measure(origin, { requests: usual, order: Uint32Array.from({ length: most }, draw) }, forMs);
  // A page size that nobody asked for before makes every query new to whatever keeps answers.
  const unheard = typeQueries(differentQueries, 3).flatMap((text) => Array.from({ length: 90 }, (_none, size) => ({ text, size })));
  const bySize = unheard.toSorted((one, other) => one.size - other.size).map(({ text, size }) => requestOf(text, `&limit=${10 + size}`));
  let asked = 0;
  const neverAsked = async (): Promise<LoadResult> => {
    const result = await measure(origin, { requests: bySize.slice(asked, asked + most) }, forMs);
    asked += result.requests;
    return result;
  };
  await asTyped();
  await neverAsked();
  const typed: LoadResult[] = [];
  const fresh: LoadResult[] = [];
  const meter = new CpuMeter(kernel.db.pool, pid);
  const metered = (side: string, run: () => Promise<LoadResult>): Promise<LoadResult> => meter.measure(1, side, ({ requests }) => requests, run);
  for (let round = 0; round < rounds; round += 1) {
    typed.push(await metered('as typed', asTyped));
    fresh.push(await metered('never asked', neverAsked));
    log(`p99 ${typed.at(-1)?.p99.toFixed(1)} ms as typed, ${fresh.at(-1)?.p99.toFixed(1)} ms when every query is new`);
  }
  const middle = (results: readonly LoadResult[], of: (result: LoadResult) => number): number => medianOf(results.map(of));
  return [
    atMost('search: p99 over 100,000 items at 50 connections', middle(typed, ({ p99 }) => p99), 'ms', 50),
    note('search: p50', middle(typed, ({ p50 }) => p50), 'ms'),
    note('search: answers', middle(typed, ({ perSecond }) => perSecond), '/s'),
    note('search: p99 when no query was asked before', middle(fresh, ({ p99 }) => p99), 'ms'),
    note('search: answers when no query was asked before', middle(fresh, ({ perSecond }) => perSecond), '/s'),
    ...meter.figures('search'),
  ];
}
