import type { Static } from '@tongban/contract-kit';
import { maskName } from '@tongban/identifiers';
import type { Context } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import type { OrganizationTables } from '../../organization/tables.ts';
import { personalDataCipher } from '../../personal-data/index.ts';
import { columns } from '../columns.ts';
import type { DemoAccount } from '../contract.ts';
import type { IdentityTables } from '../tables.ts';
import { totpCodeAt } from '../totp.ts';

const stepSeconds = 30;

/** The demonstration's accounts with what signs them in; empty where no demonstration was seeded or it is switched off. */
export async function listDemoAccounts(ctx: Context): Promise<Static<typeof DemoAccount>[]> {
  if (!ctx.kernel.config.demo) return [];
  const rows = await tablesOf<IdentityTables & OrganizationTables>(ctx.kernel.db).selectFrom('identity.demoAccount as demo')
    .innerJoin('identity.credential as credential', 'credential.accountId', 'demo.accountId')
    .leftJoin('organization.staff as staff', 'staff.id', 'demo.accountId').leftJoin('identity.person as person', 'person.id', 'demo.accountId')
    .select(['demo.accountId', 'demo.accountName', 'demo.password', 'demo.description', 'credential.kind', 'credential.totpSecret', 'credential.totpLastStep', 'staff.name as staffName', 'person.name as personName'])
    .orderBy('demo.position').execute();
  return rows.map((row) => ({
    kind: row.kind, accountName: row.accountName, password: row.password, name: row.staffName ?? row.personName ?? maskName(row.accountName), description: row.description,
    totpCode: row.totpSecret === null ? null : nextCode(ctx, row.accountId, row.totpSecret, row.totpLastStep ?? 0),
  }));
}

/** The first code that would still be accepted: one was perhaps used a moment ago; null when all of this moment are. */
function nextCode(ctx: Context, accountId: string, encrypted: string, lastStep: number): string | null {
  const secret = personalDataCipher(ctx.kernel).decrypt(columns.totpSecret, accountId, encrypted);
  const current = Math.floor(ctx.kernel.clock.now().getTime() / 1_000 / stepSeconds);
  const step = Math.max(current, lastStep + 1);
  return step > current + 1 ? null : totpCodeAt(secret, new Date(step * stepSeconds * 1_000));
}
