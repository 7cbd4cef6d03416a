import type { AccessTables } from '../../access/tables.ts';
import type { Context } from '../../context.ts';
import { tablesOf, writesFor, type WriteBatch } from '../../db/index.ts';
import { fail } from '../errors.ts';
import { hashPassword, isPassword } from '../password-hash.ts';
import { findPasswordFault, rememberedPasswords } from '../password-policy.ts';
import type { IdentityTables } from '../tables.ts';
import type { Credential } from './find-credential.ts';

/** Refuses a password that breaks the policy. @throws identity.weak-password saying what to change */
export function requireGoodPassword(password: string, options: { administrator: boolean; names: readonly string[] }): void {
  const message = findPasswordFault(password, options);
  if (message) throw fail('identity.weak-password', { message }, { issues: [{ path: 'newPassword', code: 'weak-password', message }] });
}

/**
 * Gives the account a new password in the batch and ends its other sessions.
 * @param keepSessionId the session that goes on, if one does
 * @throws identity.weak-password, identity.password-reused
 */
export async function setPassword(
  ctx: Context, batch: WriteBatch, credential: Credential, password: string, names: readonly string[], keepSessionId?: string,
): Promise<void> {
  requireGoodPassword(password, { administrator: await isAdministrator(ctx, credential.accountId), names });
  await refuseReuse(ctx, credential, password);
  const now = ctx.kernel.clock.now();
  const writes = writesFor<IdentityTables>(batch);
  writes.update('identity.credential', { passwordHash: await hashPassword(password), passwordChangedAt: now, mustChangePassword: false },
    { accountId: credential.accountId, passwordHash: credential.passwordHash }, { expected: 1, otherwise: () => fail('identity.wrong-current-password') });
  writes.insert('identity.formerPassword', { accountId: credential.accountId, passwordHash: credential.passwordHash, replacedAt: now });
  const open = await tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.session').select('id')
    .where('accountId', '=', credential.accountId).where('endedAt', 'is', null).execute();
  const others = open.map(({ id }) => id).filter((id) => id !== keepSessionId);
  if (others.length > 0) writes.update('identity.session', { endedAt: now, endedReason: 'password-changed' }, { id: others });
}

async function isAdministrator(ctx: Context, accountId: string): Promise<boolean> {
  const role = await tablesOf<AccessTables>(ctx.kernel.db).selectFrom('access.roleAssignment as assignment')
    .innerJoin('access.role as role', 'role.code', 'assignment.roleCode').select('role.code')
    .where('assignment.staffId', '=', accountId).where('assignment.endedAt', 'is', null).where('role.administration', 'is not', null)
    .executeTakeFirst();
  return role !== undefined;
}

async function refuseReuse(ctx: Context, credential: Credential, password: string): Promise<void> {
  const former = await tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.formerPassword').select('passwordHash')
    .where('accountId', '=', credential.accountId).orderBy('replacedAt', 'desc').limit(rememberedPasswords - 1).execute();
  for (const { passwordHash } of [credential, ...former]) {
    if (await isPassword(password, passwordHash)) throw fail('identity.password-reused');
  }
}
