import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import { closeWithoutWord } from '../actions/close-matter.ts';
import type { StuckMattersTables } from '../tables.ts';

const atATime = 100;

/** Ends the matters whose reporter gave no word until the day that was told. */
export async function endWaiting(ctx: Context): Promise<void> {
  const rows = await tablesOf<StuckMattersTables>(ctx.kernel.db).selectFrom('stuckMatters.matter').selectAll().where('state', '=', 'awaiting-word').where('wordUntil', '<', chinaDate(ctx.kernel.clock.now()))
    .orderBy('wordUntil').limit(atATime).execute();
  for (const row of rows) {
    await closeWithoutWord(ctx, row).catch((error: unknown) => {
      // The word came in the same moment.
      if (!(error instanceof AppError) || error.code !== 'stuck-matters.stale') throw error;
    });
  }
}

export const endWaitingJob: JobDefinition = { name: 'stuck-matters.end-waiting', label: '办结逾期没有评价的办不成事反映', cron: '*/10 * * * *', handle: (ctx) => endWaiting(ctx) };
