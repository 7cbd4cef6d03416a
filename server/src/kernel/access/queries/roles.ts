import type { Page, Static } from '@tongban/contract-kit';
import { sql } from 'kysely';
import type { Context } from '../../context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../db/index.ts';
import type { OrganizationTables } from '../../organization/tables.ts';
import type { Permission, Role, RoleAssignment } from '../contract.ts';
import { fail } from '../errors.ts';
import type { AccessTables } from '../tables.ts';

/** All permissions by module. */
export async function listPermissions(ctx: Context): Promise<Static<typeof Permission>[]> {
  return tablesOf<AccessTables>(ctx.kernel.db).selectFrom('access.permission').select(['code', 'label', 'module', 'administration'])
    .orderBy('module').orderBy('code').execute();
}

/** All roles. */
export async function listRoles(ctx: Context): Promise<Role[]> {
  return tablesOf<AccessTables>(ctx.kernel.db).selectFrom('access.role').select(['code', 'name', 'administration', 'permissions', 'revision']).orderBy('code').execute();
}

/** One role. @throws access.role-not-found */
export async function getRole(ctx: Context, code: string): Promise<Role> {
  const role = (await listRoles(ctx)).find((one) => one.code === code);
  if (!role) throw fail('access.role-not-found');
  return role;
}

function assignments(ctx: Context) {
  return tablesOf<AccessTables & OrganizationTables>(ctx.kernel.db).selectFrom('access.roleAssignment as assignment')
    .innerJoin('access.role as role', 'role.code', 'assignment.roleCode')
    .innerJoin('organization.staff as staff', 'staff.id', 'assignment.staffId')
    .leftJoin('organization.organization as organization', 'organization.id', 'assignment.scopeOrganizationId')
    .leftJoin('organization.staff as assigner', (join) => join.on(sql<boolean>`assigner.id::text = assignment.assigned_by`))
    .select([
      'assignment.id', 'assignment.scopeKind', 'assignment.scopeRegionCode', 'assignment.assignedAt', 'assignment.assignedBy',
      'staff.id as staffId', 'staff.name as staffName', 'role.code as roleCode', 'role.name as roleName',
      'organization.id as organizationId', 'organization.name as organizationName', 'assigner.name as assignerName',
    ]).where('assignment.endedAt', 'is', null);
}

type Row = Awaited<ReturnType<ReturnType<typeof assignments>['execute']>>[number];

function present(row: Row): RoleAssignment {
  const organization = row.organizationId === null || row.organizationName === null ? null : { id: row.organizationId, name: row.organizationName };
  return {
    id: row.id, staff: { id: row.staffId, name: row.staffName }, role: { code: row.roleCode, name: row.roleName },
    scope: { kind: row.scopeKind, regionCode: row.scopeRegionCode, organization },
    assignedAt: row.assignedAt.toISOString(), assignedBy: row.assignerName ?? row.assignedBy,
  };
}

/** Roles held, newest first. */
export async function listRoleAssignments(ctx: Context, query: { limit?: number; cursor?: string; staffId?: string; roleCode?: string }): Promise<Page<RoleAssignment>> {
  const limit = query.limit ?? 20;
  const before = query.cursor === undefined ? undefined : String(decodeCursor(query.cursor, 1)[0]);
  const rows = await assignments(ctx)
    .$if(query.staffId !== undefined, (found) => found.where('assignment.staffId', '=', query.staffId ?? ''))
    .$if(query.roleCode !== undefined, (found) => found.where('assignment.roleCode', '=', query.roleCode ?? ''))
    .$if(before !== undefined, (found) => found.where('assignment.id', '<', before ?? ''))
    .orderBy('assignment.id', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, (row) => [row.id], present);
}

/** One role held. @throws access.assignment-not-found */
export async function getRoleAssignment(ctx: Context, id: string): Promise<RoleAssignment> {
  const row = await assignments(ctx).where('assignment.id', '=', id).executeTakeFirst();
  if (!row) throw fail('access.assignment-not-found');
  return present(row);
}
