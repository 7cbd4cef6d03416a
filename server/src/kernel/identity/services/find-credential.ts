import type { Context } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import type { OrganizationTables } from '../../organization/tables.ts';
import type { IdentityTables } from '../tables.ts';

function credentials(ctx: Context) {
  return tablesOf<IdentityTables & OrganizationTables>(ctx.kernel.db).selectFrom('identity.credential as credential')
    .leftJoin('organization.staff as staff', 'staff.id', 'credential.accountId')
    .leftJoin('identity.person as person', 'person.id', 'credential.accountId')
    .selectAll('credential').select(['staff.name as staffName', 'staff.organizationId', 'person.name as personName']);
}

/** What signs an account in, with the name of its holder. */
export type Credential = NonNullable<Awaited<ReturnType<typeof findCredential>>>;

/** Finds the credential of an account. */
export async function findCredential(ctx: Context, accountId: string) {
  return credentials(ctx).where('credential.accountId', '=', accountId).executeTakeFirst();
}

/** Finds an officer's credential by account name, whichever case it was typed in. */
export async function findStaffCredential(ctx: Context, accountName: string): Promise<Credential | undefined> {
  return credentials(ctx).where('credential.accountName', '=', accountName.trim().toLowerCase()).executeTakeFirst();
}
