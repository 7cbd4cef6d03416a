import type { Page } from '@tongban/contract-kit';
import type { Context } from '../../context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../db/index.ts';
import type { InboxMessage } from '../contract.ts';
import { inboxOwner } from '../inbox-owner.ts';
import type { MessagingTables } from '../tables.ts';

function ownMessages(ctx: Context) {
  const { kind, id, topics } = inboxOwner(ctx);
  return tablesOf<MessagingTables>(ctx.kernel.db).selectFrom('messaging.message')
    .where('recipientKind', '=', kind).where('recipientId', '=', id).where('channel', '=', 'in-site')
    .$if(topics !== undefined, (query) => query.where('topic', 'in', [...topics ?? []]));
}

/** In-site messages of the account or of the one it acts for, newest first. */
export async function listMessages(ctx: Context, query: { limit?: number; cursor?: string; unread?: boolean }): Promise<Page<InboxMessage>> {
  const limit = query.limit ?? 20;
  const before = query.cursor === undefined ? undefined : String(decodeCursor(query.cursor, 1)[0]);
  const rows = await ownMessages(ctx).select(['id', 'templateKey', 'title', 'body', 'link', 'createdAt', 'readAt'])
    .$if(query.unread === true, (messages) => messages.where('readAt', 'is', null))
    .$if(before !== undefined, (messages) => messages.where('id', '<', before ?? ''))
    .orderBy('id', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, (row) => [row.id], ({ createdAt, readAt, ...row }) => ({
    ...row, sentAt: createdAt.toISOString(), readAt: readAt?.toISOString() ?? null,
  }));
}

/** How many in-site messages have not been read. */
export async function countUnread(ctx: Context): Promise<number> {
  const { count } = await ownMessages(ctx).select((eb) => eb.fn.countAll<number>().as('count')).where('readAt', 'is', null).executeTakeFirstOrThrow();
  return count;
}
