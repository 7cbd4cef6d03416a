import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { readRows, WriteBatch } from '../../../kernel/db/index.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import { handOver } from './assess.ts';
import { addHandOver, type RunRecord } from './run-record.ts';

/** Minutes after which a run that does not come to an end is left to people. */
const patience = 15;
const mostAtOnce = 200;

/** Leaves to people what the platform could not bring to an end, whatever the fault: nobody waits for a machine. */
export async function sweepRuns(ctx: Context): Promise<void> {
  const before = new Date(ctx.kernel.clock.now().getTime() - patience * 60_000);
  const stuck = await readRows<RunRecord>(ctx.kernel.db, `SELECT * FROM decisioning.run WHERE outcome = 'working' AND started_at < $1 ORDER BY started_at LIMIT ${mostAtOnce}`, [before]);
  for (const run of stuck) {
    const batch = new WriteBatch();
    addHandOver(ctx, batch, run, handOver('step-refused', '系统没有在 15 分钟内办完。'));
    try {
      await commit(ctx, batch);
    } catch (error) {
      // Ended at this moment, or not to be ended now: the next sweep looks again.
      ctx.kernel.log.warn({ err: error, caseId: run.caseId }, 'a run could not be left to people');
    }
  }
}

export const sweepRunsJob: JobDefinition = { name: 'decisioning.sweep-runs', label: '自动审批没有办完的转工作人员', cron: '*/5 * * * *', handle: sweepRuns };
