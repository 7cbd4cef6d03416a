import type { Static } from '@tongban/contract-kit';
import type { Context } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import type { MessagePreference } from '../contract.ts';
import { fail } from '../errors.ts';
import { inboxOwner } from '../inbox-owner.ts';
import type { MessagingTables } from '../tables.ts';
import { messageTopics } from '../template-definition.ts';
import { isTopic } from '../topics.ts';

/** SMS wishes of the account or company, one line per group of messages (MSG-02). */
export async function listPreferences(ctx: Context): Promise<Static<typeof MessagePreference>[]> {
  const rows = await tablesOf<MessagingTables>(ctx.kernel.db).selectFrom('messaging.preference').selectAll()
    .where('recipientId', '=', inboxOwner(ctx).id).execute();
  const chosen = new Map(rows.map((row) => [row.topic, row.sms]));
  return Object.entries(messageTopics).filter(([topic]) => topic !== 'work')
    .map(([topic, { name, required }]) => ({ topic, name, required, sms: required || (chosen.get(topic) ?? true) }));
}

/** Switches SMS of one group on or off. @throws messaging.unknown-topic, messaging.required-topic */
export async function setPreference(ctx: Context, topic: string, sms: boolean): Promise<Static<typeof MessagePreference>> {
  if (!isTopic(topic)) throw fail('messaging.unknown-topic');
  const { name, required } = messageTopics[topic];
  if (required && !sms) throw fail('messaging.required-topic', { name });
  await tablesOf<MessagingTables>(ctx.kernel.db).insertInto('messaging.preference').values({ recipientId: inboxOwner(ctx).id, topic, sms })
    .onConflict((conflict) => conflict.columns(['recipientId', 'topic']).doUpdateSet({ sms })).execute();
  return { topic, name, required, sms };
}
