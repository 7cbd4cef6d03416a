import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../db/index.ts';
import { channelNames, type OutsideChannel } from '../channels.contract.ts';
import type { MessagePreference, QuietSettings } from '../contract.ts';
import { fail } from '../errors.ts';
import { inboxOwner } from '../inbox-owner.ts';
import { listPreferences, topicsFor } from '../queries/list-preferences.ts';
import { parseQuiet, presentQuiet } from '../quiet-clock.ts';
import type { MessagingTables } from '../tables.ts';
import { messageTopics } from '../template-definition.ts';
import { isTopic } from '../topics.ts';

/**
 * Chooses the channels of one group of messages (MSG-02). A required one keeps a channel, one that needs binding is bound first.
 * @throws messaging.unknown-topic, messaging.required-topic, messaging.not-offered
 */
export async function setPreference(ctx: Context, topic: string, channels: readonly OutsideChannel[]): Promise<MessagePreference> {
  const { id, kind } = inboxOwner(ctx);
  if (!isTopic(topic) || !topicsFor(kind).includes(topic)) throw fail('messaging.unknown-topic');
  const { name, required } = messageTopics[topic];
  const { items, offered, own } = await listPreferences(ctx);
  const usable = offered.filter(({ needsBinding, address }) => !needsBinding || address !== null).map(({ channel }) => channel);
  const missing = channels.find((channel) => !usable.includes(channel));
  if (missing !== undefined) throw fail('messaging.not-offered', { channel: channelNames[missing] });
  if (required && channels.length === 0) throw fail('messaging.required-topic', { name });
  const before = items.find((item) => item.topic === topic)?.channels ?? [];
  // What is not offered while acting for another stays as it was chosen.
  const decided = own ? offered.map(({ channel }) => channel) : usable;
  const batch = new WriteBatch();
  const writes = writesFor<MessagingTables>(batch);
  writes.insert('messaging.choice', decided.map((channel) => ({ recipientId: id, topic, channel, wanted: channels.includes(channel) })), 'nothing');
  for (const wanted of [true, false]) {
    const changed = decided.filter((channel) => channels.includes(channel) === wanted);
    if (changed.length > 0) writes.update('messaging.choice', { wanted }, { recipientId: id, topic, channel: changed });
  }
  await commit(ctx, batch);
  return { topic, name, required, channels: [...before.filter((channel) => !decided.includes(channel)), ...channels] };
}

/** Sets one's own hours of quiet. @throws messaging.own-only, messaging.quiet-hours when they begin and end at once */
export async function setQuietHours(ctx: Context, settings: QuietSettings): Promise<QuietSettings> {
  const { id } = inboxOwner(ctx);
  if (id !== ctx.actor.id) throw fail('messaging.own-only');
  const quiet = parseQuiet(settings);
  if (quiet.starts === quiet.ends) throw fail('messaging.quiet-hours');
  await tablesOf<MessagingTables>(ctx.kernel.db).insertInto('messaging.quietHours').values({ ownerId: id, ...quiet })
    .onConflict((conflict) => conflict.column('ownerId').doUpdateSet(quiet)).execute();
  return presentQuiet(quiet);
}
