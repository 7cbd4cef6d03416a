import type { Selectable } from 'kysely';
import type { Context } from '../../context.ts';
import { readRowsAlone, tablesOf } from '../../db/index.ts';
import { isConnected, isSimulated } from '../channels/adapter-of.ts';
import { channelNames, outsideChannels, type ChannelStatus, type OutsideChannel, type TopicStatus } from '../channels.contract.ts';
import type { Static } from '@tongban/contract-kit';
import type { MessagingTables } from '../tables.ts';
import { messageTopics, type MessageTopic } from '../template-definition.ts';

const mostCounted = 10_000;
const weekMs = 7 * 86_400_000;

interface Pile { channel: OutsideChannel; waiting: number; oldestAt: Date | null; deferred: number; failed: number }

/** State, settings and what waits of each channel (MSG-01). */
export async function listChannels(ctx: Context): Promise<ChannelStatus[]> {
  const now = ctx.kernel.clock.now();
  // Each count reads one index and stops: a page does not count a pile of a million.
  const counted = (condition: string): string => `(SELECT count(*)::int FROM (SELECT FROM messaging.message m WHERE m.channel = c.code AND ${condition} LIMIT ${mostCounted}) x)`;
  const [rows, piles] = await Promise.all([
    tablesOf<MessagingTables>(ctx.kernel.db).selectFrom('messaging.channel').selectAll().orderBy('position').execute(),
    readRowsAlone<Pile>(ctx.kernel.db, `
      SELECT c.code AS channel, ${counted(`m.state = 'queued' AND m.due_at <= $1`)} AS waiting, ${counted(`m.state = 'queued' AND m.due_at > $1`)} AS deferred,
        ${counted(`m.state = 'failed' AND m.created_at > $2`)} AS failed,
        (SELECT m.created_at FROM messaging.message m WHERE m.channel = c.code AND m.state = 'queued' AND m.due_at <= $1 ORDER BY m.id LIMIT 1) AS oldest_at
      FROM messaging.channel c`, [now, new Date(now.getTime() - weekMs)]),
  ]);
  const found = new Map(piles.map((pile) => [pile.channel, pile]));
  return rows.map((row) => present(ctx, row, found.get(row.code)));
}

type Row = Selectable<MessagingTables['messaging.channel']>;

function stateOf(ctx: Context, { code, enabled, pausedAt, downSince, upSince }: Row): ChannelStatus['state'] {
  if (!enabled) return 'disabled';
  if (!isConnected(ctx.kernel, code)) return 'unconnected';
  if (pausedAt) return 'paused';
  if (downSince) return 'down';
  return upSince ? 'up' : 'idle';
}

function present(ctx: Context, row: Row, pile: Pile | undefined): ChannelStatus {
  const { code, enabled, hourlyLimit, dailyLimit, digestFrom, ratePerMinute, priceMills, revision, lastError, pauseReason } = row;
  const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
  return {
    channel: code, name: channelNames[code], state: stateOf(ctx, row), simulated: isSimulated(ctx.kernel, code), settings: { enabled, hourlyLimit, dailyLimit, digestFrom, ratePerMinute, priceMills }, revision,
    upSince: iso(row.upSince), downSince: iso(row.downSince), nextTryAt: iso(row.nextTryAt), lastError, lastSentAt: iso(row.lastSentAt), pausedAt: iso(row.pausedAt), pauseReason,
    waiting: pile?.waiting ?? 0, oldestAt: iso(pile?.oldestAt ?? null), deferred: pile?.deferred ?? 0, failed: pile?.failed ?? 0,
  };
}

/** One channel. */
export async function getChannelStatus(ctx: Context, channel: OutsideChannel): Promise<ChannelStatus> {
  const found = (await listChannels(ctx)).find((one) => one.channel === channel);
  if (!found) throw new Error(`channel ${channel} has no row`);
  return found;
}

/** Groups of messages and the channels they go by. */
export async function listTopics(ctx: Context): Promise<Static<typeof TopicStatus>[]> {
  const rows = await tablesOf<MessagingTables>(ctx.kernel.db).selectFrom('messaging.topicSetting').selectAll().execute();
  const ordered = (channels: readonly OutsideChannel[]): OutsideChannel[] => outsideChannels.filter((channel) => channels.includes(channel));
  return (Object.keys(messageTopics) as MessageTopic[]).flatMap((topic) => {
    const row = rows.find((one) => one.topic === topic);
    return row ? [{ topic, ...messageTopics[topic], staff: topic === 'work', settings: { channels: ordered(row.channels), fallback: row.fallback, keepHours: row.keepHours }, revision: row.revision }] : [];
  });
}
