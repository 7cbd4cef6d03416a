import { atLeast, atMost, medianOf, note, type Figure } from './lib/figures.ts';
import { requestBytes, runLoad } from './lib/http-load.ts';
import { alternate, ratioOf } from './lib/rounds.ts';
import type { Bench } from './submit.ts';

/** Reading an item's guide at 1,000 connections against 50. */
export async function measureGuide({ origin, world, log }: Bench, { rounds, forMs }: { rounds: number; forMs: number }): Promise<Figure[]> {
  const request = requestBytes('GET', `/api/v1/items/${world.itemId}`, undefined);
  let errors = 0;
  const at = (connections: number) => async (): Promise<number> => {
    const result = await runLoad({ origin, connections, forMs, requests: [request] });
    errors += result.errors;
    if (result.firstError !== undefined) log(`guide at ${connections}: ${result.firstError}`);
    return result.perSecond;
  };
  const results = await alternate(rounds, { few: at(50), many: at(1_000) }, log);
  return [
    atLeast('guide: throughput at 1,000 connections ÷ at 50', ratioOf(results.many, results.few), 'ratio', 0.7),
    atMost('guide: errors', errors, 'count', 0),
    note('guide: at 50 connections', medianOf(results.few), '/s'),
    note('guide: at 1,000 connections', medianOf(results.many), '/s'),
  ];
}
