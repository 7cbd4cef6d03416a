import type { Selectable } from 'kysely';
import type { WorkingCalendar } from '../../calendar/index.ts';
import type { OutsideChannel } from '../channels.contract.ts';
import { callHours, quietUntil, standardQuiet } from '../quiet-hours.ts';
import type { MessagingTables } from '../tables.ts';
import { isRequiredTopic } from '../topics.ts';
import type { Contact } from './read-contacts.ts';

export type Queued = Selectable<MessagingTables['messaging.message']>;

/** What is to be done with a message that is due. */
export type Fate =
  | { kind: 'send'; to: string }
  | { kind: 'unreachable'; reason: string }
  | { kind: 'expired'; reason: string }
  | { kind: 'later'; at: Date; reason: string }
  /** Becomes part of the message `into`, whose text tells of all of them. */
  | { kind: 'merged'; into: string };

export interface Sorting {
  now: Date;
  channel: OutsideChannel;
  limits: { enabled: boolean; hourlyLimit: number; dailyLimit: number; digestFrom: number };
  contacts: ReadonlyMap<string, Contact>;
  /** When each recipient was sent something within a day, newest first. */
  recent: ReadonlyMap<string, readonly Date[]>;
  calendar: WorkingCalendar;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Said of a message that waited until it was of no use. */
export const staleReason = '已经过时，不再发送';

const noAddress: Readonly<Record<OutsideChannel, string>> = {
  sms: '收信人没有登记手机号码', voice: '收信人没有登记手机号码', wechat: '收信人没有绑定微信', dingtalk: '收信人没有绑定钉钉', email: '收信人没有登记邮箱',
};

/**
 * Decides what becomes of messages that are due, in their order: too old, nowhere to send, quiet hours, limits of frequency,
 * many at once. Statutory ones are sent at any hour and each by itself, urgent ones whatever went before (MSG-02).
 */
export function sortMessages(messages: readonly Queued[], sorting: Sorting): Map<string, Fate> {
  const fates = new Map<string, Fate>();
  const sentTo = new Map([...sorting.recent].map(([id, dates]) => [id, [...dates]]));
  const leaders = digestLeaders(messages, sorting);
  for (const message of messages) {
    const fate = fateOf(message, sorting, sentTo.get(message.recipientId) ?? []);
    const leader = leaders.get(message.id);
    if (fate.kind === 'send' && leader !== undefined && leader !== message.id && fates.get(leader)?.kind === 'send') {
      fates.set(message.id, { kind: 'merged', into: leader });
      continue;
    }
    fates.set(message.id, fate);
    if (fate.kind === 'send') sentTo.set(message.recipientId, [sorting.now, ...sentTo.get(message.recipientId) ?? []]);
  }
  return fates;
}

function isOrdinary({ topic, urgent }: Queued): boolean {
  return !urgent && !isRequiredTopic(topic);
}

/** The first of the ordinary messages of each recipient who has so many waiting. */
function digestLeaders(messages: readonly Queued[], { limits: { digestFrom }, now }: Sorting): Map<string, string> {
  const leaders = new Map<string, string>();
  if (digestFrom < 2) return leaders;
  const groups = new Map<string, string[]>();
  for (const message of messages) {
    if (isOrdinary(message) && !isStale(message, now)) groups.set(message.recipientId, [...groups.get(message.recipientId) ?? [], message.id]);
  }
  for (const ids of groups.values()) {
    if (ids.length >= digestFrom) for (const id of ids) leaders.set(id, ids[0] ?? id);
  }
  return leaders;
}

function isStale({ validUntil }: Queued, now: Date): boolean {
  return validUntil !== null && validUntil <= now;
}

function fateOf(message: Queued, { now, channel, limits, contacts, calendar }: Sorting, sent: readonly Date[]): Fate {
  if (isStale(message, now)) return { kind: 'expired', reason: staleReason };
  if (!limits.enabled) return { kind: 'unreachable', reason: '这个通道已停用' };
  const { to, quiet } = contacts.get(message.id) ?? { to: undefined, quiet: undefined };
  if (to === undefined) return { kind: 'unreachable', reason: noAddress[channel] };
  const required = isRequiredTopic(message.topic);
  const silent = message.urgent ? undefined
    : (required ? undefined : quietUntil(now, quiet ?? standardQuiet, calendar)) ?? (channel === 'voice' ? quietUntil(now, callHours, calendar) : undefined);
  if (silent) return { kind: 'later', at: silent, reason: '免打扰时段，过后发送' };
  if (message.urgent) return { kind: 'send', to };
  const hourly = slotAfter(sent, limits.hourlyLimit, hourMs, now);
  if (hourly) return { kind: 'later', at: hourly, reason: '已达每小时条数上限，顺延发送' };
  const daily = required ? undefined : slotAfter(sent, limits.dailyLimit, dayMs, now);
  return daily ? { kind: 'later', at: daily, reason: '已达每天条数上限，顺延发送' } : { kind: 'send', to };
}

/** When a window has room again; undefined when it has room now. */
function slotAfter(sent: readonly Date[], limit: number, windowMs: number, now: Date): Date | undefined {
  const oldest = sent[limit - 1];
  const at = oldest && new Date(oldest.getTime() + windowMs);
  return at && at > now ? at : undefined;
}
