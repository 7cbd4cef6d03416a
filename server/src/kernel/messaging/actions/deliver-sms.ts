import { sql } from 'kysely';
import type { Context } from '../../context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../db/index.ts';
import { enqueueJob } from '../../jobs/index.ts';
import { deliverSmsJob } from '../job-names.ts';
import { findRecipientMobile } from '../recipient-mobile.ts';
import { SmsRefused, type SmsChannel } from '../sms/channel.ts';
import type { MessagingTables } from '../tables.ts';

/** At most this many ordinary SMS to one recipient in an hour; the rest wait. */
const hourlyLimit = 6;
const mostAttempts = 8;
const leaseMs = 60_000;
const hourMs = 3_600_000;

type Claimed = Awaited<ReturnType<typeof claim>>;

/**
 * Sends one queued SMS. Safe to run twice: a lease keeps others off it, and the gateway knows its id. What fails is tried
 * again after 1, 2, 4 … minutes, eight times; then an operator sees it as failed (MSG-01).
 */
export async function deliverSms(ctx: Context, channel: SmsChannel, messageId: string): Promise<void> {
  const message = await claim(ctx, messageId);
  if (!message) return;
  const waitUntil = message.secret ? undefined : await nextFreeSlot(ctx, message.recipientId);
  if (waitUntil) return requeue(ctx, message, waitUntil, { attempts: message.attempts - 1, error: '已达每小时条数上限，顺延发送' });
  const mobile = await findRecipientMobile(ctx, message);
  if (mobile === undefined) return settle(ctx, message, { state: 'failed', error: '收信人没有登记手机号码' });
  try {
    const receipt = await channel.send({ id: message.id, mobile, text: message.body, templateKey: message.templateKey });
    const sentAt = ctx.kernel.clock.now();
    await settle(ctx, message, {
      state: receipt?.state ?? 'sent', error: receipt?.reason ?? null, sentAt, ...(receipt?.state === 'delivered' ? { deliveredAt: receipt.at } : {}),
      ...(message.secret ? { body: '（内容已在发送后清除）' } : {}),
    });
  } catch (error) {
    const text = error instanceof Error ? error.message.slice(0, 500) : String(error);
    if (error instanceof SmsRefused || message.attempts >= mostAttempts) return settle(ctx, message, { state: 'failed', error: text });
    const delay = 2 ** (message.attempts - 1) * 60_000;
    await requeue(ctx, message, new Date(ctx.kernel.clock.now().getTime() + delay), { error: text });
  }
}

async function claim(ctx: Context, messageId: string) {
  const now = ctx.kernel.clock.now();
  return tablesOf<MessagingTables>(ctx.kernel.db).updateTable('messaging.message')
    .set({ attempts: sql<number>`attempts + 1`, leaseUntil: new Date(now.getTime() + leaseMs) })
    .where('id', '=', messageId).where('channel', '=', 'sms').where('state', '=', 'queued').where('dueAt', '<=', now)
    .where((eb) => eb.or([eb('leaseUntil', 'is', null), eb('leaseUntil', '<=', now)]))
    .returningAll().executeTakeFirst();
}

/** When the recipient's hour has room again; undefined when it has room now. */
async function nextFreeSlot(ctx: Context, recipientId: string): Promise<Date | undefined> {
  const now = ctx.kernel.clock.now().getTime();
  const recent = await tablesOf<MessagingTables>(ctx.kernel.db).selectFrom('messaging.message').select('sentAt')
    .where('recipientId', '=', recipientId).where('channel', '=', 'sms').where('sentAt', '>', new Date(now - hourMs))
    .orderBy('sentAt', 'desc').limit(hourlyLimit).execute();
  const oldest = recent.length < hourlyLimit ? undefined : recent.at(-1)?.sentAt;
  return oldest ? new Date(oldest.getTime() + hourMs) : undefined;
}

async function settle(ctx: Context, message: NonNullable<Claimed>, set: { state: 'sent' | 'delivered' | 'failed'; error: string | null; sentAt?: Date; deliveredAt?: string; body?: string }): Promise<void> {
  const batch = new WriteBatch();
  writesFor<MessagingTables>(batch).update('messaging.message', { ...set, leaseUntil: null, dueAt: null }, { id: message.id, state: 'queued' });
  await batch.execute(ctx.kernel.db.pool);
}

async function requeue(ctx: Context, message: NonNullable<Claimed>, dueAt: Date, set: { attempts?: number; error: string }): Promise<void> {
  const batch = new WriteBatch();
  writesFor<MessagingTables>(batch).update('messaging.message', { ...set, dueAt, leaseUntil: null }, { id: message.id, state: 'queued' });
  enqueueJob(batch, deliverSmsJob, { messageId: message.id }, { runAt: dueAt });
  await batch.execute(ctx.kernel.db.pool);
}
