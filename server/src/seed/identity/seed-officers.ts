import { sm3 } from '@tongban/gm-crypto';
import { Secret } from 'otpauth';
import type { AccessTables } from '../../kernel/access/tables.ts';
import type { Context } from '../../kernel/context.ts';
import { createId, writesFor, type WriteBatch } from '../../kernel/db/index.ts';
import { columns } from '../../kernel/identity/columns.ts';
import type { IdentityTables } from '../../kernel/identity/tables.ts';
import { addPosts } from '../../kernel/organization/services/staff.ts';
import type { OrganizationTables } from '../../kernel/organization/tables.ts';
import { personalDataCipher } from '../../kernel/personal-data/index.ts';
import { demoOfficers, type DemoOfficer } from './demo-staff.ts';
import type { SeededOrganization } from './seed-organizations.ts';

type Tables = IdentityTables & OrganizationTables & AccessTables;

const validFrom = '2024-01-02';

/** The fixed TOTP secret of a demonstration account, so that people and journeys can sign in. */
export function demoTotpSecret(accountName: string): string {
  const digest = sm3(`tongban demonstration: ${accountName}`).subarray(0, 20);
  return new Secret({ buffer: new Uint8Array(digest).buffer }).base32;
}

/** Adds the demonstration's officers with posts, roles and credentials to the batch. */
export function addDemoOfficers(ctx: Context, batch: WriteBatch, organizations: ReadonlyMap<string, SeededOrganization>, secret: { password: string; passwordHash: string }): void {
  demoOfficers.forEach((officer, position) => {
    const organization = organizations.get(officer.workplace);
    if (!organization) throw new Error(`no demonstration organisation ${officer.workplace}`);
    addOfficer(ctx, batch, officer, organization, { ...secret, position });
  });
}

function addOfficer(ctx: Context, batch: WriteBatch, officer: DemoOfficer, organization: SeededOrganization, demo: { password: string; passwordHash: string; position: number }): void {
  const writes = writesFor<Tables>(batch);
  const now = ctx.kernel.clock.now();
  const id = createId();
  writes.insert('organization.staff', { id, name: officer.name, organizationId: organization.id, validFrom, validTo: null });
  addPosts(batch, id, organization.id, officer.posts, validFrom);
  const organizationWide = officer.scope === 'organization';
  writes.insert('access.roleAssignment', officer.roles.map((roleCode) => ({
    id: createId(), staffId: id, roleCode, scopeKind: officer.scope, scopeRegionCode: null, scopeOrganizationId: organizationWide ? organization.id : null,
    assignedAt: now, assignedBy: ctx.actor.id, endedBy: null,
  })));
  writes.insert('identity.credential', {
    accountId: id, kind: 'staff', accountName: officer.accountName, mobileIndex: null, passwordHash: demo.passwordHash, passwordChangedAt: now,
    totpSecret: personalDataCipher(ctx.kernel).encrypt(columns.totpSecret, id, demoTotpSecret(officer.accountName)), totpConfirmedAt: now, totpLastStep: null, createdAt: now,
  });
  writes.insert('identity.demoAccount', { accountId: id, accountName: officer.accountName, password: demo.password, description: officer.description, position: 100 + demo.position });
}
