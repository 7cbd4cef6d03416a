import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { CatalogTables } from '../tables.ts';

/** An item whose name is close to one that was asked for. */
export interface SimilarItem {
  readonly asked: string;
  readonly itemId: string;
  readonly name: string;
  readonly taskType: string;
  readonly organizationId: string;
  readonly organizationPath: string;
  readonly departmentName: string;
  readonly localTaskCode: string;
  readonly publishedVersionId: string | null;
  /** 0–1; 1 for the same name. */
  readonly similarity: number;
}

/** Above the 0.3 at which the index (operator %) begins to answer. */
const closeEnough = 0.45;
const mostEach = 5;

/** Items of a region with the same type and a name like each that is asked for, the closest first; retired ones are left out. */
export async function listSimilarItems(
  ctx: Pick<Context, 'kernel'>, regionCode: string, wanted: readonly { key: string; name: string; taskType: string }[],
): Promise<SimilarItem[]> {
  if (wanted.length === 0) return [];
  const { rows } = await sql<SimilarItem>`
    SELECT w.key AS asked, f.* FROM json_to_recordset(${JSON.stringify(wanted)}::json) AS w(key text, name text, "taskType" text)
    CROSS JOIN LATERAL (
      SELECT i.id AS item_id, i.name, i.task_type, i.organization_id, i.organization_path, i.department_name, i.local_task_code, i.published_version_id,
        similarity(i.name, w.name)::float8 AS similarity
      FROM catalog.item i
      WHERE i.name % w.name AND i.region_code = ${regionCode} AND i.task_type = w."taskType" AND i.latest_state <> 'retired' AND similarity(i.name, w.name) >= ${closeEnough}
      ORDER BY similarity(i.name, w.name) DESC, i.id LIMIT ${mostEach}
    ) f`.execute(tablesOf<CatalogTables>(ctx.kernel.db));
  return rows;
}
