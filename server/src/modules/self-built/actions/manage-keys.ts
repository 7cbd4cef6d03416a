import { randomBytes } from 'node:crypto';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { fail } from '../errors.ts';
import { sealSecret, selfBuiltTables, type Key, type SystemRow } from '../systems.ts';
import type { SelfBuiltTables } from '../tables.ts';

/** Keys that may stand at once, so that one can be exchanged for another without a break. */
const mostKeys = 2;

async function standingKeys(ctx: Context, systemId: string): Promise<string[]> {
  const rows = await selfBuiltTables(ctx).selectFrom('selfBuilt.systemKey').select('keyId').where('systemId', '=', systemId).where('endedAt', 'is', null).execute();
  return rows.map(({ keyId }) => keyId);
}

/** Makes a key by which system and platform sign; the secret is told this once and kept encrypted. @throws self-built.two-keys */
export async function makeKey(ctx: Context, system: SystemRow): Promise<Key> {
  if ((await standingKeys(ctx, system.id)).length >= mostKeys) throw fail('self-built.two-keys');
  const key: Key = { keyId: `sb_${randomBytes(9).toString('base64url')}`, secret: randomBytes(32).toString('base64url') };
  const batch = new WriteBatch();
  writesFor<SelfBuiltTables>(batch).insert('selfBuilt.systemKey', {
    keyId: key.keyId, systemId: system.id, secretCipher: sealSecret(ctx.kernel, key), madeAt: ctx.kernel.clock.now(), madeByName: ctx.actor.name, lastUsedAt: null, endedAt: null,
  });
  recordAudit(ctx, batch, { action: 'self-built.make-key', objectType: 'self-built-system', objectId: system.id, detail: { keyId: key.keyId } });
  await commit(ctx, batch);
  return key;
}

/** Ends a key: nothing signed by it is taken any more. @throws self-built.key-ended, self-built.last-key */
export async function endKey(ctx: Context, system: SystemRow, keyId: string): Promise<void> {
  const standing = await standingKeys(ctx, system.id);
  if (!standing.includes(keyId)) throw fail('self-built.key-ended');
  if (system.enabled && standing.length === 1) throw fail('self-built.last-key');
  const batch = new WriteBatch();
  writesFor<SelfBuiltTables>(batch).update('selfBuilt.systemKey', { endedAt: ctx.kernel.clock.now() }, { keyId, systemId: system.id, endedAt: null }, { expected: 1, otherwise: () => fail('self-built.key-ended') });
  recordAudit(ctx, batch, { action: 'self-built.end-key', objectType: 'self-built-system', objectId: system.id, detail: { keyId } });
  await commit(ctx, batch);
}
