import { sql } from 'kysely';
import type { DataScope } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { CatalogTables } from '../tables.ts';
import { regionsAbove } from './list-licence-lives.ts';

/** What a published item does with a licence. */
export interface LicenceItem {
  readonly licenceTypeCode: string;
  readonly stage: string;
  readonly itemId: string;
  readonly versionId: string;
  readonly name: string;
  readonly departmentName: string;
  /** Whether the item lies in the scope that was asked for. */
  readonly within: boolean;
}

/** More than a region has of them. */
const MOST = 20_000;

/**
 * What the published items of a region and those above it do with licences: which issues, changes, renews, replaces, inspects
 * or ends which (CAT-07). Published guides are anyone's to read; `within` tells those that lie in the scope.
 */
export async function listLicenceItems(ctx: Context, regionCode: string, scope: DataScope): Promise<LicenceItem[]> {
  const within = scopeFilter(scope, ctx.actor, { organizationPath: 'i.organization_path', regionCode: 'i.region_code' });
  const { rows } = await sql<LicenceItem>`
    SELECT DISTINCT result ->> 'licenceTypeCode' AS licence_type_code, coalesce(result ->> 'licenceStage', 'issue') AS stage, i.id AS item_id, v.id AS version_id,
      v.elements ->> 'name' AS name, v.elements ->> 'departmentName' AS department_name, ${within} AS within
    FROM catalog.item_version v JOIN catalog.item i ON i.published_version_id = v.id CROSS JOIN LATERAL jsonb_array_elements(v.elements -> 'results') AS result
    WHERE v.state = 'published' AND jsonb_path_exists(v.elements -> 'results', '$[*].licenceTypeCode') AND v.elements ->> 'regionCode' = ANY(${regionsAbove(regionCode)}::text[])
      AND result ? 'licenceTypeCode'
    ORDER BY name, item_id LIMIT ${MOST}`.execute(tablesOf<CatalogTables>(ctx.kernel.db));
  return rows;
}
