import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../db/index.ts';
import { endService } from '../../organization/services/staff.ts';
import type { StaffAccountAction } from '../contract.ts';
import { fail } from '../errors.ts';
import { hashPassword } from '../password-hash.ts';
import { getStaffAccount } from '../queries/staff-accounts.ts';
import { createInitialPassword } from '../services/initial-password.ts';
import type { IdentityTables } from '../tables.ts';

async function endAllSessions(ctx: Context, batch: WriteBatch, accountId: string, reason: string): Promise<void> {
  const open = await tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.session').select('id')
    .where('accountId', '=', accountId).where('endedAt', 'is', null).execute();
  if (open.length === 0) return;
  writesFor<IdentityTables>(batch).update('identity.session', { endedAt: ctx.kernel.clock.now(), endedReason: reason }, { id: open.map(({ id }) => id) });
}

/**
 * Suspends, resumes or unlocks an officer's account, resets its password or TOTP, or ends the officer's time in office;
 * sessions end where that matters. Gives the new initial password when there is one.
 * @throws identity.own-account, identity.has-left, kernel.not-found
 */
export async function setStaffAccount(ctx: Context, staffId: string, action: StaffAccountAction): Promise<string | null> {
  if (staffId === ctx.actor.id) throw fail('identity.own-account');
  const account = await getStaffAccount(ctx, staffId);
  if (action === 'resume' && account.validTo !== null) throw fail('identity.has-left', { name: account.name });
  const now = ctx.kernel.clock.now();
  const initialPassword = action === 'reset-password' ? createInitialPassword() : null;
  const batch = new WriteBatch();
  const writes = writesFor<IdentityTables>(batch);
  if (action === 'suspend' || action === 'leave') writes.update('identity.credential', { suspendedAt: now }, { accountId: staffId });
  if (action === 'leave') endService(ctx, batch, staffId);
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
