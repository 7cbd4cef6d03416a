import { sql } from 'kysely';
import { requireScope, singleScopes } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { AdjustmentRow } from '../change.contract.ts';
import { shouldClaim } from '../claims/slots.ts';
import type { DirectoryTables } from '../tables.ts';
import type { Period } from './period.ts';

/**
 * 动态调整统计表 (CAT-09): by department, entries that were added for it to claim, entries of its lists that changed or were
 * cancelled, and elements it applied, refused or still has before it.
 */
export async function readAdjustmentReport(ctx: Context, { since, before, regionPrefix }: Period): Promise<AdjustmentRow[]> {
  const scope = requireScope(ctx, 'directory.report.view');
  const visible = scopeFilter(scope, ctx.actor, { organizationPath: 'o.path', regionCode: 'o.region_code' });
  const here = `${regionPrefix}%`;
  const wide = singleScopes(scope).filter(({ kind }) => kind === 'all' || kind === 'region');
  const unassigned = wide.length > 0 ? scopeFilter({ kind: 'several', scopes: wide }, ctx.actor, { organizationPath: 'p.region_code', regionCode: 'p.region_code' }) : sql<boolean>`false`;
  const { rows } = await sql<AdjustmentRow>`
    SELECT n.organization_id, coalesce(max(o.short_name), max(o.name), '未指定部门') AS organization_name,
      (count(*) FILTER (WHERE n.kind = 'added'))::int AS added, (count(DISTINCT n.id) FILTER (WHERE n.kind = 'changed'))::int AS changed,
      (count(DISTINCT n.id) FILTER (WHERE n.kind = 'cancelled'))::int AS cancelled, (count(*) FILTER (WHERE n.kind = 'applied'))::int AS applied,
      (count(*) FILTER (WHERE n.kind = 'refused'))::int AS refused, (count(*) FILTER (WHERE n.kind = 'open'))::int AS open
    FROM (
      SELECT d.organization_id, a.kind, a.id, p.region_code FROM directory.adjustment a JOIN directory.entry e ON e.id = a.entry_id JOIN directory.participant p ON ${shouldClaim}
        LEFT JOIN directory.duty d ON d.region_code = p.region_code AND d.guidance_department = e.guidance_department
        WHERE a.kind = 'added' AND a.at >= ${since} AND a.at < ${before} AND p.region_code LIKE ${here} AND (d.organization_id IS NOT NULL OR ${unassigned})
      UNION ALL
      SELECT c.organization_id, a.kind, a.id, c.region_code FROM directory.adjustment a JOIN directory.claim c ON c.entry_id = a.entry_id
        AND c.item_id IS NOT NULL AND c.state IN ('confirmed', 'ended') AND c.decided_at <= a.at
        WHERE a.kind <> 'added' AND a.at >= ${since} AND a.at < ${before} AND c.region_code LIKE ${here}
      UNION ALL
      SELECT c.organization_id, x.state, x.id, c.region_code FROM directory.difference x JOIN directory.claim c ON c.id = x.claim_id
        WHERE c.region_code LIKE ${here} AND ((x.state IN ('applied', 'refused') AND x.decided_at >= ${since} AND x.decided_at < ${before})
          OR (x.state = 'open' AND x.opened_at < ${before}))
    ) n LEFT JOIN organization.organization o ON o.id = n.organization_id
    WHERE n.organization_id IS NULL OR ${visible}
    GROUP BY n.organization_id ORDER BY max(o.path) NULLS LAST`.execute(tablesOf<DirectoryTables>(ctx.kernel.db));
  return rows;
}
