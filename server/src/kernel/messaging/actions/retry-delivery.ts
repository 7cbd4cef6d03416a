import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { WriteBatch, writesFor } from '../../db/index.ts';
import { enqueueJob } from '../../jobs/index.ts';
import { fail } from '../errors.ts';
import { deliverSmsJob } from '../job-names.ts';
import type { MessagingTables } from '../tables.ts';

/** Queues a failed SMS again. Verification codes are not sent again: they are too old by then. @throws messaging.not-failed */
export async function retryDelivery(ctx: Context, id: string): Promise<void> {
  const now = ctx.kernel.clock.now();
  const batch = new WriteBatch();
  writesFor<MessagingTables>(batch).update('messaging.message', { state: 'queued', attempts: 0, dueAt: now, error: null },
    { id, channel: 'sms', state: 'failed', secret: false }, { expected: 1, otherwise: () => fail('messaging.not-failed') });
  enqueueJob(batch, deliverSmsJob, { messageId: id });
  recordAudit(ctx, batch, { action: 'messaging.retry-delivery', objectType: 'message', objectId: id });
  await commit(ctx, batch);
}
