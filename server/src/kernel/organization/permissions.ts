import type { PermissionDefinition } from '../access/index.ts';

export const organizationPermissions: readonly PermissionDefinition[] = [
  { code: 'organization.organization.view', label: '查看机构树', everyStaff: true, defaultRoles: ['system-administrator', 'security-administrator'] },
  { code: 'organization.organization.manage', label: '设立、变更、撤销机构', administration: 'system', defaultRoles: ['system-administrator'] },
  { code: 'organization.staff.view', label: '查看工作人员', everyStaff: true, defaultRoles: ['system-administrator', 'security-administrator', 'hall-leader'] },
  { code: 'organization.staff.manage', label: '调整工作人员的单位与岗位', administration: 'system', defaultRoles: ['system-administrator'] },
];
