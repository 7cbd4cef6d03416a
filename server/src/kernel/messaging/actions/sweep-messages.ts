import type { Context } from '../../context.ts';
import { tablesOf, WriteBatch } from '../../db/index.ts';
import { enqueueJob } from '../../jobs/index.ts';
import { deliverSmsJob } from '../job-names.ts';
import type { MessagingTables } from '../tables.ts';

const graceMs = 5 * 60_000;

/** Queues a job again for each SMS that has been due for five minutes, should its own job have been lost; gives how many. */
export async function sweepOverdueSms(ctx: Context): Promise<number> {
  const overdue = await tablesOf<MessagingTables>(ctx.kernel.db).selectFrom('messaging.message').select('id')
    .where('channel', '=', 'sms').where('state', '=', 'queued').where('dueAt', '<', new Date(ctx.kernel.clock.now().getTime() - graceMs))
    .orderBy('dueAt').limit(500).execute();
  const batch = new WriteBatch();
  for (const { id } of overdue) enqueueJob(batch, deliverSmsJob, { messageId: id }, { key: `${deliverSmsJob}:${id}` });
  await batch.execute(ctx.kernel.db.pool);
  return overdue.length;
}
