import { sql } from 'kysely';
import { chinaDate } from '../../clock/index.ts';
import type { Context } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import type { ActingChoice } from '../contract.ts';
import type { IdentityTables } from '../tables.ts';

/** The mandate by which a person may act for somebody today in every one of some kinds of item (IDN-03). */
export async function findActingChoice(ctx: Context, agentId: string, principal: { kind: 'person' | 'company'; id: string }, itemTypes: readonly string[]): Promise<ActingChoice | undefined> {
  return (await listActingChoices(ctx, agentId)).find(({ kind, id, itemCategories }) =>
    kind === principal.kind && id === principal.id && (!itemCategories || itemTypes.every((type) => itemCategories.includes(type))));
}

/** The mandates by which a person may act today: accepted, within their period, not revoked (IDN-03). */
export async function listActingChoices(ctx: Context, agentId: string): Promise<ActingChoice[]> {
  const today = chinaDate(ctx.kernel.clock.now());
  return tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.mandate as mandate')
    .leftJoin('identity.company as company', 'company.id', 'mandate.principalCompanyId')
    .leftJoin('identity.person as principal', 'principal.id', 'mandate.principalPersonId')
    .select((eb) => [
      'mandate.id as mandateId', 'mandate.principalKind as kind', 'mandate.basis', 'mandate.itemCategories', 'mandate.validUntil',
      sql<string>`coalesce(mandate.principal_company_id, mandate.principal_person_id)`.as('id'),
      eb.fn.coalesce('company.name', 'principal.name').$castTo<string>().as('name'),
    ])
    .where('mandate.agentId', '=', agentId).where('mandate.state', '=', 'accepted').where('mandate.validFrom', '<=', today)
    .where((eb) => eb.or([eb('mandate.validUntil', 'is', null), eb('mandate.validUntil', '>=', today)]))
    .orderBy('mandate.offeredAt').execute();
}
