import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { EngineRefused, reasonOf } from '../../../kernel/engines/index.ts';
import { enqueueJob } from '../../../kernel/jobs/index.ts';
import { cityBrainOf, noteFailure } from '../connect.ts';
import { deliverPushJob } from '../job-names.ts';
import type { IntelligenceTables } from '../tables.ts';

const mostAttempts = 10;
const leaseMs = 60_000;

async function claim(ctx: Context, pushId: string) {
  const now = ctx.kernel.clock.now();
  return tablesOf<IntelligenceTables>(ctx.kernel.db).updateTable('intelligence.push').set({ attempts: sql<number>`attempts + 1`, leaseUntil: new Date(now.getTime() + leaseMs) })
    .where('id', '=', pushId).where('state', '=', 'queued').where('dueAt', '<=', now).where((eb) => eb.or([eb('leaseUntil', 'is', null), eb('leaseUntil', '<=', now)]))
    .returning(['id', 'payload', 'attempts']).executeTakeFirst();
}

/**
 * Pushes one thing. Safe to run twice: a lease keeps others off it, and the receiver knows its id. What fails is tried again
 * after 1, 2, 4 … minutes, ten times (about eight hours); then an operator sees it as failed.
 */
export async function deliverPush(ctx: Context, pushId: string): Promise<void> {
  const push = await claim(ctx, pushId);
  if (!push) return;
  const connection = await cityBrainOf(ctx.kernel);
  if (connection.state !== 'ready') return retry(ctx, push, connection.state === 'away' ? connection.reason : '没有接入城市大脑', false);
  try {
    await connection.engine.push(push.id, push.payload);
  } catch (error) {
    const refused = error instanceof EngineRefused;
    if (!refused) noteFailure(ctx.kernel, 'city-brain', error);
    return retry(ctx, push, reasonOf(error), refused);
  }
  await settle(ctx, push.id, { state: 'sent', error: null, sentAt: ctx.kernel.clock.now(), dueAt: null });
}

async function retry(ctx: Context, { id, attempts }: { id: string; attempts: number }, error: string, final: boolean): Promise<void> {
  if (final || attempts >= mostAttempts) return settle(ctx, id, { state: 'failed', error, dueAt: null });
  const dueAt = new Date(ctx.kernel.clock.now().getTime() + 2 ** (attempts - 1) * 60_000);
  await settle(ctx, id, { error, dueAt }, dueAt);
}

async function settle(ctx: Context, id: string, set: { state?: 'sent' | 'failed'; error: string | null; sentAt?: Date; dueAt: Date | null }, again?: Date): Promise<void> {
  const batch = new WriteBatch();
  writesFor<IntelligenceTables>(batch).update('intelligence.push', { ...set, leaseUntil: null }, { id, state: 'queued' });
  if (again) enqueueJob(batch, deliverPushJob, { pushId: id }, { runAt: again });
  await batch.execute(ctx.kernel.db.pool);
}
