import type { Static, TSchema } from '@tongban/contract-kit';
import { Type } from '@tongban/contract-kit';
import { Value } from 'typebox/value';
import type { Context } from '../../../kernel/context.ts';
import { askEngine, baseOf, EngineRefused, reasonOf } from '../../../kernel/engines/index.ts';
import { Answered, type SignedMessage } from '../exchange.contract.ts';
import { isSigned, sealMessage, type Purpose } from '../signing.ts';
import { waitBeforeRetry } from '../states.ts';
import { findKey, getSigningKey, selfBuiltTables, type SystemRow } from '../systems.ts';

const Healthy = Type.Object({ ok: Type.Literal(true) });

/** How long an answer may take, ms, and be, bytes: somebody waits for a health check, a list may hold documents. */
const limits = { health: { timeoutMs: 5_000, mostBytes: 64 * 1024 }, reports: { timeoutMs: 60_000, mostBytes: 32 * 1024 * 1024 }, cases: { timeoutMs: 60_000, mostBytes: 4 * 1024 * 1024 } } as const;

/**
 * Asks a self-built system by the contract of the manual: a signed question to `{serviceUrl}/tongban/{what}`, answered by a message
 * signed with the same nonce. Notes whether it answered, whoever asked.
 * @throws Error with a reason that names no address or secret, as `reasonOf` gives it
 */
export async function askSystem<S extends TSchema>(ctx: Pick<Context, 'kernel'>, system: SystemRow, what: keyof typeof limits, payload: object, schema: S): Promise<Static<S>> {
  try {
    const key = await getSigningKey(ctx, system.id);
    const question = sealMessage(key, what, payload, ctx.kernel.clock.now());
    const answer = await askEngine({ service: `“${system.name}”`, ...limits[what] }, `${baseOf(system.serviceUrl)}/tongban/${what}`, question);
    const content = await openAnswer(ctx, system, question, answer, schema);
    await noteAnswer(ctx, system);
    return content;
  } catch (error) {
    await noteFailure(ctx, system, reasonOf(error));
    throw error;
  }
}

/** Asks whether a system is there. @returns why not; undefined when it is */
export async function checkHealth(ctx: Pick<Context, 'kernel'>, system: SystemRow): Promise<string | undefined> {
  try {
    await askSystem(ctx, system, 'health', {}, Healthy);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

async function openAnswer<S extends TSchema>(ctx: Pick<Context, 'kernel'>, system: SystemRow, question: SignedMessage, answer: unknown, schema: S): Promise<Static<S>> {
  if (!Value.Check(Answered, answer)) throw new EngineRefused('对方的答复格式不正确');
  const key = await findKey(ctx, answer.keyId);
  const purpose: Purpose = 'answer';
  if (key?.systemId !== system.id || answer.nonce !== question.nonce || !isSigned(key.secret, purpose, answer)) throw new EngineRefused('对方答复的签名不正确');
  let content: unknown;
  try {
    content = JSON.parse(answer.payload);
  } catch {
    throw new EngineRefused('对方的答复不是 JSON');
  }
  if (!Value.Check(schema, content)) throw new EngineRefused('对方的答复不符合约定');
  return content;
}

async function noteAnswer(ctx: Pick<Context, 'kernel'>, { id }: SystemRow): Promise<void> {
  await selfBuiltTables(ctx).updateTable('selfBuilt.system').set({ lastOkAt: ctx.kernel.clock.now(), downSince: null, lastError: null, failures: 0, nextTryAt: null }).where('id', '=', id).execute();
}

async function noteFailure(ctx: Pick<Context, 'kernel'>, { id, failures, downSince }: SystemRow, lastError: string): Promise<void> {
  const now = ctx.kernel.clock.now();
  const count = failures + 1;
  await selfBuiltTables(ctx).updateTable('selfBuilt.system')
    .set({ downSince: downSince ?? now, lastError, failures: count, nextTryAt: new Date(now.getTime() + waitBeforeRetry(count)) }).where('id', '=', id).execute();
}
