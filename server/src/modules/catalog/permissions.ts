import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const catalogPermissions: readonly PermissionDefinition[] = [
  { code: 'catalog.item.view', label: '查看事项及其版本' },
  { code: 'catalog.item.edit', label: '编制事项' },
  { code: 'catalog.item.review', label: '审核事项' },
  { code: 'catalog.item.publish', label: '发布和取消事项' },
];
