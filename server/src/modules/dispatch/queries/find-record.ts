import { requireScope, holds } from '../../../kernel/access/index.ts';
import { liesInScope, scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { sql, type RawBuilder } from 'kysely';
import type { RecordRow } from '../engine/record.ts';
import type { DispatchTables } from '../tables.ts';

type Placed = Pick<RecordRow, 'organizationPath' | 'regionCode' | 'targetOrganizationPath'>;

/** Rows of cases that belong to one's scope, and of tasks that wait in it. */
export function inScope(ctx: Context, permission: string): RawBuilder<boolean> {
  const scope = requireScope(ctx, permission);
  const filter = (organizationPath: string): RawBuilder<boolean> => scopeFilter(scope, ctx.actor, { organizationPath, regionCode: 'r.regionCode' });
  return sql<boolean>`(${filter('r.organizationPath')} OR (r.target_organization_path IS NOT NULL AND ${filter('r.targetOrganizationPath')}))`;
}

/** Whether a row lies in the scope of a permission, by the same rule as `inScope`. */
export function isInScope(ctx: Context, permission: string, { organizationPath, regionCode, targetOrganizationPath }: Placed): boolean {
  if (!holds(ctx.actor, permission)) return false;
  const scope = requireScope(ctx, permission);
  return [organizationPath, targetOrganizationPath].some((path) => path !== null && liesInScope(scope, ctx.actor, { organizationPath: path, regionCode }));
}

/** The latest record of a task, whoever may see it. */
export async function unsafeFindCurrent(ctx: Context, taskId: string): Promise<RecordRow | undefined> {
  return tablesOf<DispatchTables>(ctx.kernel.db).selectFrom('dispatch.record').selectAll().where('taskId', '=', taskId).where('current', '=', true).executeTakeFirst();
}
