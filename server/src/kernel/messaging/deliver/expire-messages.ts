import type { Context } from '../../context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../db/index.ts';
import type { MessagingTables } from '../tables.ts';
import { fallBack } from './fall-back.ts';
import { staleReason } from './sort-messages.ts';

const mostTogether = 500;

/**
 * Ends what has waited until it is of no use. This does not ask the gateway, so that an outage of days ends in messages by
 * other channels and not in a pile; gives how many ended (MSG-01).
 */
export async function expireMessages(ctx: Context): Promise<number> {
  const now = ctx.kernel.clock.now();
  const stale = await tablesOf<MessagingTables>(ctx.kernel.db).selectFrom('messaging.message').selectAll()
    .where('state', '=', 'queued').where('validUntil', '<=', now).where((eb) => eb.or([eb('leaseUntil', 'is', null), eb('leaseUntil', '<=', now)]))
    .orderBy('validUntil').limit(mostTogether).execute();
  if (stale.length === 0) return 0;
  const batch = new WriteBatch();
  writesFor<MessagingTables>(batch).update('messaging.message', { state: 'expired', dueAt: null, leaseUntil: null, counted: true, error: staleReason }, { id: stale.map(({ id }) => id), state: 'queued' });
  await fallBack(ctx, batch, stale);
  await batch.execute(ctx.kernel.db.pool);
  return stale.length;
}
