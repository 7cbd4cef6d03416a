import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const itemExchangePermissions: readonly PermissionDefinition[] = [
  { code: 'item-exchange.import.manage', label: '导入事项、撤销导入、核对差异', defaultRoles: ['item-administrator'] },
  { code: 'item-exchange.list.export', label: '导出事项清单', defaultRoles: ['item-administrator', 'supervisor', 'decider', 'hall-leader'] },
];
