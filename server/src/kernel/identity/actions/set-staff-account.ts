import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../db/index.ts';
import { fail as kernelFail } from '../../errors/kernel-errors.ts';
import { fail } from '../errors.ts';
import { hashPassword } from '../password-hash.ts';
import { findCredential, type Credential } from '../services/find-credential.ts';
import { createInitialPassword } from '../services/initial-password.ts';
import type { IdentityTables } from '../tables.ts';

export type StaffAccountAction = 'suspend' | 'resume' | 'unlock' | 'reset-password' | 'reset-totp';

async function endAllSessions(ctx: Context, batch: WriteBatch, accountId: string, reason: string): Promise<void> {
  const open = await tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.session').select('id')
    .where('accountId', '=', accountId).where('endedAt', 'is', null).execute();
  if (open.length === 0) return;
  writesFor<IdentityTables>(batch).update('identity.session', { endedAt: ctx.kernel.clock.now(), endedReason: reason }, { id: open.map(({ id }) => id) });
}

/** @throws kernel.not-found */
async function getStaffCredential(ctx: Context, staffId: string): Promise<Credential> {
  const credential = await findCredential(ctx, staffId);
  if (!credential || credential.kind !== 'staff') throw kernelFail('kernel.not-found', { what: '这个账号' });
  return credential;
}

/** What an administrator sees of an officer's account. @throws kernel.not-found */
export async function describeStaffAccount(ctx: Context, staffId: string) {
  const credential = await getStaffCredential(ctx, staffId);
  const failure = await tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.signInFailure').select('lockedUntil')
    .where('subject', '=', `account:${staffId}`).executeTakeFirst();
  return {
    staffId, accountName: credential.accountName ?? '', locked: (failure?.lockedUntil ?? new Date(0)) > ctx.kernel.clock.now(),
    totpBound: credential.totpConfirmedAt !== null, suspended: credential.suspendedAt !== null, lastSignInAt: credential.lastSignInAt?.toISOString() ?? null,
  };
}

/**
 * Suspends, resumes or unlocks an officer's account, or resets its password or TOTP; sessions end where that matters.
 * Gives the new initial password when there is one. @throws identity.own-account, kernel.not-found
 */
export async function setStaffAccount(ctx: Context, staffId: string, action: StaffAccountAction): Promise<string | null> {
  if (staffId === ctx.actor.id) throw fail('identity.own-account');
  await getStaffCredential(ctx, staffId);
  const now = ctx.kernel.clock.now();
  const initialPassword = action === 'reset-password' ? createInitialPassword() : null;
  const batch = new WriteBatch();
  const writes = writesFor<IdentityTables>(batch);
  if (action === 'suspend') writes.update('identity.credential', { suspendedAt: now }, { accountId: staffId });
  if (action === 'resume') writes.update('identity.credential', { suspendedAt: null }, { accountId: staffId });
  if (action === 'reset-totp') writes.update('identity.credential', { totpSecret: null, totpConfirmedAt: null }, { accountId: staffId });
  if (initialPassword !== null) {
    writes.update('identity.credential', { passwordHash: await hashPassword(initialPassword), passwordChangedAt: now, mustChangePassword: true }, { accountId: staffId });
  }
  if (action === 'unlock' || action === 'reset-password') writes.delete('identity.signInFailure', { subject: `account:${staffId}` });
  if (action !== 'unlock' && action !== 'resume') await endAllSessions(ctx, batch, staffId, action);
  recordAudit(ctx, batch, { action: `identity.${action}-staff-account`, objectType: 'account', objectId: staffId });
  await commit(ctx, batch);
  return initialPassword;
}
