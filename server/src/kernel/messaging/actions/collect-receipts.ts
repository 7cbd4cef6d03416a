import type { Context } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import type { ChannelAdapter } from '../channels/adapter.ts';
import { adapterOf } from '../channels/adapter-of.ts';
import type { OutsideChannel } from '../channels.contract.ts';
import { noteReachable } from '../deliver/channel-health.ts';
import type { MessagingTables } from '../tables.ts';

// Only what was handed over and not told to have failed changes; a message that was read has arrived as well.
const applied = `
UPDATE messaging.message AS m SET state = CASE WHEN r.state = 'failed' THEN 'failed' ELSE 'delivered' END, error = r.reason, counted = true,
  delivered_at = CASE WHEN r.state <> 'failed' THEN coalesce(m.delivered_at, r.at) END, read_at = CASE WHEN r.state = 'read' THEN coalesce(m.read_at, r.at) ELSE m.read_at END
FROM json_to_recordset($1) AS r (id uuid, state text, at timestamptz, reason text)
WHERE m.id = r.id AND m.channel = $2 AND (m.state = 'sent' OR (m.state = 'delivered' AND r.state = 'read'))`;

/** Asks the gateway of a channel what became of the messages it took; gives how many receipts were read. One that was taken to be down and answers is tried again at once. */
export async function collectReceipts(ctx: Context, channel: OutsideChannel, adapter: ChannelAdapter = adapterOf(ctx.kernel, channel)): Promise<number> {
  const tables = tablesOf<MessagingTables>(ctx.kernel.db);
  const { receiptCursor, downSince } = await tables.selectFrom('messaging.channel').select(['receiptCursor', 'downSince']).where('code', '=', channel).executeTakeFirstOrThrow();
  const { items, cursor } = await adapter.receipts(receiptCursor);
  if (downSince) await noteReachable(ctx, channel);
  if (items.length === 0) return 0;
  // Two receipts of one message would touch a row twice; the last one counts.
  const latest = new Map(items.filter(({ id }) => uuid.test(id)).map((item) => [item.id, { ...item, reason: item.reason?.slice(0, 500) ?? null }]));
  await ctx.kernel.db.pool.query(applied, [JSON.stringify([...latest.values()]), channel]);
  await tables.updateTable('messaging.channel').set({ receiptCursor: cursor }).where('code', '=', channel).execute();
  return items.length;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
