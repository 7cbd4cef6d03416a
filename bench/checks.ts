import { setTimeout as delay } from 'node:timers/promises';
import { systemActor } from '../server/src/kernel/access/index.ts';
import { systemContext } from '../server/src/kernel/context.ts';
import { createId } from '../server/src/kernel/db/index.ts';
import { signInTestStaff } from '../server/src/kernel/identity/testing/test-accounts.ts';
import { checkNightly } from '../server/src/modules/item-quality/index.ts';
import { cloneCases } from './clone-cases.ts';
import { copyDrafts, type PreparedDraft } from './drafts.ts';
import { bringToJointReview, findWaiting } from './handle-case.ts';
import { call } from './lib/client.ts';
import { cpuSecondsOf, CpuMeter } from './lib/cpu.ts';
import { atLeast, atMost, medianOf, note, type Figure } from './lib/figures.ts';
import { sendAll } from './lib/http-load.ts';
import { poolSize } from './lib/platform.ts';
import { alternate, ratioOf } from './lib/rounds.ts';
import type { Guides } from './many-guides.ts';
import { materialKeysOf, reviewRequest } from './step.ts';
import { submitOne, submitRequest, type Bench, type Plan } from './submit.ts';
import type { SignedIn } from './world.ts';

const path = '/api/v1/item-quality/runs';
/** Copies of cases are numbered from here, beyond those of `step`. */
const firstNumber = 500_000;

interface Run { id: string; state: string; total: number; done: number; opened: number }

async function findRun(origin: string, who: SignedIn, id: string): Promise<Run> {
  const { items } = await call<{ items: Run[] }>(origin, 'GET', path, who);
  const run = items.find((one) => one.id === id);
  if (!run) throw new Error('the run is not listed');
  return run;
}

async function waitUntil(origin: string, who: SignedIn, id: string, reached: (run: Run) => boolean): Promise<Run> {
  for (;;) {
    const run = await findRun(origin, who, id);
    if (reached(run)) return run;
    if (run.state === 'failed' || run.state === 'cancelled') throw new Error(`the run is ${run.state}`);
    await delay(100);
  }
}

async function startRun(origin: string, who: SignedIn): Promise<string> {
  return (await call<Run>(origin, 'POST', path, who, {})).id;
}

/** Seconds and processor time of a whole run while nobody asks for anything else. */
async function measureRun(origin: string, who: SignedIn, workerPid: number, start = () => startRun(origin, who)): Promise<{ seconds: number; cpu: number; run: Run }> {
  const [began, cpu] = [performance.now(), await cpuSecondsOf(workerPid)];
  const run = await waitUntil(origin, who, await start(), ({ state }) => state === 'finished');
  return { seconds: (performance.now() - began) / 1_000, cpu: await cpuSecondsOf(workerPid) - cpu, run };
}

/** Submissions and steps in turn; each set is sent once. */
async function prepareCasePath({ origin, platform: { kernel }, world }: Bench, caseId: string, filled: readonly PreparedDraft[]): Promise<(count: number) => Promise<Buffer[]>> {
  const { pool } = kernel.db;
  await bringToJointReview(origin, world, caseId);
  const keys = await materialKeysOf(pool, caseId);
  let next = firstNumber;
  return async (count) => {
    const drafts = await copyDrafts(kernel, filled, count / 2, true);
    const waiting = await findWaiting(pool, await cloneCases(pool, caseId, next, (next += count / 2) - 1));
    return drafts.flatMap((draft, at) => [submitRequest(world, draft), ...waiting.slice(at, at + 1).map((one) => reviewRequest(world, keys, one, at))]);
  };
}

/**
 * Quality checks of all implementation lists in the process of `worker`: how long a run takes by itself, and what one that
 * is on its way costs submissions and steps at as many connections as the pool has, sent without a pause.
 */
export async function measureChecks(bench: Bench, worker: { pid: number }, guides: Guides, { rounds, perRound }: Plan, filled: readonly PreparedDraft[]): Promise<Figure[]> {
  const { origin, platform: { kernel }, log } = bench;
  const { id, headers } = await signInTestStaff(kernel, { organizationId: guides.departments[0]?.id ?? '', roles: [{ code: 'item-administrator', scope: { kind: 'all' } }] });
  const who = { id, token: headers.authorization.slice(7) };
  const first = await measureRun(origin, who, worker.pid);
  log(`the first run checks ${first.run.done} items in ${first.seconds.toFixed(1)} s and opens ${first.run.opened} findings`);
  const full = await measureRun(origin, who, worker.pid);
  log(`the next run takes ${full.seconds.toFixed(1)} s`);
  const nightly = await measureRun(origin, who, worker.pid, async () => {
    await checkNightly(systemContext(kernel, systemActor('bench'), createId()));
    return (await call<{ items: Run[] }>(origin, 'GET', path, who)).items[0]?.id ?? '';
  });
  log(`a night on which nothing has changed takes ${nightly.seconds.toFixed(1)} s`);
  const prepare = await prepareCasePath(bench, await submitOne(bench, filled), filled);
  const meter = new CpuMeter(kernel.db.pool, bench.pid);
  const paces: number[] = [];
  const alone = async (round: number): Promise<number> => {
    const requests = await prepare(perRound);
    return meter.measure(round, 'alone', () => perRound, async () => (await sendAll(origin, poolSize, requests)).perSecond);
  };
  const beside = async (): Promise<number> => {
    const requests = await prepare(perRound);
    const runId = await startRun(origin, who);
    const before = await waitUntil(origin, who, runId, ({ done }) => done > 0);
    const began = performance.now();
    const { perSecond } = await sendAll(origin, poolSize, requests);
    const seconds = (performance.now() - began) / 1_000;
    paces.push(((await findRun(origin, who, runId)).done - before.done) / seconds);
    await call(origin, 'POST', `${path}/${runId}/cancel`, who);
    return perSecond;
  };
  const results = await alternate(rounds, { alone, beside }, log);
  return [
    atMost(`checks: a first run over ${guides.count.toLocaleString('en')} items`, first.seconds, 's', 120), note('checks: findings it opens', first.run.opened, ''),
    atMost(`checks: a full run again over ${guides.count.toLocaleString('en')} items`, full.seconds, 's', 120), atMost('checks: a night on which nothing has changed', nightly.seconds, 's', 20),
    note('checks: CPU of the worker per item, first', first.cpu * 1_000 / first.run.done, 'ms'), note('checks: CPU of the worker per item, again', full.cpu * 1_000 / full.run.done, 'ms'), note('checks: CPU of the worker per item, nothing changed', nightly.cpu * 1_000 / nightly.run.done, 'ms'),
    atLeast('checks: case path beside a run ÷ alone', ratioOf(results.beside, results.alone), 'ratio', 0.8), note('checks: case path alone', medianOf(results.alone), '/s'),
    note('checks: items checked meanwhile', medianOf(paces), '/s'),
  ];
}
