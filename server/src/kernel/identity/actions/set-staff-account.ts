import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { WriteBatch, writesFor } from '../../db/index.ts';
import { endService } from '../../organization/services/staff.ts';
import type { StaffAccountAction } from '../contract.ts';
import { fail } from '../errors.ts';
import { hashPassword } from '../password-hash.ts';
import { getStaffAccount } from '../queries/staff-accounts.ts';
import { endAllSessions } from '../services/end-all-sessions.ts';
import { createInitialPassword } from '../services/initial-password.ts';
import type { IdentityTables } from '../tables.ts';

/** Whether the action would let whoever does it sign in as the account's holder. */
const opensAccount: ReadonlySet<StaffAccountAction> = new Set(['reset-password', 'reset-totp']);

/**
 * Suspends, resumes or unlocks an officer's account, resets its password or TOTP, or ends the officer's time in office;
 * sessions end where that matters. Gives the new initial password when there is one. The sign-in of the security and audit
 * administrators is not the system administrator's to reset (三员分立, ORG-04; GB/T 22239 8.1.4.2): who resets both password
 * and TOTP can sign in as them. @throws identity.own-account, identity.administrator-apart, identity.has-left, kernel.not-found
 */
export async function setStaffAccount(ctx: Context, staffId: string, action: StaffAccountAction): Promise<string | null> {
  if (staffId === ctx.actor.id) throw fail('identity.own-account');
  const account = await getStaffAccount(ctx, staffId);
  const apart = account.administration === 'security' || account.administration === 'audit';
  if (apart && opensAccount.has(action)) throw fail('identity.administrator-apart', { name: account.name });
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
