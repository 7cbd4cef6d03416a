import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../db/index.ts';
import { fail } from '../errors.ts';
import { hashPassword } from '../password-hash.ts';
import { getStaffAccount } from '../queries/staff-accounts.ts';
import { endAllSessions } from '../services/end-all-sessions.ts';
import { createInitialPassword } from '../services/initial-password.ts';
import type { IdentityTables } from '../tables.ts';
import type { FirstAdministrator } from './open-first-administrators.ts';

/**
 * The way back for one of the three administrators who lost password or TOTP and whom no colleague may reset: from the
 * server's own command line, with a line in the audit (ORG-04). The account gets a new initial password and binds TOTP
 * anew; its roles stay. @throws identity.not-an-administrator
 */
export async function resetAdministrator(ctx: Context, accountName: string): Promise<FirstAdministrator> {
  const credential = await tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.credential').select('accountId')
    .where('accountName', '=', accountName.toLowerCase()).where('kind', '=', 'staff').executeTakeFirst();
  const account = credential && await getStaffAccount(ctx, credential.accountId);
  if (!account || account.administration === null) throw fail('identity.not-an-administrator', { accountName });
  const initialPassword = createInitialPassword();
  const batch = new WriteBatch();
  const writes = writesFor<IdentityTables>(batch);
  writes.update('identity.credential', {
    passwordHash: await hashPassword(initialPassword), passwordChangedAt: ctx.kernel.clock.now(), mustChangePassword: true, totpSecret: null, totpConfirmedAt: null,
  }, { accountId: account.staffId });
  writes.delete('identity.signInFailure', { subject: `account:${account.staffId}` });
  await endAllSessions(ctx, batch, account.staffId, 'reset-administrator');
  recordAudit(ctx, batch, { action: 'identity.reset-administrator', objectType: 'account', objectId: account.staffId, detail: { accountName: account.accountName, administration: account.administration } });
  await commit(ctx, batch);
  return { accountName: account.accountName, name: account.name, initialPassword };
}
