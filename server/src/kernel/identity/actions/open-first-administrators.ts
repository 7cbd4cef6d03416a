import { recordAudit } from '../../audit/index.ts';
import type { AccessTables } from '../../access/tables.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../db/index.ts';
import { addOrganization, findOrganization } from '../../organization/services/organizations.ts';
import { fail } from '../errors.ts';
import { hashPassword } from '../password-hash.ts';
import { createInitialPassword } from '../services/initial-password.ts';
import type { IdentityTables } from '../tables.ts';
import type { OrganizationTables } from '../../organization/tables.ts';
import { chinaDate } from '../../clock/index.ts';

const administrators = [
  { accountName: 'system.admin', role: 'system-administrator', post: 'system-administration', name: '系统管理员' },
  { accountName: 'security.admin', role: 'security-administrator', post: 'security-administration', name: '安全管理员' },
  { accountName: 'audit.admin', role: 'audit-administrator', post: 'audit-administration', name: '审计管理员' },
] as const;

/** An account to hand over; the password must be changed and TOTP bound at the first sign-in. */
export interface FirstAdministrator {
  accountName: string;
  name: string;
  initialPassword: string;
}

/**
 * Opens the three administrators of a new installation, from whom all other accounts and roles come (ORG-04).
 * @throws identity.administrators-exist once there is any of them
 */
export async function openFirstAdministrators(ctx: Context, input: { organization: string; regionCode: string }): Promise<FirstAdministrator[]> {
  const tables = tablesOf<AccessTables>(ctx.kernel.db);
  const present = await tables.selectFrom('access.roleAssignment').select('id').where('roleCode', 'in', administrators.map(({ role }) => role)).where('endedAt', 'is', null).executeTakeFirst();
  if (present) throw fail('identity.administrators-exist');
  const batch = new WriteBatch();
  const organization = await findOrganization(ctx, { name: input.organization, regionCode: input.regionCode })
    ?? addOrganization(ctx, batch, { parent: null, name: input.organization, kind: 'department', regionCode: input.regionCode });
  const opened: FirstAdministrator[] = [];
  for (const administrator of administrators) opened.push(await openAdministrator(ctx, batch, administrator, organization.id));
  batch.onViolation('credential_account_name_key', () => fail('identity.administrators-exist'));
  await commit(ctx, batch);
  return opened;
}

async function openAdministrator(ctx: Context, batch: WriteBatch, { accountName, role, post, name }: (typeof administrators)[number], organizationId: string): Promise<FirstAdministrator> {
  const now = ctx.kernel.clock.now();
  const validFrom = chinaDate(now);
  const id = createId();
  const initialPassword = createInitialPassword();
  const writes = writesFor<IdentityTables & OrganizationTables & AccessTables>(batch);
  writes.insert('organization.staff', { id, name, organizationId, validFrom, validTo: null });
  writes.insert('organization.staffPost', { id: createId(), staffId: id, organizationId, postCode: post, validFrom, validTo: null });
  writes.insert('access.roleAssignment', {
    id: createId(), staffId: id, roleCode: role, scopeKind: 'all', scopeRegionCode: null, scopeOrganizationId: null, assignedAt: now, assignedBy: ctx.actor.id, endedBy: null,
  });
  writes.insert('identity.credential', {
    accountId: id, kind: 'staff', accountName, mobileIndex: null, passwordHash: await hashPassword(initialPassword), passwordChangedAt: now,
    mustChangePassword: true, totpSecret: null, totpLastStep: null, createdAt: now,
  });
  recordAudit(ctx, batch, { action: 'identity.open-staff-account', objectType: 'account', objectId: id, detail: { accountName, role } });
  return { accountName, name, initialPassword };
}
