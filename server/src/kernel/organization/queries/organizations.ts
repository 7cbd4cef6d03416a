import { sql } from 'kysely';
import { covers, requireScope, singleScopes } from '../../access/index.ts';
import { chinaDate } from '../../clock/index.ts';
import type { Context } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import type { Organization } from '../contract.ts';
import type { OrganizationTables } from '../tables.ts';

/**
 * Organisations as they stood on a day (today unless told), ordered so that each follows its parent.
 * A former name or place is answered for the days on which it held.
 */
export async function listOrganizations(ctx: Context, query: { regionCode?: string; underId?: string; onDate?: string }): Promise<Organization[]> {
  const scope = requireScope(ctx, 'organization.organization.view');
  const date = query.onDate ?? chinaDate(ctx.kernel.clock.now());
  const columns = ['id', 'parentId', 'path', 'name', 'shortName', 'code', 'kind', 'regionCode', 'duties', 'validFrom', 'validTo', 'revision', 'mergedInto'] as const;
  const tables = tablesOf<OrganizationTables>(ctx.kernel.db);
  const rows = await tables.selectFrom(
    tables.selectFrom('organization.organization').select(columns)
      .unionAll(tables.selectFrom('organization.formerOrganization').select([
        'organizationId as id', 'parentId', 'path', 'name', 'shortName', 'code', sql<Organization['kind']>`kind`.as('kind'), 'regionCode', 'duties', 'validFrom', 'validTo', 'revision', sql<string | null>`NULL::uuid`.as('mergedInto'),
      ])).as('organization'))
    .selectAll().where('validFrom', '<=', date)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', date)]))
    .$if(query.regionCode !== undefined, (found) => found.where('regionCode', '=', query.regionCode?.padEnd(12, '0') ?? ''))
    .$if(query.underId !== undefined, (found) => found.where('path', 'like', `%/${query.underId}/%`))
    .orderBy('path').execute();
  // Every officer may see the organisation they work in needs no role; the tree itself holds no personal data.
  return singleScopes(scope).some(({ kind }) => kind === 'own') ? rows : rows.filter((row) => covers(scope, ctx.actor, { organizationPath: row.path, regionCode: row.regionCode }));
}
