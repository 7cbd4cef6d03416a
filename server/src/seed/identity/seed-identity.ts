import { commit } from '../../kernel/commit.ts';
import { recordAudit } from '../../kernel/audit/index.ts';
import type { Context } from '../../kernel/context.ts';
import { tablesOf, WriteBatch } from '../../kernel/db/index.ts';
import { hashPassword } from '../../kernel/identity/password-hash.ts';
import type { IdentityTables } from '../../kernel/identity/tables.ts';
import { findOrganization } from '../../kernel/organization/index.ts';
import { demoDepartments, districtRegion } from '../content/index.ts';
import { addDemoCitizens } from './seed-citizens.ts';
import { addDemoOrganizations, type SeededOrganization } from './seed-organizations.ts';
import { addDemoOfficers } from './seed-officers.ts';

/** The one password of all demonstration accounts. */
export const demoPassword = 'Tongban@2026';

/** An account to show to whoever starts the demonstration. */
export interface SeededAccount {
  kind: 'staff' | 'person';
  accountName: string;
  description: string;
}

/** What other seeds build on. */
export interface SeededIdentity {
  /** By short name: 区住建局 …, 区政府, 区政务服务中心. */
  organizations: ReadonlyMap<string, SeededOrganization>;
  accounts: readonly SeededAccount[];
  /** False when an earlier start had seeded it. */
  fresh: boolean;
}

/**
 * Seeds the demonstration's organisations, officers, citizens, companies and mandates, once. All accounts share one
 * password; officers' TOTP codes are shown by the sign-in page of a demonstration.
 */
export async function seedIdentity(ctx: Context): Promise<SeededIdentity> {
  const before = await readAccounts(ctx);
  if (before.length > 0) return { organizations: await findDemoOrganizations(ctx), accounts: before, fresh: false };
  const batch = new WriteBatch();
  const passwordHash = await hashPassword(demoPassword);
  const organizations = addDemoOrganizations(ctx, batch);
  addDemoOfficers(ctx, batch, organizations, { password: demoPassword, passwordHash });
  addDemoCitizens(ctx, batch, { password: demoPassword, passwordHash });
  recordAudit(ctx, batch, { action: 'identity.seed-demonstration', objectType: 'installation', objectId: 'demonstration' });
  await commit(ctx, batch);
  return { organizations, accounts: await readAccounts(ctx), fresh: true };
}

async function readAccounts(ctx: Context): Promise<SeededAccount[]> {
  return tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.demoAccount as demo')
    .innerJoin('identity.credential as credential', 'credential.accountId', 'demo.accountId')
    .select(['credential.kind', 'demo.accountName', 'demo.description']).orderBy('demo.position').execute();
}

async function findDemoOrganizations(ctx: Context): Promise<Map<string, SeededOrganization>> {
  const found = new Map<string, SeededOrganization>();
  for (const shortName of [...demoDepartments.map((department) => department.shortName), '区政府', '区卫健局', '区政务服务中心']) {
    const organization = await findOrganization(ctx, { name: shortName, regionCode: districtRegion });
    if (organization) found.set(shortName, organization);
  }
  return found;
}
