import { sql } from 'kysely';
import type { Actor, DataScope } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { OrganizationTables } from '../../../kernel/organization/tables.ts';
import type { CasesTables } from '../tables.ts';

/** States in which a case still goes on. */
const openStatuses = ['submitted', 'supplementing', 'accepted', 'paused', 'decided'] as const;

/** How many cases of each item are under way, whatever version they are pinned to; items without any are left out. */
export async function countOpenCases(ctx: Pick<Context, 'kernel'>, itemIds: readonly string[]): Promise<Map<string, number>> {
  if (itemIds.length === 0) return new Map();
  const rows = await tablesOf<CasesTables>(ctx.kernel.db).selectFrom('cases.case').select(['itemId', sql<number>`count(*)::int`.as('count')])
    .where('itemId', 'in', [...new Set(itemIds)]).where('status', 'in', openStatuses).groupBy('itemId').execute();
  return new Map(rows.map(({ itemId, count }) => [itemId, count]));
}

type Tables = CasesTables & Pick<OrganizationTables, 'organization.organization'>;

/** Cases that organisations received in a period and how many of them are closed, within a scope and below a region. */
export async function countCasesOfOrganizations(
  ctx: Context, scope: DataScope, actor: Actor, period: { since: Date; before: Date; regionPrefix: string },
): Promise<Map<string, { cases: number; closed: number }>> {
  const rows = await tablesOf<Tables>(ctx.kernel.db).selectFrom('cases.case as c').innerJoin('organization.organization as o', 'o.id', 'c.organizationId')
    .select(['c.organizationId', sql<number>`count(*)::int`.as('cases'), sql<number>`(count(*) FILTER (WHERE c.closed_at IS NOT NULL))::int`.as('closed')])
    .where('c.submittedAt', '>=', period.since).where('c.submittedAt', '<', period.before).where('c.regionCode', 'like', `${period.regionPrefix}%`)
    .where(scopeFilter(scope, actor, { organizationPath: 'o.path', regionCode: 'c.regionCode' })).groupBy('c.organizationId').execute();
  return new Map(rows.map(({ organizationId, cases, closed }) => [organizationId, { cases, closed }]));
}
