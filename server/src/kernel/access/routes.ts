import { recordAuditNow, verifyAuditChain } from '../audit/index.ts';
import { handle, type RouteBinding } from '../module/index.ts';
import { assignRole, removeRole } from './actions/assign-role.ts';
import { addRole, changeRole } from './actions/change-role.ts';
import * as contract from './contract.ts';
import { exportAuditEntries, listAuditEntries } from './queries/audit-entries.ts';
import { getRoleAssignment, listPermissions, listRoleAssignments, listRoles } from './queries/roles.ts';

export const accessRoutes: readonly RouteBinding[] = [
  handle(contract.listPermissions, async (ctx) => ({ items: await listPermissions(ctx) })),
  handle(contract.listRoles, async (ctx) => ({ items: await listRoles(ctx) })),
  handle(contract.addRole, (ctx, { body }) => addRole(ctx, body)),
  handle(contract.changeRole, (ctx, { params, body }) => changeRole(ctx, params.code, body)),
  handle(contract.listRoleAssignments, (ctx, { query }) => listRoleAssignments(ctx, query)),
  handle(contract.assignRole, async (ctx, { body }) => getRoleAssignment(ctx, await assignRole(ctx, body))),
  handle(contract.removeRole, (ctx, { params }) => removeRole(ctx, params.assignmentId)),
  handle(contract.listAuditEntries, (ctx, { query }) => listAuditEntries(ctx, query)),
  handle(contract.exportAuditEntries, (ctx, { query }) => exportAuditEntries(ctx, query)),
  handle(contract.verifyAudit, async (ctx) => {
    const { fault, ...verdict } = await verifyAuditChain(ctx.kernel.db);
    await recordAuditNow(ctx, { action: 'access.verify-audit', objectType: 'audit', objectId: 'chain', detail: { intact: verdict.intact } });
    return { ...verdict, fault: fault ?? null };
  }),
];
