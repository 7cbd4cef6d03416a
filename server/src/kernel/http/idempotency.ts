import { createHash } from 'node:crypto';
import type { Context } from '../context.ts';
import type { CoreTables } from '../core-tables.ts';
import { json, tablesOf } from '../db/index.ts';
import { fail } from '../errors/kernel-errors.ts';
import { personalDataCipher } from '../personal-data/index.ts';

const column = 'kernel.idempotency.response';

/**
 * Runs an action at most once per key: a repeat answers with the stored result. Actions that must survive a crash
 * between their commit and the storing of the answer also carry a natural unique key of their own. Answers may hold personal
 * data, such as a draft filled in beforehand, and are stored encrypted.
 */
export async function replayOrRun(ctx: Context, operation: string, key: string, input: unknown, run: () => Promise<unknown>): Promise<unknown> {
  const tables = tablesOf<CoreTables>(ctx.kernel.db);
  const cipher = personalDataCipher(ctx.kernel);
  const row = `${ctx.actor.id}:${key}`;
  const digest = createHash('sm3').update(JSON.stringify([operation, input])).digest();
  const stored = await tables.selectFrom('kernel.idempotency').select(['requestDigest', 'response'])
    .where('actorId', '=', ctx.actor.id).where('key', '=', key).executeTakeFirst();
  if (stored) {
    if (!Buffer.from(stored.requestDigest).equals(digest)) throw fail('kernel.idempotency-mismatch');
    return JSON.parse(cipher.decrypt(column, row, String(stored.response)));
  }
  const answer = await run();
  await tables.insertInto('kernel.idempotency').values({
    actorId: ctx.actor.id, key, operation, requestDigest: digest, response: json(cipher.encrypt(column, row, JSON.stringify(answer ?? null))), createdAt: ctx.kernel.clock.now(),
  }).onConflict((conflict) => conflict.doNothing()).execute();
  return answer;
}
