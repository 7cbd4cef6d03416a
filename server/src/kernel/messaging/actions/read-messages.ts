import type { Context } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import { inboxOwner } from '../inbox-owner.ts';
import type { MessagingTables } from '../tables.ts';

/** Marks messages of one's own box as read, all of them when no ids are given; gives how many became read. */
export async function readMessages(ctx: Context, ids: readonly string[] | undefined): Promise<number> {
  const { kind, id, topics } = inboxOwner(ctx);
  const result = await tablesOf<MessagingTables>(ctx.kernel.db).updateTable('messaging.message').set({ readAt: ctx.kernel.clock.now() })
    .where('recipientKind', '=', kind).where('recipientId', '=', id).where('channel', '=', 'in-site').where('readAt', 'is', null)
    .$if(topics !== undefined, (query) => query.where('topic', 'in', [...topics ?? []]))
    .$if(ids !== undefined, (query) => query.where('id', 'in', ids === undefined || ids.length === 0 ? ['00000000-0000-0000-0000-000000000000'] : [...ids]))
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
