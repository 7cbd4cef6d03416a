import { Code, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';

export const scopeKinds = ['all', 'region', 'organization', 'own'] as const;

/** system 系统管理员, security 安全管理员, audit 审计管理员: exclude each other and every business role (三员分立, ORG-04). */
export const administrations = ['system', 'security', 'audit'] as const;
export type Administration = (typeof administrations)[number];

export const Permission = Type.Object({ code: Type.String(), label: Type.String(), module: Type.String(), administration: Nullable(Code(administrations)) });

export const listPermissions = defineOperation({
  id: 'access.list-permissions', method: 'GET', path: '/api/v1/permissions', permission: 'access.role.view',
  summary: '平台的全部权限', response: Type.Object({ items: Type.Array(Permission) }),
});

export const Role = Type.Object({
  code: Type.String(), name: Type.String(), administration: Nullable(Code(administrations)),
  permissions: Type.Array(Type.String()), revision: Type.Integer(),
});
export type Role = Static<typeof Role>;

export const listRoles = defineOperation({
  id: 'access.list-roles', method: 'GET', path: '/api/v1/roles', permission: 'access.role.view',
  summary: '角色及其权限', response: Type.Object({ items: Type.Array(Role) }),
});

const PermissionCodes = Type.Array(Text(100, { minLength: 3 }), { maxItems: 500 });

export const addRole = defineOperation({
  id: 'access.add-role', method: 'POST', path: '/api/v1/roles', permission: 'access.role.manage', status: 201, summary: '新增业务角色',
  body: Type.Object({ code: Text(60, { pattern: '^[a-z][a-z0-9-]{2,59}$' }), name: Text(60, { minLength: 2 }), permissions: PermissionCodes }),
  response: Role,
});

export const changeRole = defineOperation({
  id: 'access.change-role', method: 'PUT', path: '/api/v1/roles/:code', permission: 'access.role.manage', summary: '修改角色的名称和权限',
  params: Type.Object({ code: Text(60) }),
  body: Type.Object({ revision: Type.Integer(), name: Text(60, { minLength: 2 }), permissions: PermissionCodes }), response: Role,
});

export const RoleAssignment = Type.Object({
  id: Id, staff: Type.Object({ id: Id, name: Type.String() }), role: Type.Object({ code: Type.String(), name: Type.String() }),
  scope: Type.Object({ kind: Code(scopeKinds), regionCode: Nullable(Type.String()), organization: Nullable(Type.Object({ id: Id, name: Type.String() })) }),
  assignedAt: DateTime, assignedBy: Type.String(),
});
export type RoleAssignment = Static<typeof RoleAssignment>;

export const listRoleAssignments = defineOperation({
  id: 'access.list-role-assignments', method: 'GET', path: '/api/v1/role-assignments', permission: 'access.role.view',
  summary: '授权给工作人员的角色', query: Type.Object({ ...PageQuery.properties, staffId: Type.Optional(Id), roleCode: Type.Optional(Text(60)) }),
  response: PageOf(RoleAssignment),
});

export const assignRole = defineOperation({
  id: 'access.assign-role', method: 'POST', path: '/api/v1/role-assignments', permission: 'access.role.assign', status: 201,
  summary: '授予角色及数据范围',
  body: Type.Object({
    staffId: Id, roleCode: Text(60, { minLength: 1 }),
    scope: Type.Object({
      kind: Code(scopeKinds),
      /** For `region`. */
      regionCode: Type.Optional(Text(12, { pattern: '^(\\d{6}|\\d{9}|\\d{12})$' })),
      /** For `organization`: that organisation and those below it. */
      organizationId: Type.Optional(Id),
    }),
  }),
  response: RoleAssignment,
});

export const removeRole = defineOperation({
  id: 'access.remove-role', method: 'DELETE', path: '/api/v1/role-assignments/:assignmentId', permission: 'access.role.assign',
  summary: '收回角色，立即生效', params: Type.Object({ assignmentId: Id }),
});

export const AuditEntry = Type.Object({
  id: Id, at: DateTime,
  actor: Type.Object({ kind: Type.String(), id: Type.String(), name: Type.String() }), actingFor: Nullable(Type.String()),
  action: Type.String(), objectType: Type.String(), objectId: Type.String(), purpose: Nullable(Type.String()),
  result: Type.String(), channel: Type.String(), ip: Type.String(), traceId: Type.String(), detail: Type.String(),
  /** Place in the SM3 chain; null for the entries of the last moments. */
  sequence: Nullable(Type.Integer()),
});
export type AuditEntry = Static<typeof AuditEntry>;

const AuditFilter = {
  from: Type.Optional(DateTime), to: Type.Optional(DateTime), actorId: Type.Optional(Text(100)), action: Type.Optional(Text(100)),
  objectType: Type.Optional(Text(60)), objectId: Type.Optional(Text(100)), result: Type.Optional(Code(['done', 'refused'] as const)),
};

export const listAuditEntries = defineOperation({
  id: 'access.list-audit-entries', method: 'GET', path: '/api/v1/audit-entries', permission: 'access.audit.view',
  summary: '审计日志，新的在前', query: Type.Object({ ...PageQuery.properties, ...AuditFilter }), response: PageOf(AuditEntry),
});

export const exportAuditEntries = defineOperation({
  id: 'access.export-audit-entries', method: 'GET', path: '/api/v1/audit-entries/export', permission: 'access.audit.view',
  summary: '导出审计日志为 CSV（最多 5 万条；导出本身也被记录）', query: Type.Object(AuditFilter), responseKind: 'binary',
});

export const verifyAudit = defineOperation({
  id: 'access.verify-audit', method: 'POST', path: '/api/v1/audit-entries/verification', permission: 'access.audit.view',
  summary: '核对审计链是否完整', response: Type.Object({
    intact: Type.Boolean(), linked: Type.Integer(), unlinked: Type.Integer(),
    fault: Nullable(Type.Object({ sequence: Type.Integer(), entryId: Type.String(), reason: Type.String() })),
  }),
});
