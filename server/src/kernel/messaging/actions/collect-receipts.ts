import type { Context } from '../../context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../db/index.ts';
import type { SmsChannel } from '../sms/channel.ts';
import type { MessagingTables } from '../tables.ts';

/** Asks the gateway what became of the messages it took; gives how many receipts were read. */
export async function collectReceipts(ctx: Context, channel: SmsChannel): Promise<number> {
  const tables = tablesOf<MessagingTables>(ctx.kernel.db);
  const before = await tables.selectFrom('messaging.receiptCursor').select('cursor').executeTakeFirst();
  const { items, cursor } = await channel.receipts(before?.cursor ?? '');
  if (items.length === 0) return 0;
  // Two receipts of one message would touch a row twice; the last one counts.
  const latest = new Map(items.map((item) => [item.id, item]));
  const batch = new WriteBatch();
  const writes = writesFor<MessagingTables>(batch);
  for (const { id, state, at, reason } of latest.values()) {
    writes.update('messaging.message', { state, error: reason ?? null, ...(state === 'delivered' ? { deliveredAt: at } : {}) }, { id, state: 'sent' });
  }
  await batch.execute(ctx.kernel.db.pool);
  await tables.insertInto('messaging.receiptCursor').values({ cursor }).onConflict((conflict) => conflict.column('one').doUpdateSet({ cursor })).execute();
  return items.length;
}
