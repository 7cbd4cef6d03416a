import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../db/index.ts';
import type { OutsideChannel } from '../channels.contract.ts';
import { fail } from '../errors.ts';
import { keptUntil, wakeChannel } from '../send-message.ts';
import type { MessagingTables } from '../tables.ts';

const dayMs = 86_400_000;
const mostTogether = 1_000;
const keptHours = 48;

/** Queues a failed message again. Verification codes are not sent again: they are too old by then. @throws messaging.not-failed */
export async function retryDelivery(ctx: Context, id: string): Promise<void> {
  const found = await tablesOf<MessagingTables>(ctx.kernel.db).selectFrom('messaging.message').select('channel').where('id', '=', id).executeTakeFirst();
  if (!found || found.channel === 'in-site') throw fail('messaging.not-failed');
  const batch = new WriteBatch();
  writesFor<MessagingTables>(batch).update('messaging.message', again(ctx), { id, state: 'failed', secret: false }, { expected: 1, otherwise: () => fail('messaging.not-failed') });
  wakeChannel(batch, found.channel);
  recordAudit(ctx, batch, { action: 'messaging.retry-delivery', objectType: 'message', objectId: id });
  await commit(ctx, batch);
}

/** Queues what failed on a channel within the last days again, the oldest first and a thousand at most; gives how many. */
export async function resendFailed(ctx: Context, channel: OutsideChannel, days: number): Promise<number> {
  const since = new Date(ctx.kernel.clock.now().getTime() - days * dayMs);
  const rows = await tablesOf<MessagingTables>(ctx.kernel.db).selectFrom('messaging.message').select('id')
    .where('channel', '=', channel).where('state', '=', 'failed').where('secret', '=', false).where('createdAt', '>=', since).orderBy('id').limit(mostTogether).execute();
  if (rows.length === 0) return 0;
  const batch = new WriteBatch();
  writesFor<MessagingTables>(batch).update('messaging.message', again(ctx), { id: rows.map(({ id }) => id), state: 'failed' });
  wakeChannel(batch, channel);
  recordAudit(ctx, batch, { action: 'messaging.resend-failed', objectType: 'message-channel', objectId: channel, detail: { count: rows.length, days } });
  await commit(ctx, batch);
  return rows.length;
}

/** What a message is set to that is to be sent once more. */
function again(ctx: Context) {
  const now = ctx.kernel.clock.now();
  return { state: 'queued', attempts: 0, dueAt: now, validUntil: keptUntil(now, keptHours), error: null, sentAt: null, leaseUntil: null, counted: true } as const;
}
