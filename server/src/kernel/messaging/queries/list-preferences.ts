import type { Static } from '@tongban/contract-kit';
import type { Context } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import { maskAddressOf, readAddress } from '../addresses.ts';
import { isConnected, isSimulated } from '../channels/adapter-of.ts';
import { channelNames, type OutsideChannel } from '../channels.contract.ts';
import type { MessagePreference, MessagePreferences, OfferedChannel } from '../contract.ts';
import { inboxOwner } from '../inbox-owner.ts';
import { isFor } from '../plan-channels.ts';
import { presentQuiet } from '../quiet-clock.ts';
import { standardQuiet } from '../quiet-hours.ts';
import { isSpoken } from '../send-message.ts';
import type { MessagingTables } from '../tables.ts';
import { messageTopics, type MessageTopic } from '../template-definition.ts';

/** Topics that somebody has messages of: officers those of work and their account's, everybody else those of citizens. */
export function topicsFor(kind: 'person' | 'staff' | 'company'): MessageTopic[] {
  return (Object.keys(messageTopics) as MessageTopic[]).filter((topic) => (kind === 'staff') === (topic === 'work'));
}

/** Channels that somebody may be offered at all, in their order. */
export async function listOffered(ctx: Context, kind: 'person' | 'staff' | 'company'): Promise<OutsideChannel[]> {
  const enabled = await tablesOf<MessagingTables>(ctx.kernel.db).selectFrom('messaging.channel').select('code').where('enabled', '=', true).orderBy('position').execute();
  return enabled.map(({ code }) => code).filter((channel) => isFor(channel, kind === 'staff') && isConnected(ctx.kernel, channel));
}

/** Channels of one's messages by group, what is bound, and the hours of quiet (MSG-02). While acting for another the choices are the other's. */
export async function listPreferences(ctx: Context): Promise<MessagePreferences> {
  const { kind, id } = inboxOwner(ctx);
  const own = id === ctx.actor.id;
  const tables = tablesOf<MessagingTables>(ctx.kernel.db);
  const [offered, settings, choices, addresses, quiet] = await Promise.all([
    listOffered(ctx, kind),
    tables.selectFrom('messaging.topicSetting').selectAll().execute(),
    tables.selectFrom('messaging.choice').selectAll().where('recipientId', '=', id).execute(),
    own ? tables.selectFrom('messaging.address').selectAll().where('ownerId', '=', id).execute() : [],
    own ? tables.selectFrom('messaging.quietHours').selectAll().where('ownerId', '=', id).executeTakeFirst() : undefined,
  ]);
  const items = topicsFor(kind).map((topic): MessagePreference => {
    const byDefault = settings.find((setting) => setting.topic === topic)?.channels ?? [];
    const chosen = new Map(choices.filter((choice) => choice.topic === topic).map(({ channel, wanted }) => [channel, wanted]));
    return { topic, ...messageTopics[topic], channels: offered.filter((channel) => chosen.get(channel) ?? byDefault.includes(channel)) };
  });
  const bound = new Map(addresses.map((row) => [row.channel, row]));
  return {
    items, own, quiet: presentQuiet(quiet ?? standardQuiet),
    offered: offered.filter((channel) => own || isSpoken(channel)).map((channel) => presentOffered(ctx, channel, bound.get(channel))),
  };
}

/** One offered channel with what is bound to it. */
export function presentOffered(ctx: Context, channel: OutsideChannel, row: { ownerId: string; address: string; boundAt: Date } | undefined): Static<typeof OfferedChannel> {
  return {
    channel, name: channelNames[channel], needsBinding: !isSpoken(channel), simulated: isSimulated(ctx.kernel, channel),
    address: row ? maskAddressOf(channel, readAddress(ctx.kernel, { ownerId: row.ownerId, channel, address: row.address })) : null, boundAt: row?.boundAt.toISOString() ?? null,
  };
}
