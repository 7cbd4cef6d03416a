import { covers, requireScope, singleScopes } from '../../../kernel/access/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { OrganizationTables } from '../../../kernel/organization/tables.ts';
import type { LicenceRecord } from '../actions/issue-licence.ts';
import type { LicenceState } from '../contract.ts';
import { fail } from '../errors.ts';
import type { LicencesTables } from '../tables.ts';

type Tables = LicencesTables & Pick<OrganizationTables, 'organization.organization'>;

/** The state a licence is in today; a valid one whose last day has passed is expired. */
export function stateOf(ctx: Context, record: Pick<LicenceRecord, 'state' | 'validTo'>): LicenceState {
  return record.state === 'valid' && record.validTo !== null && record.validTo < chinaDate(ctx.kernel.clock.now()) ? 'expired' : record.state;
}

/** Whether the licence belongs to the person, or to whom the person acts for in this session. */
export function isHolder(ctx: Context, record: LicenceRecord): boolean {
  const { actor } = ctx;
  if (actor.kind !== 'person') return false;
  const holder = actor.actingFor ?? { kind: 'person' as const, id: actor.id };
  return record.holderKind === holder.kind && record.holderId === holder.id;
}

async function findWithPath(ctx: Context, licenceId: string) {
  return tablesOf<Tables>(ctx.kernel.db).selectFrom('licences.licence as l').leftJoin('organization.organization as o', 'o.id', 'l.issuerId')
    .selectAll('l').select('o.path as issuerPath').where('l.id', '=', licenceId).executeTakeFirst();
}

/** Whether the officer's permission reaches the issuer of a licence. */
export function reaches(ctx: Context, permission: string, record: { issuerPath: string | null; regionCode: string }): boolean {
  const { actor } = ctx;
  if (actor.kind !== 'staff' || !actor.permissions.has(permission)) return false;
  return singleScopes(requireScope(ctx, permission)).some((scope) => (
    scope.kind === 'own'
      ? record.issuerPath === actor.organizationPath
      : covers(scope, actor, { organizationPath: record.issuerPath, regionCode: record.regionCode })));
}

/** The licence for its holder or an officer of the issuer. @throws licences.not-found for anyone else */
export async function getLicenceRecord(ctx: Context, licenceId: string): Promise<LicenceRecord> {
  const found = await findWithPath(ctx, licenceId);
  if (!found || (!isHolder(ctx, found) && !reaches(ctx, 'licences.licence.view', found))) throw fail('licences.not-found');
  return found;
}

/** The licence for an officer whose permission reaches its issuer. @throws licences.not-found */
export async function getOfficeLicence(ctx: Context, licenceId: string, permission: string): Promise<LicenceRecord> {
  const found = await findWithPath(ctx, licenceId);
  if (!found || !reaches(ctx, permission, found)) throw fail('licences.not-found');
  return found;
}
