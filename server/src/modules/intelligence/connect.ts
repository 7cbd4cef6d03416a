import type { Config } from '../../kernel/config/index.ts';
import type { Kernel } from '../../kernel/context.ts';
import { reasonOf } from '../../kernel/engines/index.ts';
import { connectCityBrain } from './city-brain/http-city-brain.ts';
import type { CityBrain } from './city-brain/city-brain.ts';
import { makeDiscreet } from './nlp/discreet-engine.ts';
import type { NlpEngine } from './nlp/engine.ts';
import { connectNlpEngine } from './nlp/http-engine.ts';

/** Once a service has failed it is left alone for so long; meanwhile the built-in way serves. */
const restMs = 30_000;

/** A service outside the platform as this process finds it. */
export type Connection<E> =
  | { readonly state: 'none' }
  | { readonly state: 'ready'; readonly engine: E }
  | { readonly state: 'away'; readonly reason: string };

interface Known { connection: Connection<unknown>; until: number }
const known = new WeakMap<Config, Map<string, Known>>();

function placeOf({ config }: Pick<Kernel, 'config'>): Map<string, Known> {
  const place = known.get(config) ?? new Map<string, Known>();
  known.set(config, place);
  return place;
}

async function connect<E>(kernel: Pick<Kernel, 'config' | 'clock'>, name: string, url: string | undefined, open: (url: string) => Promise<E>): Promise<Connection<E>> {
  if (url === undefined) return { state: 'none' };
  const place = placeOf(kernel);
  const kept = place.get(name);
  const now = kernel.clock.now().getTime();
  if (kept && now < kept.until) return kept.connection as Connection<E>;
  const connection = await open(url).then((engine): Connection<E> => ({ state: 'ready', engine }), (error: unknown): Connection<E> => ({ state: 'away', reason: reasonOf(error) }));
  place.set(name, { connection, until: now + restMs });
  return connection;
}

/** The engine behind `NLP_ENGINE_URL`; numbers of persons do not reach it. */
export function nlpEngineOf(kernel: Pick<Kernel, 'config' | 'clock'>): Promise<Connection<NlpEngine>> {
  return connect(kernel, 'nlp', kernel.config.nlpEngineUrl, async (url) => makeDiscreet(await connectNlpEngine(url)));
}

/** What is behind `CITY_BRAIN_URL`. */
export function cityBrainOf(kernel: Pick<Kernel, 'config' | 'clock'>): Promise<Connection<CityBrain>> {
  return connect(kernel, 'city-brain', kernel.config.cityBrainUrl, connectCityBrain);
}

/** Takes a service for away for a while, after it failed when it was used. */
export function noteFailure(kernel: Pick<Kernel, 'config' | 'clock'>, name: 'nlp' | 'city-brain', error: unknown): void {
  placeOf(kernel).set(name, { connection: { state: 'away', reason: reasonOf(error) }, until: kernel.clock.now().getTime() + restMs });
}
