import type { Server } from 'node:http';
import { createSimulator } from '../../../kernel/engines/index.ts';

export interface CityBrainSimulator { server: Server; /** What it took, in order; the same id once. */ taken: { id: string; to: string; body: Readonly<Record<string, unknown>> }[]; /** While set, everything is answered with this status. */ fail: number | undefined }

/**
 * Makes a runnable city brain for tests and rehearsals, by the contract of the module's README: it takes events and figures,
 * gives the last value of a figure back, and `city.population` of its own.
 */
export function createCityBrainSimulator(): CityBrainSimulator {
  const latest = new Map<string, object>([['city.population', { code: 'city.population', name: '常住人口', region: '511602000000', value: 803_000, unit: '人', at: '2026-01-01T00:00:00Z' }]]);
  const simulator: CityBrainSimulator = { server: undefined as never, taken: [], fail: undefined };
  const take = (to: string) => ({ body }: { body: Readonly<Record<string, unknown>> | undefined }) => {
    if (simulator.fail !== undefined) return { status: simulator.fail, body: { message: '演练的故障' } };
    if (typeof body?.['id'] !== 'string') return { status: 400, body: { message: '需要 id' } };
    const { id } = body;
    if (!simulator.taken.some((one) => one.id === id)) simulator.taken.push({ id: String(id), to, body });
    for (const one of Array.isArray(body['indicators']) ? body['indicators'] as { code: string }[] : []) latest.set(one.code, one);
    return { status: 202, body: { id } };
  };
  simulator.server = createSimulator({
    'GET /engine': () => ({ body: { name: '城市大脑模拟器', version: '1' } }),
    'POST /indicators': take('indicators'),
    'POST /events': take('events'),
    'GET /indicators/*': ({ rest }) => (simulator.fail === undefined ? { body: { indicator: latest.get(rest) ?? null } } : { status: simulator.fail, body: {} }),
    'GET /taken': () => ({ body: { items: simulator.taken.toReversed() } }),
  }, { mostBytes: 4 * 1024 * 1024 });
  return simulator;
}
