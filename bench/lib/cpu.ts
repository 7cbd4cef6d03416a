import { readdir, readFile } from 'node:fs/promises';
import type pg from 'pg';
import { note, type Figure } from './figures.ts';

const ticksPerSecond = 100;

interface ProcessTimes { parent: number; own: number; ended: number }

/** Of a process its parent, and the processor time that it and those of its children that have ended used so far, s; zeros where the system does not tell. */
async function timesOf(pid: number): Promise<ProcessTimes> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The second field is the name in brackets and may hold anything; what follows it is plain.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const seconds = (at: number): number => Number(fields[at] ?? 0) / ticksPerSecond;
  return { parent: Number(fields[1] ?? 0), own: seconds(11) + seconds(12), ended: seconds(13) + seconds(14) };
}

/** Processor time a process has used so far, s; 0 where the system does not tell. */
export async function cpuSecondsOf(pid: number): Promise<number> {
  return (await timesOf(pid)).own;
}

/**
 * Processor time that a PostgreSQL server has used so far with all its backends, also those that have ended, and what it does
 * by itself, s. What the backend `besides` used is left out: it is the benchmark's own. 0 for a server elsewhere.
 */
export async function clusterSecondsOf(besides: number): Promise<number> {
  const { parent, own: mine } = await timesOf(besides);
  if (parent === 0) return 0;
  const { own, ended } = await timesOf(parent);
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0);
  const children = (await Promise.all(pids.map(timesOf))).filter((one) => one.parent === parent);
  return children.reduce((sum, child) => sum + child.own + child.ended, own + ended) - mine;
}

/** Processor time that the backends of a database have used so far, by process id, s. Empty for a server elsewhere. */
async function backendSeconds(pool: pg.Pool): Promise<Map<number, number>> {
  const { rows } = await pool.query<{ pid: number }>('SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()');
  return new Map(await Promise.all(rows.map(async ({ pid }) => [pid, await cpuSecondsOf(pid)] as const)));
}

/** Processor time used between two readings of the backends, s. */
function usedBetween(before: ReadonlyMap<number, number>, after: ReadonlyMap<number, number>): number {
  return [...after].reduce((sum, [pid, seconds]) => sum + seconds - (before.get(pid) ?? 0), 0);
}

interface Used { actions: number; server: number; backends: number }

/**
 * Adds up the processor time of the server and of PostgreSQL for each side of a comparison: where the time goes, and less
 * shaken than throughput when the machine has other work.
 */
export class CpuMeter {
  readonly #pool: pg.Pool;
  readonly #serverPid: number;
  readonly #used = new Map<string, Used>();

  constructor(pool: pg.Pool, serverPid: number) {
    this.#pool = pool;
    this.#serverPid = serverPid;
  }

  /** Does the work and counts what it used; not in round 0, which warms up. */
  async measure<R>(round: number, side: string, actionsOf: (result: R) => number, work: () => Promise<R>): Promise<R> {
    if (round === 0) return work();
    const server = await cpuSecondsOf(this.#serverPid);
    const backends = await backendSeconds(this.#pool);
    const result = await work();
    const used = this.#used.get(side) ?? { actions: 0, server: 0, backends: 0 };
    used.server += await cpuSecondsOf(this.#serverPid) - server;
    used.backends += usedBetween(backends, await backendSeconds(this.#pool));
    used.actions += actionsOf(result);
    this.#used.set(side, used);
    return result;
  }

  figures(name: string): Figure[] {
    return [...this.#used].flatMap(([side, { actions, server, backends }]) => [
      ...(server > 0.05 ? [note(`${name}: CPU of the server per action, ${side}`, server * 1_000 / actions, 'ms')] : []),
      note(`${name}: CPU of PostgreSQL per action, ${side}`, backends * 1_000 / actions, 'ms'),
    ]);
  }
}
