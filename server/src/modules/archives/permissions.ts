import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const viewPermission = 'archives.archive.view';
export const managePermission = 'archives.archive.manage';

export const archivesPermissions: readonly PermissionDefinition[] = [
  { code: viewPermission, label: '查询办件档案', defaultRoles: ['licence-issuer', 'decider', 'supervisor'] },
  { code: 'archives.archive.download', label: '下载办件档案包（含个人信息）', defaultRoles: ['licence-issuer', 'supervisor'] },
  { code: managePermission, label: '归档、重新归档、延长保管', defaultRoles: ['licence-issuer', 'supervisor'] },
  { code: 'archives.retention.edit', label: '设置档案保管期限', defaultRoles: ['item-administrator', 'supervisor'] },
];
