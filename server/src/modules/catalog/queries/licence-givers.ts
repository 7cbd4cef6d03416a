import { sql } from 'kysely';
import type { Kernel } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { VersionState } from '../contract.ts';
import type { ItemElements } from '../elements.contract.ts';
import type { CatalogTables } from '../tables.ts';

/** A version of an item that gives a licence as its result, in force or on its way there. */
export interface LicenceGiver {
  readonly itemId: string;
  readonly versionId: string;
  readonly state: VersionState;
  readonly name: string;
  readonly departmentName: string;
  readonly organizationPath: string;
  readonly regionCode: string;
  /** Whether approval issues it; otherwise it is only named among the results. */
  readonly issues: boolean;
  readonly elements: Pick<ItemElements, 'questionnaire' | 'handling' | 'forms'>;
}

/** More than give one licence. */
const most = 200;
const standing = sql`v.state IN ('draft', 'in-review', 'approved', 'published')`;
/** Ending a licence gives none. */
const named = (code: string) => sql`${JSON.stringify([{ licenceTypeCode: code }])}::jsonb`;
const given = (code: string) => sql`EXISTS (SELECT FROM jsonb_array_elements(v.elements -> 'results') AS r WHERE r ->> 'licenceTypeCode' = ${code} AND coalesce(r ->> 'licenceStage', 'issue') <> 'end')`;

/** Versions that give a licence, those in force first; whoever shows them checks the scope. */
export async function listLicenceGivers(kernel: Kernel, code: string): Promise<LicenceGiver[]> {
  const { rows } = await sql<LicenceGiver>`
    SELECT i.id AS item_id, v.id AS version_id, v.state, v.elements ->> 'name' AS name, i.department_name, i.organization_path, i.region_code,
      coalesce(v.elements #>> '{handling,licenceTypeCode}' = ${code}, false) AS issues,
      jsonb_build_object('questionnaire', v.elements -> 'questionnaire', 'handling', v.elements -> 'handling', 'forms', v.elements -> 'forms') AS elements
    FROM catalog.item_version v JOIN catalog.item i ON i.id = v.item_id
    WHERE v.id IN (
        SELECT v.id FROM catalog.item_version v WHERE ${standing} AND v.elements #>> '{handling,licenceTypeCode}' = ${code}
        UNION ALL
        SELECT v.id FROM catalog.item_version v WHERE ${standing} AND jsonb_path_exists(v.elements -> 'results', '$[*].licenceTypeCode') AND v.elements -> 'results' @> ${named(code)} AND ${given(code)})
      AND (v.state <> 'published' OR v.id = i.published_version_id)
    ORDER BY v.state <> 'published', i.name, v.id LIMIT ${most}`.execute(tablesOf<CatalogTables>(kernel.db));
  // A member that is absent is JSON null here.
  return rows.map((row) => (row.elements.questionnaire ? row : { ...row, elements: { handling: row.elements.handling, forms: row.elements.forms } }));
}

/** How many published items give each of these licences as their result. */
export async function countLicenceGivers(kernel: Kernel, codes: readonly string[]): Promise<Map<string, number>> {
  if (codes.length === 0) return new Map();
  const { rows } = await sql<{ code: string; count: number }>`
    SELECT found.code, count(DISTINCT found.item_id)::int AS count FROM (
      SELECT v.elements #>> '{handling,licenceTypeCode}' AS code, v.item_id, v.id FROM catalog.item_version v
      WHERE v.state = 'published' AND v.elements #>> '{handling,licenceTypeCode}' = ANY(${[...codes]}::text[])
      UNION ALL
      SELECT r ->> 'licenceTypeCode', v.item_id, v.id FROM catalog.item_version v CROSS JOIN LATERAL jsonb_array_elements(v.elements -> 'results') AS r
      WHERE v.state = 'published' AND jsonb_path_exists(v.elements -> 'results', '$[*].licenceTypeCode')
        AND r ->> 'licenceTypeCode' = ANY(${[...codes]}::text[]) AND coalesce(r ->> 'licenceStage', 'issue') <> 'end'
    ) AS found JOIN catalog.item i ON i.published_version_id = found.id GROUP BY found.code`.execute(tablesOf<CatalogTables>(kernel.db));
  return new Map(rows.map(({ code, count }) => [code, count]));
}
