import { sql } from 'kysely';
import { loadCalendar } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import { readRowsAlone, tablesOf, WriteBatch, writesFor } from '../../db/index.ts';
import { enqueueJob } from '../../jobs/index.ts';
import type { ChannelAdapter } from '../channels/adapter.ts';
import { adapterOf } from '../channels/adapter-of.ts';
import type { OutsideChannel } from '../channels.contract.ts';
import { deliverMessagesJob } from '../job-names.ts';
import type { MessagingTables } from '../tables.ts';
import { mostTogether, noteHealth, openGate } from './channel-health.ts';
import { digestOf } from './digest.ts';
import { fallBack } from './fall-back.ts';
import { handOver, type Outcome } from './hand-over.ts';
import { readContacts } from './read-contacts.ts';
import { sortMessages, type Fate, type Queued } from './sort-messages.ts';
import { tellOperators } from './tell-operators.ts';

const leaseMs = 5 * 60_000;
const minuteMs = 60_000;
const dayMs = 86_400_000;
/** Pause until the rate of a channel has made room for more, ms. */
const ratePauseMs = 5_000;
const mostBackOff = 30;

/**
 * Works off what is due on a channel, up to a hundred messages in their order; gives how many were looked at. Safe to run
 * twice and beside itself: a lease keeps others off, and the gateway knows the id of a message. While a gateway is down
 * messages wait without being given up, and one at a time is tried; they end as expired when they are of no use any more
 * (MSG-01, MSG-02).
 */
export async function deliverMessages(ctx: Context, channel: OutsideChannel, adapter: ChannelAdapter = adapterOf(ctx.kernel, channel)): Promise<number> {
  const gate = await openGate(ctx, channel);
  if (gate.reason === 'rate') await follow(ctx, channel, ratePauseMs);
  if (gate.granted === 0) return 0;
  const claimed = await claim(ctx, channel, gate.granted);
  if (claimed.length === 0) return 0;
  const fates = await decide(ctx, channel, claimed);
  const texts = digestOf(claimed, fates, await templateNames(ctx, claimed, fates));
  const sending = claimed.flatMap((message) => {
    const fate = fates.get(message.id);
    const { title, text, link } = texts.get(message.id) ?? { title: message.title, text: message.body, link: message.link };
    return fate?.kind === 'send' ? [{ id: message.id, to: fate.to, title, text, link: link === null ? null : addressOf(ctx, message, link), templateKey: message.templateKey }] : [];
  });
  const outcomes = await handOver(adapter, gate.reason === 'probe' ? sending.slice(0, 1) : sending);
  await settle(ctx, claimed, fates, outcomes);
  const failures = [...outcomes.values()].filter((outcome) => outcome.kind === 'failed');
  const changed = await noteHealth(ctx, channel, { answered: [...outcomes.values()].filter(({ kind }) => kind === 'taken' || kind === 'refused').length, failures: failures.length, error: failures[0]?.reason });
  if (changed) await tellOperators(ctx, channel, changed, failures[0]?.reason);
  // The gate may have held back more than it let through; what was put off is found by the minutely job.
  if (failures.length === 0) await follow(ctx, channel, gate.reason === 'open' && gate.granted < mostTogether ? ratePauseMs : 0);
  return claimed.length;
}

async function follow(ctx: Context, channel: OutsideChannel, pauseMs: number): Promise<void> {
  const now = ctx.kernel.clock.now();
  const more = await tablesOf<MessagingTables>(ctx.kernel.db).selectFrom('messaging.message').select('id')
    .where('channel', '=', channel).where('state', '=', 'queued').where('dueAt', '<=', now).limit(1).executeTakeFirst();
  if (!more) return;
  const batch = new WriteBatch();
  enqueueJob(batch, deliverMessagesJob, { channel }, { key: `${deliverMessagesJob}:${channel}`, ...(pauseMs === 0 ? {} : { runAt: new Date(now.getTime() + pauseMs) }) });
  await batch.execute(ctx.kernel.db.pool);
}

/** Where a link leads, for a channel that opens it outside the platform. */
function addressOf(ctx: Context, { recipientKind }: Queued, link: string): string {
  const path = recipientKind === 'staff' && !link.startsWith('/workbench') ? `/workbench${link}` : link;
  return `${ctx.kernel.config.publicUrl}${path}`;
}

async function claim(ctx: Context, channel: OutsideChannel, most: number): Promise<Queued[]> {
  const now = ctx.kernel.clock.now();
  const tables = tablesOf<MessagingTables>(ctx.kernel.db);
  const due = tables.selectFrom('messaging.message').select('id')
    .where('channel', '=', channel).where('state', '=', 'queued').where('dueAt', '<=', now)
    .where((eb) => eb.or([eb('leaseUntil', 'is', null), eb('leaseUntil', '<=', now)]))
    .orderBy('urgent', 'desc').orderBy('dueAt').orderBy('id').limit(most).forUpdate().skipLocked();
  const rows = await tables.updateTable('messaging.message').set({ attempts: sql<number>`attempts + 1`, leaseUntil: new Date(now.getTime() + leaseMs) })
    .where('id', 'in', due).returningAll().execute();
  return rows.toSorted((a, b) => Number(b.urgent) - Number(a.urgent) || (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0) || a.id.localeCompare(b.id));
}

async function decide(ctx: Context, channel: OutsideChannel, claimed: readonly Queued[]): Promise<Map<string, Fate>> {
  const now = ctx.kernel.clock.now();
  const tables = tablesOf<MessagingTables>(ctx.kernel.db);
  const [contacts, limits, recent, calendar] = await Promise.all([
    readContacts(ctx, channel, claimed.map(({ id }) => id)),
    tables.selectFrom('messaging.channel').select(['enabled', 'hourlyLimit', 'dailyLimit', 'digestFrom']).where('code', '=', channel).executeTakeFirstOrThrow(),
    readRowsAlone<{ recipientId: string; sent: Date[] }>(ctx.kernel.db, `
      SELECT recipient_id, array_agg(sent_at ORDER BY sent_at DESC) AS sent FROM messaging.message
      WHERE recipient_id = ANY($1) AND sent_at > $2 AND channel = $3 GROUP BY recipient_id`, [[...new Set(claimed.map(({ recipientId }) => recipientId))], new Date(now.getTime() - dayMs), channel]),
    loadCalendar(ctx.kernel),
  ]);
  return sortMessages(claimed, {
    now, channel, limits, contacts, calendar, recent: new Map(recent.map(({ recipientId, sent }) => [recipientId, sent])),
  });
}

async function templateNames(ctx: Context, claimed: readonly Queued[], fates: ReadonlyMap<string, Fate>): Promise<ReadonlyMap<string, string>> {
  if (![...fates.values()].some(({ kind }) => kind === 'merged')) return new Map();
  const rows = await tablesOf<MessagingTables>(ctx.kernel.db).selectFrom('messaging.template').select(['key', 'name']).where('key', 'in', claimed.map(({ templateKey }) => templateKey)).execute();
  return new Map(rows.map(({ key, name }) => [key, name]));
}

type Settled = Pick<Queued, 'id' | 'state' | 'attempts' | 'error' | 'body' | 'mergedInto'> & { counted: boolean; leaseUntil: null; dueAt: string | null; sentAt: string | null; deliveredAt: string | null; readAt: string | null };

async function settle(ctx: Context, claimed: readonly Queued[], fates: ReadonlyMap<string, Fate>, outcomes: ReadonlyMap<string, Outcome>): Promise<void> {
  const now = ctx.kernel.clock.now();
  const leaders = new Map(claimed.map(({ id }) => [id, outcomes.get(id)]));
  const rows = claimed.map((message) => settled(message, fates.get(message.id), leaders, now));
  const batch = new WriteBatch();
  writesFor<MessagingTables>(batch).updateEach('messaging.message', rows, ['id']);
  const lost = new Set(rows.filter(({ state }) => state === 'failed' || state === 'expired').map(({ id }) => id));
  await fallBack(ctx, batch, claimed.filter(({ id }) => lost.has(id)));
  await batch.execute(ctx.kernel.db.pool);
}

function settled(message: Queued, fate: Fate | undefined, outcomes: ReadonlyMap<string, Outcome | undefined>, now: Date): Settled {
  const { id, attempts, body } = message;
  const base = { id, attempts, body, mergedInto: null, counted: true, leaseUntil: null, dueAt: null, sentAt: null, deliveredAt: null, readAt: null, error: null };
  const waiting = (at: Date, error: string | null, tried = attempts - 1): Settled => ({ ...base, state: 'queued', attempts: tried, dueAt: at.toISOString(), error });
  if (fate === undefined) return waiting(now, null);
  if (fate.kind === 'later') return waiting(fate.at, fate.reason);
  if (fate.kind === 'expired') return { ...base, state: 'expired', attempts: attempts - 1, error: fate.reason };
  if (fate.kind === 'unreachable') return { ...base, state: 'failed', error: fate.reason };
  if (fate.kind === 'merged') {
    // With its digest it went or did not go.
    const went = outcomes.get(fate.into)?.kind === 'taken';
    return went ? { ...base, state: 'merged', mergedInto: fate.into, error: '同时有多条，已合并成一条发送' } : waiting(now, null);
  }
  const outcome = outcomes.get(id) ?? { kind: 'spared' };
  switch (outcome.kind) {
    case 'spared': return waiting(now, '通道不通，等候重试');
    case 'refused': return { ...base, state: 'failed', error: outcome.reason };
    case 'failed': return waiting(new Date(now.getTime() + Math.min(mostBackOff, 2 ** Math.min(attempts - 1, 5)) * minuteMs), outcome.reason, attempts);
    case 'taken': {
      const { receipt } = outcome;
      const delivered = receipt !== undefined && receipt.state !== 'failed';
      return {
        ...base, state: delivered ? 'delivered' : receipt === undefined ? 'sent' : 'failed', error: receipt?.reason ?? null, sentAt: now.toISOString(),
        deliveredAt: delivered ? receipt.at : null, readAt: receipt?.state === 'read' ? receipt.at : null, ...(message.secret ? { body: '（内容已在发送后清除）' } : {}),
      };
    }
  }
}
