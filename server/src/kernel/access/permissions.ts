import type { PermissionDefinition } from './index.ts';

export const accessPermissions: readonly PermissionDefinition[] = [
  { code: 'access.role.view', label: '查看角色与授权', administration: 'security', defaultRoles: ['security-administrator'] },
  { code: 'access.role.manage', label: '修改角色的权限', administration: 'security', defaultRoles: ['security-administrator'] },
  { code: 'access.role.assign', label: '授予与收回角色', administration: 'security', defaultRoles: ['security-administrator'] },
  { code: 'access.audit.view', label: '查看、核对与导出审计日志', administration: 'audit', defaultRoles: ['audit-administrator'] },
];
