import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const delegationPermissions: readonly PermissionDefinition[] = [
  { code: 'delegation.delegation.view', label: '查看下放、委托、授权', defaultRoles: ['item-administrator', 'decider', 'supervisor'] },
  { code: 'delegation.delegation.propose', label: '拟定下放、委托、授权', defaultRoles: ['item-administrator'] },
  { code: 'delegation.delegation.review', label: '审核下放、委托、授权', defaultRoles: ['item-administrator', 'decider'] },
  { code: 'delegation.delegation.accept', label: '接收下放、委托、授权', defaultRoles: ['item-administrator', 'decider'] },
  { code: 'delegation.delegation.end', label: '提前终止下放、委托、授权', defaultRoles: ['item-administrator', 'decider'] },
];
