import { sql } from 'kysely';
import type { Context } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import type { Organization } from '../contract.ts';
import type { OrganizationTables } from '../tables.ts';

/** The organisation of this full or short name in a region that was closed last. */
export async function findClosedOrganization(ctx: Pick<Context, 'kernel'>, { name, regionCode }: { name: string; regionCode: string }): Promise<Organization | undefined> {
  return tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.organization').selectAll()
    .where((eb) => eb.or([eb('name', '=', name), eb('shortName', '=', name)])).where('regionCode', '=', regionCode.padEnd(12, '0')).where('validTo', 'is not', null)
    .orderBy('validTo', 'desc').orderBy('id', 'desc').executeTakeFirst();
}

/**
 * Who goes on with the work of each organisation that was merged, at the end of the chain of mergers; one that was not merged
 * is left out. The last of a chain may have been closed since.
 */
export async function listSuccessors(ctx: Pick<Context, 'kernel'>, ids: readonly string[]): Promise<Map<string, Organization>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Organization & { mergedId: string }>`
    WITH RECURSIVE chain AS (
      SELECT id AS merged_id, merged_into AS id FROM organization.organization WHERE id = ANY(${ids}::uuid[]) AND merged_into IS NOT NULL
      UNION SELECT c.merged_id, o.merged_into FROM chain c JOIN organization.organization o ON o.id = c.id WHERE o.merged_into IS NOT NULL)
    SELECT c.merged_id, o.* FROM chain c JOIN organization.organization o ON o.id = c.id WHERE o.merged_into IS NULL`
    .execute(tablesOf<OrganizationTables>(ctx.kernel.db));
  return new Map(rows.map(({ mergedId, ...organization }) => [mergedId, organization]));
}
