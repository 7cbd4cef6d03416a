import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { ReplaySummary } from '../contract.ts';
import { fail } from '../errors.ts';
import { countResults, getOwnRun, presentRun } from '../queries/run-record.ts';
import type { ReplaysTables } from '../tables.ts';

/** Ends a run early; what has come out stays. @throws replays.over */
export async function stopReplay(ctx: Context, replayId: string): Promise<ReplaySummary> {
  const { processKey, done } = await getOwnRun(ctx, replayId);
  const batch = new WriteBatch();
  writesFor<ReplaysTables>(batch).update('replays.replay', { state: 'stopped', note: `已由发起人停止，算了前 ${done} 件。`, endedAt: ctx.kernel.clock.now() },
    { id: replayId, state: ['waiting', 'running'] }, { expected: 1, otherwise: () => fail('replays.over') });
  recordAudit(ctx, batch, { action: 'replays.stop-replay', objectType: 'process-replay', objectId: replayId, detail: { key: processKey } });
  await commit(ctx, batch);
  const counts = await countResults(ctx, [replayId]);
  return presentRun(await getOwnRun(ctx, replayId), counts.get(replayId) ?? { same: 0, changed: 0, stuck: 0, loop: 0 });
}
