import { sql } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import { requireScope } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import type { listProcessUses as listOperation, ProcessUse } from '../contract.ts';
import type { CatalogTables } from '../tables.ts';

/** Item versions in the actor's scope that use a process, in force or on their way there: "who uses this". */
export async function listProcessUses(ctx: Context, key: string, { limit = 20, cursor }: QueryOf<typeof listOperation>): Promise<Page<ProcessUse>> {
  const within = scopeFilter(requireScope(ctx, 'catalog.item.view'), ctx.actor, { organizationPath: 'i.organization_path', regionCode: 'i.region_code' });
  const after = cursor === undefined ? sql`true` : sql`v.id > ${cursorId(decodeCursor(cursor, 1)[0])}::uuid`;
  const { rows } = await sql<ProcessUse>`
    SELECT v.item_id, v.id AS version_id, v.elements ->> 'name' AS item_name, i.department_name, v.number AS version_number, v.state AS version_state,
      (v.elements #>> '{handling,processVersion}')::int AS process_version
    FROM catalog.item_version v JOIN catalog.item i ON i.id = v.item_id
    WHERE v.state IN ('draft', 'in-review', 'approved', 'published') AND v.elements #>> '{handling,processKey}' = ${key} AND ${within} AND ${after}
    ORDER BY v.id LIMIT ${limit + 1}`.execute(tablesOf<CatalogTables>(ctx.kernel.db));
  return pageOf(rows, limit, ({ versionId }) => [versionId], (row) => row);
}
