import type { PermissionDefinition } from '../access/index.ts';

export const reviewsPermissions: readonly PermissionDefinition[] = [
  { code: 'reviews.setting.view', label: '查看审核流程设置', defaultRoles: ['item-administrator', 'decider'] },
  { code: 'reviews.setting.manage', label: '设置审核流程', defaultRoles: ['item-administrator'] },
];
