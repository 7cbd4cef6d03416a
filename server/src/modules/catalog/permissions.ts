import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const catalogPermissions: readonly PermissionDefinition[] = [
  { code: 'catalog.item.view', label: '查看事项及其版本', defaultRoles: ['item-administrator', 'supervisor', 'decider', 'reviewer', 'window-clerk', 'hall-leader'] },
  { code: 'catalog.item.edit', label: '编制事项', defaultRoles: ['item-administrator'] },
  { code: 'catalog.item.review', label: '审核事项', defaultRoles: ['item-administrator', 'decider'] },
  { code: 'catalog.item.comment', label: '对事项要素批注', defaultRoles: ['item-administrator', 'decider'] },
  { code: 'catalog.tag.manage', label: '管理事项标签', defaultRoles: ['item-administrator'] },
  { code: 'catalog.item.publish', label: '发布和取消事项', defaultRoles: ['item-administrator'] },
];
