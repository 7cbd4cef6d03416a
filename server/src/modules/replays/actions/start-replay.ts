import type { BodyOf } from '@tongban/contract-kit';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { enqueueJob } from '../../../kernel/jobs/index.ts';
import { requireStaff } from '../../../kernel/access/index.ts';
import type { Assumption, ReplaySummary, startReplay as operation } from '../contract.ts';
import { fail } from '../errors.ts';
import { runReplayJobName } from '../jobs/run-replay.ts';
import { chooseCases } from '../queries/choose-cases.ts';
import { getOwnRun, mostKept, presentRun } from '../queries/run-record.ts';
import type { ReplaysTables } from '../tables.ts';
import { getTarget, nameIn, type Target } from '../target.ts';

function checkAssumptions({ model }: Target, assumptions: readonly Assumption[]): void {
  for (const { node, outcomes } of assumptions) {
    if (!model.nodes.some(({ id }) => id === node)) throw fail('replays.node-unknown', { node });
    const sum = outcomes.reduce((total, { percent }) => total + percent, 0);
    if (outcomes.length > 0 && sum !== 100) throw fail('replays.outcomes-sum', { name: nameIn(model, node), sum });
  }
}

/**
 * Begins to replay past cases on a process, as a job; the process is taken as it is now, and no case changes (WFL-03).
 * @throws replays.no-cases, replays.running, replays.node-unknown, replays.outcomes-sum and those of `getTarget`
 */
export async function startReplay(ctx: Context, { cases, nodeMap, assumptions, ...which }: BodyOf<typeof operation>): Promise<ReplaySummary> {
  const actor = requireStaff(ctx);
  const target = await getTarget(ctx, which);
  checkAssumptions(target, assumptions);
  const chosen = (await chooseCases(ctx, target.key, cases)).slice(0, cases.limit);
  if (chosen.length === 0) throw fail('replays.no-cases');
  const id = createId();
  const batch = new WriteBatch().onViolation('replay_running', () => fail('replays.running'));
  writesFor<ReplaysTables>(batch).insert('replays.replay', {
    id, processKey: target.key, processName: target.name, version: target.version, xml: target.xml, model: target.model, cases, nodeMap: Object.fromEntries(nodeMap.map(({ from, to }) => [from, to])),
    assumptions, caseIds: chosen.map((one) => one.id), records: [], state: 'waiting', note: null, done: 0, startedAt: ctx.kernel.clock.now(), startedById: actor.id, startedByName: actor.name, endedAt: null,
  });
  recordAudit(ctx, batch, {
    action: 'replays.start-replay', objectType: 'process-replay', objectId: id, purpose: '核对流程修改的影响', detail: { key: target.key, version: target.version, cases: chosen.length },
  });
  enqueueJob(batch, runReplayJobName, { replayId: id }, { key: `${runReplayJobName} ${id}`, queue: 'replays' });
  await commit(ctx, batch);
  await forgetOld(ctx, target.key, actor.id);
  return presentRun(await getOwnRun(ctx, id), { same: 0, changed: 0, stuck: 0, loop: 0 });
}

/** Old runs go: what they say of cases is true of the day they ran. */
async function forgetOld(ctx: Context, processKey: string, startedById: string): Promise<void> {
  const tables = tablesOf<ReplaysTables>(ctx.kernel.db);
  const kept = tables.selectFrom('replays.replay').select('id').where('processKey', '=', processKey).where('startedById', '=', startedById).orderBy('id', 'desc').limit(mostKept);
  await tables.deleteFrom('replays.replay').where('processKey', '=', processKey).where('startedById', '=', startedById).where('state', 'in', ['done', 'stopped', 'failed']).where('id', 'not in', kept).execute();
}
