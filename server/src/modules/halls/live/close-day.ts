import { chinaDate, startOfChinaDay } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { runText, transact } from '../../../kernel/db/index.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import type { HallsTables } from '../tables.ts';

// What was being served and never finished counts as done, but its time is not known and enters no median.
const endTickets = `
UPDATE halls.ticket SET state = CASE state WHEN 'serving' THEN 'done' ELSE 'cancelled' END, version = version + 1
WHERE day < $1::date AND state IN ('waiting', 'called', 'serving', 'held')`;

const leaveWindows = `
UPDATE halls.window SET state = 'closed', clerk_id = NULL, clerk_name = NULL, since = NULL, pause_reason = NULL WHERE clerk_id IS NOT NULL AND since < $1::timestamptz`;

/** Ends what a day left open: tickets hold for their day only, and nobody sits at a window over night (HAL-02). */
export async function closeDay(ctx: Context): Promise<void> {
  const today = chinaDate(ctx.kernel.clock.now());
  await transact<HallsTables, void>(ctx.kernel.db, async (trx) => {
    await runText(trx, endTickets, [today]);
    await runText(trx, leaveWindows, [startOfChinaDay(today)]);
  });
}

export const closeDayJob: JobDefinition = { name: 'halls.close-day', label: '大厅日终清理', cron: '5 0 * * *', handle: closeDay };
