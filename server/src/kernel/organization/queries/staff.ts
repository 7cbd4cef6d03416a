import type { Page } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { requireScope } from '../../access/index.ts';
import { scopeFilter } from '../../access/scope-filter.ts';
import type { Context } from '../../context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../db/index.ts';
import { fail as kernelFail } from '../../errors/kernel-errors.ts';
import type { Post, StaffMember } from '../contract.ts';
import type { OrganizationTables } from '../tables.ts';

function staff(ctx: Context) {
  return tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.staff as staff')
    .innerJoin('organization.organization as organization', 'organization.id', 'staff.organizationId')
    .select([
      'staff.id', 'staff.name', 'staff.validTo', 'organization.id as organizationId', 'organization.name as organizationName', 'organization.regionCode', 'organization.path',
      sql<string | null>`(SELECT account_name FROM identity.credential c WHERE c.account_id = staff.id)`.as('accountName'),
      sql<Post[]>`(SELECT coalesce(json_agg(json_build_object('code', p.code, 'name', p.name) ORDER BY p.position), '[]')
        FROM organization.staff_post sp JOIN organization.post p ON p.code = sp.post_code WHERE sp.staff_id = staff.id AND sp.valid_to IS NULL)`.as('posts'),
      sql<{ code: string; name: string }[]>`(SELECT coalesce(json_agg(DISTINCT jsonb_build_object('code', r.code, 'name', r.name)), '[]')
        FROM access.role_assignment ra JOIN access.role r ON r.code = ra.role_code WHERE ra.staff_id = staff.id AND ra.ended_at IS NULL)`.as('roles'),
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof staff>['execute']>>[number];

function present(row: Row): StaffMember {
  return {
    id: row.id, name: row.name, accountName: row.accountName, organization: { id: row.organizationId, name: row.organizationName },
    posts: row.posts, roles: row.roles, validTo: row.validTo,
  };
}

/** A colleague as anybody of the department may know them, to hand work over: not how they sign in. */
function presentColleague(row: Row): StaffMember {
  return { ...present(row), accountName: null, roles: [] };
}

/** An officer with posts and roles. @throws kernel.not-found */
export async function getStaffMember(ctx: Context, id: string): Promise<StaffMember & { organizationPath: string; regionCode: string }> {
  const row = await staff(ctx).where('staff.id', '=', id).executeTakeFirst();
  if (!row) throw kernelFail('kernel.not-found', { what: '这位工作人员' });
  return { ...present(row), organizationPath: row.path, regionCode: row.regionCode };
}

/** Officers within the reader's scope, by name: those of the own organisation for everybody, since work is handed over to them. */
export async function listStaff(ctx: Context, query: { limit?: number; cursor?: string; organizationId?: string; search?: string }): Promise<Page<StaffMember>> {
  const scope = requireScope(ctx, 'organization.staff.view');
  const limit = query.limit ?? 20;
  const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, 2);
  const search = query.search?.trim() ?? '';
  const rows = await staff(ctx)
    .where(scopeFilter(scope, ctx.actor, { organizationPath: 'organization.path', regionCode: 'organization.regionCode' }))
    .$if(query.organizationId !== undefined, (found) => found.where('staff.organizationId', '=', query.organizationId ?? ''))
    .$if(search !== '', (found) => found.where('staff.name', 'like', `%${search.replace(/[\\%_]/g, '\\$&')}%`))
    .$if(after !== undefined, (found) => found.where(sql<boolean>`(staff.name, staff.id) > (${after?.[0]}, ${after?.[1]}::uuid)`))
    .orderBy('staff.name').orderBy('staff.id').limit(limit + 1).execute();
  return pageOf(rows, limit, (row) => [row.name, row.id], scope.kind === 'own' ? presentColleague : present);
}
