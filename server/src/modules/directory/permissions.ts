import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const directoryPermissions: readonly PermissionDefinition[] = [
  { code: 'directory.entry.view', label: '查看基本目录', defaultRoles: ['item-administrator', 'decider', 'supervisor'] },
  { code: 'directory.entry.edit', label: '编制、导入基本目录', defaultRoles: ['item-administrator'] },
  { code: 'directory.entry.review', label: '审核基本目录', defaultRoles: ['item-administrator'] },
  { code: 'directory.claim.view', label: '查看目录认领', defaultRoles: ['item-administrator', 'decider', 'supervisor'] },
  { code: 'directory.claim.submit', label: '认领目录事项', defaultRoles: ['item-administrator'] },
  { code: 'directory.claim.review', label: '确认认领', defaultRoles: ['item-administrator', 'decider'] },
  { code: 'directory.change.view', label: '查看目录变更与差异', defaultRoles: ['item-administrator', 'decider', 'supervisor'] },
  { code: 'directory.change.decide', label: '采纳或不采纳目录变更', defaultRoles: ['item-administrator'] },
  { code: 'directory.report.view', label: '查看事项统计表', defaultRoles: ['item-administrator', 'decider', 'supervisor'] },
];
