import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { createPlatform } from '../server/src/app.ts';
import { systemActor } from '../server/src/kernel/access/index.ts';
import { startOfChinaDay } from '../server/src/kernel/clock/index.ts';
import { systemContext } from '../server/src/kernel/context.ts';
import { createId } from '../server/src/kernel/db/index.ts';
import { signInTestStaff } from '../server/src/kernel/identity/testing/test-accounts.ts';
import { advanceWatch } from '../server/src/modules/supervision/index.ts';
import { fillDrafts } from './drafts.ts';
import { bringToJointReview } from './handle-case.ts';
import type { BenchServer } from './lib/bench-database.ts';
import { clusterSecondsOf, cpuSecondsOf } from './lib/cpu.ts';
import { atMost, note, percentileOf, type Figure } from './lib/figures.ts';
import type { MemoryLog } from './lib/memory.ts';
import { openBenchPlatform, openPlatform, withServer, type BenchSite } from './lib/platform.ts';
import type { WorkerOrder } from './lib/supervision-worker.ts';
import { loadOpenCases, morning, type Crossings } from './open-cases.ts';
import { submitOne } from './submit.ts';
import { buildWorld } from './world.ts';

const minuteMs = 60_000;
const midnight = startOfChinaDay(morning).getTime();
/** How often it is looked for signals that have been stored, ms: the last ones are read again each time, which PostgreSQL does in the minutes that are measured. */
const lookMs = 1_000;
/** What has no signal by then, after its threshold, counts as having taken this long. */
const patienceMs = 3 * minuteMs;

export interface SupervisionPlan {
  readonly cases: number;
  /** Cases whose step has stayed too long, one after another within a minute. */
  readonly steps: number;
  /** Clocks that reach the warning, and those that pass the promised limit, all at midnight. */
  readonly warnings: number;
  readonly yellow: number;
}

/** The minutes of a run by the shifted clock: what warms up, what is silent, and those that are measured. */
const minutes = { begin: midnight - 5 * minuteMs, warmUp: midnight - 4 * minuteMs, silent: midnight - 3 * minuteMs, steps: midnight - 2 * minuteMs };
const warmUpSteps = 200;

async function prepare(site: BenchSite, port: number, memory: MemoryLog, plan: SupervisionPlan, crossings: Crossings, log: (line: string) => void): Promise<void> {
  const platform = await openPlatform(site);
  const world = await buildWorld(platform.kernel, 1);
  await signInTestStaff(platform.kernel, { roles: ['supervisor'] });
  const caseId = await withServer(site, port, memory, async ({ url: origin, pid }) => {
    const bench = { origin, pid, connectionString: site.connectionString, platform, world, log };
    const id = await submitOne(bench, await fillDrafts(origin, world));
    await bringToJointReview(origin, world, id);
    await platform.relay.drain();
    return id;
  });
  await loadOpenCases(platform, site, world, caseId, plan.cases, crossings, log);
  await platform.kernel.db.close();
}

/** Judges every case for the first time, as after a change of rules; gives how long that took. */
async function judgeAll(site: BenchSite): Promise<{ seconds: number; used: number }> {
  const { config, db } = openBenchPlatform(site, 4);
  const { kernel, relay } = createPlatform(config, db, { now: () => new Date(minutes.begin - 10 * minuteMs) });
  const ctx = systemContext(kernel, systemActor('supervision.advance'), createId());
  const looker = await connect(site);
  const [began, used] = [performance.now(), process.cpuUsage()];
  const cluster = await clusterSecondsOf(looker.pid);
  const left = async (): Promise<boolean> => (await looker.client.query('SELECT FROM supervision.recheck')).rowCount === 1;
  while (await left()) await advanceWatch(ctx);
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(used);
  const all = (user + system) / 1e6 + await clusterSecondsOf(looker.pid) - cluster;
  await relay.drain();
  for (const statement of ['VACUUM ANALYZE', 'CHECKPOINT']) await looker.client.query(statement);
  await looker.client.end();
  await db.close();
  return { seconds, used: all };
}

async function connect({ connectionString }: BenchSite): Promise<{ client: pg.Client; pid: number }> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows: [own] } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return { client, pid: own?.pid ?? 0 };
}

interface Seen { threshold: number; after: number }

/** Notes when signals become visible that were raised since the worker began, by the shifted clock. */
function watchSignals(client: pg.Client, now: () => number): { stop(): Promise<void>; seen: Map<string, number> } {
  const seen = new Map<string, number>();
  let going = true;
  let from = minutes.begin;
  const ended = (async () => {
    while (going) {
      const { rows } = await client.query<{ key: string; at: Date }>(`SELECT subject_id || ' ' || rule_no AS key, raised_at AS at FROM supervision.signal WHERE raised_at >= $1`, [new Date(from - 5_000)]);
      const at = now();
      for (const { key, at: raisedAt } of rows) {
        if (!seen.has(key)) seen.set(key, at);
        from = Math.max(from, raisedAt.getTime());
      }
      await delay(lookMs);
    }
  })();
  return { seen, stop: async () => { going = false; await ended; } };
}

/** Which cases cross what when, as they were loaded. */
async function readCrossings(client: pg.Client, { steps, warnings, yellow }: Crossings): Promise<{ key: string; threshold: number; kind: 'steps' | 'midnight' }[]> {
  const { rows } = await client.query<{ g: number; caseId: string }>('SELECT g, case_id AS "caseId" FROM bench.open ORDER BY g LIMIT $1', [steps.reduce((sum, one) => sum + one.count, 0) + warnings + yellow]);
  let before = 0;
  const all: { key: string; threshold: number; kind: 'steps' | 'midnight' }[] = [];
  for (const [at, { from, count }] of steps.entries()) {
    // The first ones warm up.
    for (const { g, caseId } of at === 0 ? [] : rows.slice(before, before + count)) all.push({ key: `${caseId} JC06`, threshold: from.getTime() + (g - 1 - before) * minuteMs / count, kind: 'steps' });
    before += count;
  }
  for (const { caseId } of rows.slice(before, before + warnings)) all.push({ key: `${caseId} JC01`, threshold: midnight, kind: 'midnight' });
  for (const { caseId } of rows.slice(before + warnings)) all.push({ key: `${caseId} JC02`, threshold: midnight, kind: 'midnight' });
  return all;
}

function reactionFigures(name: string, all: readonly Seen[]): Figure[] {
  const sorted = all.map(({ after }) => after / 1_000).sort((one, other) => one - other);
  return [
    note(`supervision: ${name}, signal stored after, median`, percentileOf(sorted, 0.5), 's'), note(`supervision: ${name}, p99`, percentileOf(sorted, 0.99), 's'),
    atMost(`supervision: ${name}, the slowest`, percentileOf(sorted, 1), 's', 60),
  ];
}

/**
 * So many open cases under the clock and the rules a city starts with, at work in a worker process whose clock stands before a
 * midnight: how long after its threshold a signal is stored, and what the worker and PostgreSQL use of a core (SUP-01).
 */
export async function measureSupervision(server: BenchServer, dataDir: string, port: number, memory: MemoryLog, plan: SupervisionPlan, log: (line: string) => void): Promise<Figure[]> {
  const site = { connectionString: await server.create(), dataDir };
  const crossings: Crossings = { steps: [{ from: new Date(minutes.warmUp), count: warmUpSteps }, { from: new Date(minutes.steps), count: plan.steps }], warnings: plan.warnings, yellow: plan.yellow };
  await prepare(site, port, memory, plan, crossings, log);
  const first = await judgeAll(site);
  log(`supervision: ${plan.cases} cases judged for the first time in ${first.seconds.toFixed(1)} s`);
  const { client, pid } = await connect(site);
  const worker = fork(fileURLToPath(new URL('lib/supervision-worker.ts', import.meta.url)), { execArgv: ['--import', 'tsx', '--max-semi-space-size=32'] });
  // Whole minutes begin together by both clocks, as the minutely jobs want it.
  const aheadMs = minutes.begin - (Math.floor(Date.now() / minuteMs) + 1) * minuteMs;
  const now = (): number => Date.now() + aheadMs;
  const until = async (time: number): Promise<void> => delay(Math.max(0, time - now()));
  const shares = new Map<string, number>();
  const share = async (name: string, from: number, to: number): Promise<void> => {
    await until(from);
    const [worked, stored] = [await cpuSecondsOf(worker.pid ?? 0), await clusterSecondsOf(pid)];
    await until(to);
    const [own, database] = [await cpuSecondsOf(worker.pid ?? 0) - worked, await clusterSecondsOf(pid) - stored];
    shares.set(name, (own + database) * 1_000 / minuteMs * 100);
    log(`supervision: ${name}: processor time of the worker ${own.toFixed(2)} s, of PostgreSQL ${database.toFixed(2)} s`);
  };
  try {
    await tell(worker, { site, aheadMs });
    const signals = watchSignals(client, now);
    await share('silent', minutes.silent, minutes.silent + minuteMs);
    await share('steps', minutes.steps, minutes.steps + minuteMs + 15_000);
    await share('midnight', midnight, midnight + minuteMs);
    const expected = await readCrossingsElsewhere(site, crossings);
    while (now() < midnight + patienceMs && expected.some(({ key }) => !signals.seen.has(key))) await delay(1_000);
    await signals.stop();
    const missing = expected.filter(({ key }) => !signals.seen.has(key)).length;
    const reactions = (kind: string): Seen[] => expected.filter((one) => one.kind === kind).map(({ key, threshold }) => ({ threshold, after: (signals.seen.get(key) ?? threshold + patienceMs) - threshold }));
    return [
      ...reactionFigures(`${plan.steps.toLocaleString('en')} steps within a minute`, reactions('steps')),
      ...reactionFigures(`${(plan.warnings + plan.yellow).toLocaleString('en')} limits at midnight`, reactions('midnight')),
      atMost('supervision: thresholds without a signal', missing, '', 0),
      atMost('supervision: worker and PostgreSQL, the minute of the steps', shares.get('steps') ?? 0, '% core', 10),
      atMost('supervision: worker and PostgreSQL, the minute after midnight', shares.get('midnight') ?? 0, '% core', 10),
      note('supervision: worker and PostgreSQL, a minute without thresholds', shares.get('silent') ?? 0, '% core'),
      note(`supervision: ${plan.cases.toLocaleString('en')} cases judged after a change of rules`, first.seconds, 's'), note('supervision: CPU of that per case', first.used * 1_000 / plan.cases, 'ms'),
    ];
  } finally {
    const ended = once(worker, 'exit');
    worker.send('stop');
    await ended;
    await client.end();
    await server.drop(site.connectionString);
  }
}

async function readCrossingsElsewhere(site: BenchSite, crossings: Crossings): ReturnType<typeof readCrossings> {
  const { client } = await connect(site);
  const expected = await readCrossings(client, crossings);
  await client.end();
  return expected;
}

async function tell(worker: ChildProcess, order: WorkerOrder): Promise<void> {
  worker.send(order);
  await once(worker, 'message');
}
