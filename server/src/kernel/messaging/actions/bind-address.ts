import { randomInt, timingSafeEqual } from 'node:crypto';
import type { Static } from '@tongban/contract-kit';
import { sm3 } from '@tongban/gm-crypto';
import { sql } from 'kysely';
import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../db/index.ts';
import { hitThrottle } from '../../identity/throttle.ts';
import { readPendingAddress, sealAddress, sealPendingAddress } from '../addresses.ts';
import { adapterOf } from '../channels/adapter-of.ts';
import { channelNames, type OutsideChannel } from '../channels.contract.ts';
import type { OfferedChannel } from '../contract.ts';
import { fail } from '../errors.ts';
import { inboxOwner } from '../inbox-owner.ts';
import { listOffered, presentOffered } from '../queries/list-preferences.ts';
import { sendCodeBy } from '../send-message.ts';
import type { MessagingTables } from '../tables.ts';

type Bindable = 'wechat' | 'dingtalk' | 'email';

const lifeMs = 10 * 60_000;
const pauseMs = 60_000;
const mostAttempts = 5;
/** Codes tried or sent by one account in an hour. */
const hourly = { limit: 20, windowMs: 3_600_000 };
const emailShape = /^[^\s@<>(),;:"\\]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;

interface Owner { kind: 'person' | 'staff'; id: string }

/** Bindings are one's own: nobody sets them for another. */
async function ownerOf(ctx: Context, channel: Bindable): Promise<Owner> {
  const { kind, id } = inboxOwner(ctx);
  if (id !== ctx.actor.id || kind === 'company') throw fail('messaging.own-only');
  if (!(await listOffered(ctx, kind)).includes(channel)) throw fail('messaging.not-offered', { channel: channelNames[channel] });
  return { kind, id };
}

function hashCode(ownerId: string, code: string): Buffer {
  return sm3(`${ownerId}:${code}`);
}

/** Sends a code to an e-mail address that is to be bound. @throws messaging.own-only, messaging.not-offered, messaging.bad-address, messaging.code-too-soon */
export async function sendEmailCode(ctx: Context, input: string): Promise<{ expiresAt: string; retryAfterSeconds: number }> {
  const owner = await ownerOf(ctx, 'email');
  const address = input.normalize('NFKC').trim();
  if (!emailShape.test(address)) throw fail('messaging.bad-address');
  const now = ctx.kernel.clock.now();
  const last = await tablesOf<MessagingTables>(ctx.kernel.db).selectFrom('messaging.pendingAddress').select('createdAt').where('ownerId', '=', owner.id).where('channel', '=', 'email').executeTakeFirst();
  if (last && last.createdAt.getTime() + pauseMs > now.getTime()) throw fail('messaging.code-too-soon', { seconds: Math.ceil((last.createdAt.getTime() + pauseMs - now.getTime()) / 1_000) });
  await hitThrottle(ctx, `address-code:${owner.id}`, hourly);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const expiresAt = new Date(now.getTime() + lifeMs);
  const row = { address: sealPendingAddress(ctx.kernel, { ownerId: owner.id, channel: 'email', address }), codeHash: hashCode(owner.id, code), attempts: 0, createdAt: now, expiresAt };
  const batch = new WriteBatch();
  const writes = writesFor<MessagingTables>(batch);
  if (last) writes.update('messaging.pendingAddress', row, { ownerId: owner.id, channel: 'email' });
  else writes.insert('messaging.pendingAddress', { ownerId: owner.id, channel: 'email', ...row }, 'nothing');
  await sendCodeBy(ctx, batch, 'email', { templateKey: 'messaging.address-code', recipient: owner, variables: { code }, dedupeKey: createId(), validUntil: expiresAt });
  recordAudit(ctx, batch, { action: 'messaging.send-email-code', objectType: 'message-address', objectId: owner.id });
  await commit(ctx, batch);
  return { expiresAt: expiresAt.toISOString(), retryAfterSeconds: pauseMs / 1_000 };
}

/** The address that was sent the code. Each try counts, right or wrong. @throws messaging.bad-code */
async function takeEmail(ctx: Context, ownerId: string, code: string): Promise<string> {
  const tried = await tablesOf<MessagingTables>(ctx.kernel.db).updateTable('messaging.pendingAddress').set({ attempts: sql<number>`attempts + 1` })
    .where('ownerId', '=', ownerId).where('channel', '=', 'email').where('expiresAt', '>', ctx.kernel.clock.now()).where('attempts', '<', mostAttempts).returning(['address', 'codeHash']).executeTakeFirst();
  if (!tried || !timingSafeEqual(hashCode(ownerId, code), tried.codeHash)) throw fail('messaging.bad-code');
  return readPendingAddress(ctx.kernel, { ownerId, channel: 'email', address: tried.address });
}

/** The account that the gateway gave the code to. @throws messaging.bad-code, messaging.gateway-down */
async function takeAccount(ctx: Context, channel: OutsideChannel, code: string): Promise<string> {
  let account: string | undefined;
  try {
    account = await adapterOf(ctx.kernel, channel).findAccount(code);
  } catch (error) {
    throw fail('messaging.gateway-down', { channel: channelNames[channel] }, { cause: error });
  }
  if (account === undefined) throw fail('messaging.bad-code');
  return account;
}

/**
 * Binds a channel by its one-time code: an e-mail address to which one was sent, a WeChat or DingTalk account that got one
 * from the gateway (MSG-01). @throws messaging.own-only, messaging.not-offered, messaging.bad-code, messaging.bound-elsewhere
 */
export async function bindAddress(ctx: Context, channel: Bindable, code: string): Promise<Static<typeof OfferedChannel>> {
  const { kind, id } = await ownerOf(ctx, channel);
  await hitThrottle(ctx, `bind-address:${id}`, hourly);
  const address = channel === 'email' ? await takeEmail(ctx, id, code) : await takeAccount(ctx, channel, code);
  const sealed = { ...sealAddress(ctx.kernel, { ownerId: id, channel, address }), boundAt: ctx.kernel.clock.now() };
  const tables = tablesOf<MessagingTables>(ctx.kernel.db);
  const before = await tables.selectFrom('messaging.address').select('ownerId').where('ownerId', '=', id).where('channel', '=', channel).executeTakeFirst();
  const batch = new WriteBatch();
  const writes = writesFor<MessagingTables>(batch);
  if (before) writes.update('messaging.address', sealed, { ownerId: id, channel });
  else writes.insert('messaging.address', { ownerId: id, channel, ownerKind: kind, ...sealed });
  if (channel === 'email') writes.delete('messaging.pendingAddress', { ownerId: id, channel });
  batch.onViolation('address_once', () => fail('messaging.bound-elsewhere'));
  recordAudit(ctx, batch, { action: 'messaging.bind-address', objectType: 'message-address', objectId: id, detail: { channel } });
  await commit(ctx, batch);
  return presentOffered(ctx, channel, { ownerId: id, address: sealed.address, boundAt: sealed.boundAt });
}

/** Ends a binding; what was to go by it goes by others from now on. @throws messaging.own-only */
export async function unbindAddress(ctx: Context, channel: Bindable): Promise<Static<typeof OfferedChannel>> {
  const { id } = inboxOwner(ctx);
  if (id !== ctx.actor.id) throw fail('messaging.own-only');
  const batch = new WriteBatch();
  writesFor<MessagingTables>(batch).delete('messaging.address', { ownerId: id, channel });
  recordAudit(ctx, batch, { action: 'messaging.unbind-address', objectType: 'message-address', objectId: id, detail: { channel } });
  await commit(ctx, batch);
  return presentOffered(ctx, channel, undefined);
}
