import { checkPersonName } from '@tongban/identifiers';
import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { WriteBatch, writesFor } from '../../db/index.ts';
import { addStaff } from '../../organization/services/staff.ts';
import { fail } from '../errors.ts';
import { hashPassword } from '../password-hash.ts';
import { invalidIdentity } from '../services/check-identity.ts';
import { createInitialPassword } from '../services/initial-password.ts';
import type { IdentityTables } from '../tables.ts';

/**
 * Opens an officer's account; the initial password is told once and must be changed at the first sign-in, at which TOTP
 * is bound too (IDN-02). @throws identity.account-name-taken, organization.unknown-post, kernel.not-found
 */
export async function openStaffAccount(ctx: Context, input: { accountName: string; name: string; organizationId: string; postCodes: readonly string[] }): Promise<{ staffId: string; initialPassword: string }> {
  const name = checkPersonName(input.name);
  if (!name.ok) throw invalidIdentity([{ path: 'name', ...name }]);
  const accountName = input.accountName.toLowerCase();
  const initialPassword = createInitialPassword();
  const now = ctx.kernel.clock.now();
  const batch = new WriteBatch();
  const staffId = await addStaff(ctx, batch, { name: name.normalized, organizationId: input.organizationId, postCodes: input.postCodes });
  writesFor<IdentityTables>(batch).insert('identity.credential', {
    accountId: staffId, kind: 'staff', accountName, mobileIndex: null, passwordHash: await hashPassword(initialPassword), passwordChangedAt: now,
    mustChangePassword: true, totpSecret: null, totpLastStep: null, createdAt: now,
  });
  batch.onViolation('credential_account_name_key', () => fail('identity.account-name-taken', { accountName }));
  recordAudit(ctx, batch, { action: 'identity.open-staff-account', objectType: 'account', objectId: staffId, detail: { accountName, organizationId: input.organizationId, postCodes: input.postCodes } });
  await commit(ctx, batch);
  return { staffId, initialPassword };
}
