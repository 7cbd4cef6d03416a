import type { Context } from '../../../kernel/context.ts';
import { createId, writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import { enqueueJob } from '../../../kernel/jobs/index.ts';
import type { Push } from '../city-brain/city-brain.ts';
import { deliverPushJob } from '../job-names.ts';
import type { IntelligenceTables } from '../tables.ts';

/** Adds something for the city brain to the batch; it stays until it was taken (design invariant 10). The same `id` is pushed once. */
export function addPush(ctx: Context, batch: WriteBatch, title: string, payload: Push, id = createId()): void {
  const now = ctx.kernel.clock.now();
  writesFor<IntelligenceTables>(batch).insert('intelligence.push', { id, kind: payload.kind, title, payload, state: 'queued', attempts: 0, dueAt: now, leaseUntil: null, error: null, createdAt: now, sentAt: null }, 'nothing');
  enqueueJob(batch, deliverPushJob, { pushId: id });
}
