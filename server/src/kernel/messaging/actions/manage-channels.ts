import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../db/index.ts';
import { fail as kernelFail } from '../../errors/kernel-errors.ts';
import type { ChannelSettings, OutsideChannel, TopicSettings } from '../channels.contract.ts';
import { fail } from '../errors.ts';
import { wakeChannel } from '../send-message.ts';
import type { MessagingTables } from '../tables.ts';
import { messageTopics } from '../template-definition.ts';
import { isTopic } from '../topics.ts';

async function getChannel(ctx: Context, code: OutsideChannel) {
  return tablesOf<MessagingTables>(ctx.kernel.db).selectFrom('messaging.channel').selectAll().where('code', '=', code).executeTakeFirstOrThrow();
}

/** Changes the settings of a channel. @throws kernel.conflict when somebody changed them since, messaging.limits when a day allows less than an hour */
export async function saveChannel(ctx: Context, code: OutsideChannel, { revision, settings }: { revision: number; settings: ChannelSettings }): Promise<void> {
  if (settings.dailyLimit < settings.hourlyLimit || settings.digestFrom === 1) throw fail('messaging.limits');
  const { enabled, hourlyLimit, dailyLimit, digestFrom, ratePerMinute, priceMills } = await getChannel(ctx, code);
  const batch = new WriteBatch();
  writesFor<MessagingTables>(batch).update('messaging.channel', { ...settings, revision: revision + 1 }, { code, revision }, { expected: 1, otherwise: () => kernelFail('kernel.conflict') });
  recordAudit(ctx, batch, { action: 'messaging.save-channel', objectType: 'message-channel', objectId: code, detail: { before: { enabled, hourlyLimit, dailyLimit, digestFrom, ratePerMinute, priceMills }, after: settings } });
  await commit(ctx, batch);
}

/** Pauses a channel: its messages wait until it is resumed. @throws messaging.already-paused */
export async function pauseChannel(ctx: Context, code: OutsideChannel, reason: string): Promise<void> {
  const batch = new WriteBatch();
  writesFor<MessagingTables>(batch).update('messaging.channel', { pausedAt: ctx.kernel.clock.now(), pausedBy: ctx.actor.id, pauseReason: reason.trim() }, { code, pausedAt: null },
    { expected: 1, otherwise: () => fail('messaging.already-paused') });
  recordAudit(ctx, batch, { action: 'messaging.pause-channel', objectType: 'message-channel', objectId: code, detail: { reason } });
  await commit(ctx, batch);
}

/** Resumes a channel; one that was taken to be down is tried at once. */
export async function resumeChannel(ctx: Context, code: OutsideChannel): Promise<void> {
  const batch = new WriteBatch();
  writesFor<MessagingTables>(batch).update('messaging.channel', { pausedAt: null, pausedBy: null, pauseReason: null, nextTryAt: ctx.kernel.clock.now() }, { code });
  wakeChannel(batch, code);
  recordAudit(ctx, batch, { action: 'messaging.resume-channel', objectType: 'message-channel', objectId: code });
  await commit(ctx, batch);
}

/**
 * Changes by which channels a group of messages goes. A required one names a channel that everybody has.
 * @throws messaging.unknown-topic, messaging.required-channel, kernel.conflict
 */
export async function saveTopic(ctx: Context, topic: string, { revision, settings }: { revision: number; settings: TopicSettings }): Promise<void> {
  if (!isTopic(topic)) throw fail('messaging.unknown-topic');
  const { channels, fallback } = settings;
  const { required, name } = messageTopics[topic];
  if (required && ![...channels, ...fallback].some((channel) => channel === 'sms' || channel === 'voice')) throw fail('messaging.required-channel', { name });
  const before = await tablesOf<MessagingTables>(ctx.kernel.db).selectFrom('messaging.topicSetting').select(['channels', 'fallback', 'keepHours']).where('topic', '=', topic).executeTakeFirst();
  const batch = new WriteBatch();
  writesFor<MessagingTables>(batch).update('messaging.topicSetting', { ...settings, fallback: fallback.filter((channel) => !channels.includes(channel)), revision: revision + 1 }, { topic, revision },
    { expected: 1, otherwise: () => kernelFail('kernel.conflict') });
  recordAudit(ctx, batch, { action: 'messaging.save-topic', objectType: 'message-topic', objectId: topic, detail: { before, after: settings } });
  await commit(ctx, batch);
}
