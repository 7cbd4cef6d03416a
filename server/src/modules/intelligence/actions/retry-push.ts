import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { enqueueJob } from '../../../kernel/jobs/index.ts';
import type { PushLine } from '../contract.ts';
import { fail } from '../errors.ts';
import { deliverPushJob } from '../job-names.ts';
import { getPush } from '../queries/list-pushes.ts';
import type { IntelligenceTables } from '../tables.ts';

/** Queues again what was given up. @throws intelligence.push-not-failed */
export async function retryPush(ctx: Context, id: string): Promise<PushLine> {
  const batch = new WriteBatch();
  writesFor<IntelligenceTables>(batch).update('intelligence.push', { state: 'queued', attempts: 0, dueAt: ctx.kernel.clock.now(), error: null }, { id, state: 'failed' }, { expected: 1, otherwise: () => fail('intelligence.push-not-failed') });
  enqueueJob(batch, deliverPushJob, { pushId: id });
  recordAudit(ctx, batch, { action: 'intelligence.retry-push', objectType: 'city-brain-push', objectId: id });
  await commit(ctx, batch);
  return getPush(ctx, id);
}
