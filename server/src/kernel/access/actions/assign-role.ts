import { recordAudit } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { createId, runText, transact, WriteBatch, writesFor } from '../../db/index.ts';
import { fail as kernelFail } from '../../errors/kernel-errors.ts';
import { findRegion } from '../../organization/queries/regions.ts';
import { getOrganization } from '../../organization/services/organizations.ts';
import type { OrganizationTables } from '../../organization/tables.ts';
import { authorize } from '../index.ts';
import { fail } from '../errors.ts';
import { findAssignmentFault } from '../separation-of-duties.ts';
import type { AccessTables } from '../tables.ts';
import { getRole } from '../queries/roles.ts';

export interface RoleInput {
  staffId: string;
  roleCode: string;
  scope: { kind: 'all' | 'region' | 'organization' | 'own'; regionCode?: string; organizationId?: string };
}

/** The scope as columns. @throws access.incomplete-scope, kernel.not-found */
async function scopeColumns(ctx: Context, { kind, regionCode, organizationId }: RoleInput['scope']) {
  if (kind === 'region') {
    const region = regionCode === undefined ? undefined : await findRegion(ctx, regionCode);
    if (!region) throw fail('access.incomplete-scope');
    return { scopeKind: kind, scopeRegionCode: region.code, scopeOrganizationId: null };
  }
  if (kind === 'organization') {
    if (organizationId === undefined) throw fail('access.incomplete-scope');
    return { scopeKind: kind, scopeRegionCode: null, scopeOrganizationId: (await getOrganization(ctx, organizationId)).id };
  }
  return { scopeKind: kind, scopeRegionCode: null, scopeOrganizationId: null };
}

/**
 * Gives an officer a role over a scope; it holds from the officer's next request on.
 * @throws access.administrators-exclude-each-other, access.administrator-without-business, access.administrator-needs-all,
 *   access.own-roles, access.already-assigned, access.incomplete-scope
 */
export async function assignRole(ctx: Context, input: RoleInput): Promise<string> {
  if (input.staffId === ctx.actor.id) throw fail('access.own-roles');
  const role = await getRole(ctx, input.roleCode);
  if (role.administration !== null && input.scope.kind !== 'all') throw fail('access.administrator-needs-all', { role: role.name });
  const scope = await scopeColumns(ctx, input.scope);
  return transact<AccessTables & OrganizationTables, string>(ctx.kernel.db, async (trx) => {
    // Held until the end, so that two assignments to one person cannot pass the rules side by side.
    const staff = await trx.selectFrom('organization.staff as staff').innerJoin('organization.organization as organization', 'organization.id', 'staff.organizationId')
      .select(['staff.id', 'organization.path', 'organization.regionCode']).where('staff.id', '=', input.staffId).forUpdate('staff').executeTakeFirst();
    if (!staff) throw kernelFail('kernel.not-found', { what: '这位工作人员' });
    authorize(ctx, 'access.role.assign', { organizationPath: staff.path, regionCode: staff.regionCode });
    const held = await trx.selectFrom('access.roleAssignment as assignment').innerJoin('access.role as role', 'role.code', 'assignment.roleCode')
      .select(['role.code', 'role.name', 'role.administration']).where('assignment.staffId', '=', input.staffId).where('assignment.endedAt', 'is', null).execute();
    const fault = findAssignmentFault(held, role);
    if (fault) throw fail(fault.code, { ...fault });
    const id = createId();
    const batch = new WriteBatch();
    writesFor<AccessTables>(batch).insert('access.roleAssignment', {
      id, staffId: input.staffId, roleCode: role.code, ...scope, assignedAt: ctx.kernel.clock.now(), assignedBy: ctx.actor.id, endedBy: null,
    });
    batch.onViolation('role_assignment_current', () => fail('access.already-assigned'));
    recordAudit(ctx, batch, { action: 'access.assign-role', objectType: 'staff', objectId: input.staffId, detail: { assignmentId: id, role: role.code, scope: input.scope } });
    await batch.executeIn((text, values) => runText(trx, text, values));
    return id;
  });
}

/** Takes a role back at once. @throws access.assignment-not-found, access.own-roles */
export async function removeRole(ctx: Context, assignmentId: string): Promise<void> {
  await transact<AccessTables & OrganizationTables, void>(ctx.kernel.db, async (trx) => {
    const assignment = await trx.selectFrom('access.roleAssignment as assignment').innerJoin('organization.staff as staff', 'staff.id', 'assignment.staffId')
      .innerJoin('organization.organization as organization', 'organization.id', 'staff.organizationId')
      .select(['assignment.staffId', 'assignment.roleCode', 'organization.path', 'organization.regionCode'])
      .where('assignment.id', '=', assignmentId).where('assignment.endedAt', 'is', null).forUpdate('assignment').executeTakeFirst();
    if (!assignment) throw fail('access.assignment-not-found');
    if (assignment.staffId === ctx.actor.id) throw fail('access.own-roles');
    authorize(ctx, 'access.role.assign', { organizationPath: assignment.path, regionCode: assignment.regionCode });
    const batch = new WriteBatch();
    writesFor<AccessTables>(batch).update('access.roleAssignment', { endedAt: ctx.kernel.clock.now(), endedBy: ctx.actor.id }, { id: assignmentId });
    recordAudit(ctx, batch, { action: 'access.remove-role', objectType: 'staff', objectId: assignment.staffId, detail: { assignmentId, role: assignment.roleCode } });
    await batch.executeIn((text, values) => runText(trx, text, values));
  });
}
