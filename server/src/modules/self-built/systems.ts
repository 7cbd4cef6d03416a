import type { Selectable } from 'kysely';
import { authorize } from '../../kernel/access/index.ts';
import type { Context, Kernel } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import { getOrganization } from '../../kernel/organization/index.ts';
import { personalDataCipher } from '../../kernel/personal-data/index.ts';
import { fail } from './errors.ts';
import type { SelfBuiltTables } from './tables.ts';

export type SystemRow = Selectable<SelfBuiltTables['selfBuilt.system']>;
export type LinkRow = Selectable<SelfBuiltTables['selfBuilt.link']>;

/** A standing key in the clear. */
export interface Key { keyId: string; secret: string }

const column = 'self_built.system_key.secret';

/** The tables of the module. */
export function selfBuiltTables(ctx: Pick<Context, 'kernel'>) {
  return tablesOf<SelfBuiltTables>(ctx.kernel.db);
}

/** A secret as it is stored. */
export function sealSecret(kernel: Pick<Kernel, 'config'>, { keyId, secret }: Key): string {
  return personalDataCipher(kernel).encrypt(column, keyId, secret);
}

function openSecret(kernel: Pick<Kernel, 'config'>, { keyId, secretCipher }: { keyId: string; secretCipher: string }): string {
  return personalDataCipher(kernel).decrypt(column, keyId, secretCipher);
}

/** A system by id, whoever asks. */
export async function unsafeFindSystem(ctx: Pick<Context, 'kernel'>, systemId: string): Promise<SystemRow | undefined> {
  return selfBuiltTables(ctx).selectFrom('selfBuilt.system').selectAll().where('id', '=', systemId).executeTakeFirst();
}

/** A system that the actor may look after. @throws self-built.not-found, kernel.forbidden */
export async function getOwnSystem(ctx: Context, systemId: string, permission: 'self-built.system.view' | 'self-built.system.manage'): Promise<SystemRow> {
  const system = await unsafeFindSystem(ctx, systemId);
  if (!system) throw fail('self-built.not-found');
  const { path, regionCode } = await getOrganization(ctx, system.organizationId);
  authorize(ctx, permission, { organizationPath: path, regionCode });
  return system;
}

/** The newest standing key of a system, by which the platform signs. @throws self-built.no-key */
export async function getSigningKey(ctx: Pick<Context, 'kernel'>, systemId: string): Promise<Key> {
  const row = await selfBuiltTables(ctx).selectFrom('selfBuilt.systemKey').selectAll().where('systemId', '=', systemId).where('endedAt', 'is', null).orderBy('madeAt', 'desc').limit(1).executeTakeFirst();
  if (!row) throw fail('self-built.no-key');
  return { keyId: row.keyId, secret: openSecret(ctx.kernel, row) };
}

/** A standing key by its id, with the system it is of. */
export async function findKey(ctx: Pick<Context, 'kernel'>, keyId: string): Promise<(Key & { systemId: string }) | undefined> {
  const row = await selfBuiltTables(ctx).selectFrom('selfBuilt.systemKey').selectAll().where('keyId', '=', keyId).where('endedAt', 'is', null).executeTakeFirst();
  return row && { keyId, secret: openSecret(ctx.kernel, row), systemId: row.systemId };
}

/** The link of a case, whoever asks. */
export async function unsafeFindLink(ctx: Pick<Context, 'kernel'>, caseId: string): Promise<LinkRow | undefined> {
  return selfBuiltTables(ctx).selectFrom('selfBuilt.link').selectAll().where('caseId', '=', caseId).executeTakeFirst();
}
