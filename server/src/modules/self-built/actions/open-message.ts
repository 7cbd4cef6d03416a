import type { Static, TSchema } from '@tongban/contract-kit';
import { systemActor } from '../../../kernel/access/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { hitThrottle, refuseIfFull, type ThrottleRule } from '../../../kernel/identity/throttle.ts';
import { fail } from '../errors.ts';
import { freshMinutes, type SignedMessage } from '../exchange.contract.ts';
import { readPayload } from '../read-payload.ts';
import { isSigned, sealMessage, type Purpose } from '../signing.ts';
import { findKey, selfBuiltTables, unsafeFindSystem, type SystemRow } from '../systems.ts';

/** Wrong signatures from one address: a system that was set up wrongly makes a few, who tries makes many. */
const wrongSignatures: ThrottleRule = { limit: 60, windowMs: 10 * 60_000 };

/** A message of a system whose signature, time and nonce are right. */
export interface OpenedMessage<T> {
  system: SystemRow;
  /** Does what it asks in its name. */
  acting: Context;
  content: T;
  /** Signs an answer with the key and the nonce of the message. */
  reply: (answer: object) => SignedMessage;
}

/** The context in which the platform does what a system reports. */
export function actingFor(ctx: Context, { id, name }: Pick<SystemRow, 'id' | 'name'>): Context {
  return { ...ctx, actor: systemActor(`self-built:${id}`, name), origin: { ...ctx.origin, channel: 'api' } };
}

/**
 * Opens a signed message: known key, signature for this purpose, at most five minutes old, never seen, content as agreed.
 * @throws self-built.bad-signature, .stale, .replayed, .disabled, .bad-payload with the issues, identity.too-many-attempts
 */
export async function openMessage<S extends TSchema>(ctx: Context, purpose: Purpose, message: SignedMessage, schema: S): Promise<OpenedMessage<Static<S>>> {
  const bucket = `self-built:${ctx.origin.ip}`;
  await refuseIfFull(ctx, bucket, wrongSignatures);
  const key = await findKey(ctx, message.keyId);
  const system = key && isSigned(key.secret, purpose, message) ? await unsafeFindSystem(ctx, key.systemId) : undefined;
  if (!key || !system) {
    await hitThrottle(ctx, bucket, wrongSignatures);
    throw fail('self-built.bad-signature');
  }
  if (!system.enabled) throw fail('self-built.disabled');
  const now = ctx.kernel.clock.now();
  if (!(Math.abs(now.getTime() - new Date(message.at).getTime()) <= freshMinutes * 60_000)) throw fail('self-built.stale');
  await spendNonce(ctx, message, now);
  return { system, acting: actingFor(ctx, system), content: readPayload(message.payload, schema), reply: (answer) => sealMessage(key, 'answer', answer, now, message.nonce) };
}

async function spendNonce(ctx: Context, { keyId, nonce }: SignedMessage, now: Date): Promise<void> {
  const tables = selfBuiltTables(ctx);
  const spent = await tables.insertInto('selfBuilt.nonce').values({ keyId, nonce, at: now }).onConflict((conflict) => conflict.doNothing()).returning('nonce').executeTakeFirst();
  if (!spent) throw fail('self-built.replayed');
  await tables.updateTable('selfBuilt.systemKey').set({ lastUsedAt: now }).where('keyId', '=', keyId).execute();
}

/** Removes nonces that are too old to be of use again. */
export async function clearNonces(ctx: Context): Promise<void> {
  const before = new Date(ctx.kernel.clock.now().getTime() - 3 * freshMinutes * 60_000);
  await selfBuiltTables(ctx).deleteFrom('selfBuilt.nonce').where('at', '<', before).execute();
}

/** Whether an error is the platform's own word about a report, rather than a fault. */
export function isRefusal(error: unknown): error is AppError {
  return error instanceof AppError && error.kind !== 'unavailable';
}
