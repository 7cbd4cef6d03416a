import type { PermissionDefinition } from '../access/index.ts';

export const rulesPermissions: readonly PermissionDefinition[] = [
  { code: 'rules.rule-set.view', label: '查看业务规则、试算', defaultRoles: ['item-administrator', 'reviewer', 'decider', 'supervisor'] },
  { code: 'rules.rule-set.edit', label: '编制业务规则、试运行', defaultRoles: ['item-administrator'] },
  { code: 'rules.version.publish', label: '发布业务规则', defaultRoles: ['item-administrator', 'decider'] },
];
