import pg from 'pg';
import { captureWrites, countRows } from './capture.ts';
import { cloneCases } from './clone-cases.ts';
import { bringToJointReview, findWaiting, ticks, type WaitingCase } from './handle-case.ts';
import { CpuMeter } from './lib/cpu.ts';
import type { Figure } from './lib/figures.ts';
import { requestBytes, sendAll } from './lib/http-load.ts';
import { poolSize } from './lib/platform.ts';
import { alternate } from './lib/rounds.ts';
import { prepareReplay, replay, type Manner } from './replay.ts';
import { figuresOf, type Bench, type Plan } from './submit.ts';
import type { World } from './world.ts';

/** The request by which a joint reviewer completes a step; the process then passes the join and opens the next task. */
export function reviewRequest(world: World, materialKeys: readonly string[], { caseId, taskId }: WaitingCase, at: number): Buffer {
  const officer = world.jointReviewers[at % world.jointReviewers.length];
  return requestBytes('POST', `/api/v1/cases/${caseId}/reviews`, officer?.token, {
    taskId, conclusion: 'pass', opinion: '交通组织方案可行，同意。', points: ticks(world, materialKeys, 'review'),
  });
}

/** Over HTTP, and both manners of bare SQL. */
const sides = 3;

/** Keys of the materials of a case, which the review points go by. */
export async function materialKeysOf(pool: pg.Pool, caseId: string): Promise<string[]> {
  return (await pool.query<{ key: string }>('SELECT key FROM cases.material WHERE case_id = $1', [caseId])).rows.map(({ key }) => key);
}

/**
 * Completing a workflow step over HTTP against the bare SQL of the same rows. `caseId` is a submitted case; it is brought to
 * the joint review and copied.
 */
export async function measureStep(bench: Bench, { rounds, perRound }: Plan, caseId: string): Promise<Figure[]> {
  const { origin, platform: { kernel }, world, log } = bench;
  const { pool } = kernel.db;
  await bringToJointReview(origin, world, caseId);
  const keys = await materialKeysOf(pool, caseId);
  const [sample, ...waitingCases] = await findWaiting(pool, await cloneCases(pool, caseId, 1, 1 + sides * (rounds + 1) * perRound));
  if (!sample) throw new Error('no case waits for the joint review');
  // As autovacuum would have it: what is planned for tables that were nearly empty reads all of them later.
  await pool.query('ANALYZE');
  const take = (): WaitingCase[] => waitingCases.splice(0, perRound);
  const written = await captureWrites(pool, async () => {
    await sendAll(origin, 1, [reviewRequest(world, keys, sample, 0)]);
    return sample.caseId;
  });
  log(`a step writes ${countRows(written)} rows: ${written.map(({ table, kind, rows }) => `${kind === 'update' ? '~' : '+'}${table}×${rows.length}`).join(' ')}`);
  const meter = new CpuMeter(pool, bench.pid);
  const barePool = new pg.Pool({ connectionString: bench.connectionString, max: poolSize });
  const bare = async (round: number, manner: Manner): Promise<number> => {
    const transactions = take().map(({ caseId: id, instanceId, taskId }) =>
      prepareReplay(written, manner, new Map([[sample.caseId, id], [sample.instanceId, instanceId], [sample.taskId, taskId]])));
    return meter.measure(round, manner, () => perRound, () => replay(barePool, poolSize, transactions));
  };
  const overHttp = (round: number): Promise<number> => {
    const requests = take().map((waiting, at) => reviewRequest(world, keys, waiting, at));
    return meter.measure(round, 'http', () => perRound, async () => (await sendAll(origin, poolSize, requests)).perSecond);
  };
  const results = await alternate(rounds, { http: overHttp, plain: (round) => bare(round, 'plain'), single: (round) => bare(round, 'single') }, log);
  await barePool.end();
  return [...figuresOf('step', results), ...meter.figures('step')];
}
