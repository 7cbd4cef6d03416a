import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const dataElementsPermissions: readonly PermissionDefinition[] = [
  { code: 'data-elements.element.view', label: '查看数据元字典', defaultRoles: ['item-administrator', 'supervisor', 'decider', 'reviewer', 'window-clerk', 'hall-leader'] },
  { code: 'data-elements.element.edit', label: '维护数据元字典和数据共享接口', defaultRoles: ['item-administrator'] },
];
