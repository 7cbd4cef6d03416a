import type { Insertable } from 'kysely';
import { elapsedMilliseconds } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import { takeTurns } from '../../../kernel/turns.ts';
import type { Surroundings } from '../../../kernel/workflow/index.ts';
import { listPastCases, type PastCase } from '../../cases/index.ts';
import { comparePaths } from '../compare-paths.ts';
import { replayWithRules, Staffing, type Consulted } from '../consult-rules.ts';
import { fail } from '../errors.ts';
import { chunkSize, readPast, readProfiles, type Told } from '../read-past.ts';
import type { ReplaysTables } from '../tables.ts';
import { getRunRecord, type RunRecord } from '../queries/run-record.ts';
import { nameIn } from '../target.ts';

export const runReplayJobName = 'replays.run-replay';
/** How long one run may take, ms. */
const longestRun = 300_000;

type CaseRow = Insertable<ReplaysTables['replays.replayedCase']>;
type Around = Omit<Surroundings, 'hasHandler' | 'advice'>;

/**
 * Replays the cases of a run one after the other, chunk by chunk, until none is left, it is stopped or its time is over;
 * after a crash it goes on where it was (WFL-03).
 */
export async function runReplay(ctx: Context, replayId: string): Promise<void> {
  const run = await getRunRecord(ctx, replayId);
  if (run === undefined || (run.state !== 'waiting' && run.state !== 'running')) return;
  try {
    await replayAll(ctx, run);
  } catch (error) {
    // Stopped meanwhile.
    if (error instanceof AppError && error.code === 'replays.over') return;
    ctx.kernel.log.error({ err: error, replayId }, 'a replay of past cases failed');
    await end(ctx, run, 'failed', '系统出错，没有算完。请重新试算；仍然出错时把这个页面的地址告诉运维人员。');
  }
}

async function replayAll(ctx: Context, run: RunRecord): Promise<void> {
  const began = elapsedMilliseconds();
  const { model, caseIds, nodeMap } = run;
  const profiles = await readProfiles(ctx, caseIds, model, nodeMap);
  await advance(ctx, run, run.done, [], { records: [...profiles.byNode].map(([node, { median, p90 }]) => ({ node, median, p90 })) });
  const around: Around = { assumptions: new Map(run.assumptions.map((one) => [one.node, one])), profiles: profiles.byNode, profilesByStep: profiles.byStep };
  const staffing = new Staffing();
  const turn = takeTurns();
  for (let from = run.done; from < caseIds.length; from += chunkSize) {
    const ids = caseIds.slice(from, from + chunkSize);
    const [told, cases] = await Promise.all([readPast(ctx, ids, model, nodeMap), listPastCases(ctx, ids)]);
    const rows: CaseRow[] = [];
    for (const [index, id] of ids.entries()) {
      const [history, about] = [told.get(id), cases.get(id)];
      if (history === undefined || about === undefined) continue;
      const consulted = await replayWithRules(ctx, model, { seed: id, variables: history.variables, visits: history.visits }, around, staffing);
      rows.push(rowOf(run, from + index, about, history, consulted));
      await turn();
    }
    await advance(ctx, run, from + ids.length, rows);
    if (elapsedMilliseconds() - began > longestRun) return end(ctx, run, 'stopped', `试算超过 ${longestRun / 60_000} 分钟，只算了前 ${from + ids.length} 件。请减少件数。`);
  }
  await end(ctx, run, 'done', null);
}

function rowOf({ id: replayId, model }: RunRecord, position: number, { id: caseId, number, itemName, situationName, submittedAt }: PastCase, told: Told, { replayed, split, rules, unsure }: Consulted): CaseRow {
  return {
    replayId, position, caseId, number, itemName, situationName, submittedAt, ...comparePaths(model, told, replayed),
    beforeSeconds: told.past.seconds, afterSeconds: replayed.seconds, flows: [...replayed.flows], skipped: [...replayed.skipped],
    split, unsure: [...unsure],
    visits: replayed.visits.map(({ result, key: _key, candidates: _candidates, entered: _entered, left: _left, ...visit }, index) => ({
      ...visit, name: nameIn(model, visit.node), result: { ...result }, ...(rules[index] ?? { dispatch: null, checks: [] }),
    })),
    pastVisits: told.past.visits.map(({ name, node, seconds = null, result = {}, returnedTo }) => ({ name, node: told.nodeMap[node] ?? null, seconds, result, returned: returnedTo !== undefined })),
  };
}

/** Writes what came out and how far the run is. @throws replays.over when it was stopped */
async function advance(ctx: Context, { id }: RunRecord, done: number, rows: readonly CaseRow[], more: Partial<Pick<RunRecord, 'records'>> = {}): Promise<void> {
  const batch = new WriteBatch();
  const writes = writesFor<ReplaysTables>(batch);
  if (rows.length > 0) writes.insert('replays.replayedCase', [...rows]);
  writes.update('replays.replay', { state: 'running', done, ...more }, { id, state: ['waiting', 'running'] }, { expected: 1, otherwise: () => fail('replays.over') });
  await commit(ctx, batch);
}

async function end(ctx: Context, { id }: RunRecord, state: 'done' | 'stopped' | 'failed', note: string | null): Promise<void> {
  await tablesOf<ReplaysTables>(ctx.kernel.db).updateTable('replays.replay').set({ state, note, endedAt: ctx.kernel.clock.now() }).where('id', '=', id).where('state', 'in', ['waiting', 'running']).execute();
}

export const runReplayJob: JobDefinition = {
  name: runReplayJobName, label: '用办过的件试算流程', maxAttempts: 3,
  handle: async (ctx, payload) => runReplay(ctx, (payload as { replayId: string }).replayId),
};
