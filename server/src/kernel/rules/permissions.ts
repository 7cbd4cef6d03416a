import type { PermissionDefinition } from '../access/index.ts';

export const rulesPermissions: readonly PermissionDefinition[] = [
  { code: 'rules.rule-set.view', label: '查看业务规则、试算', defaultRoles: ['item-administrator', 'reviewer', 'decider', 'supervisor'] },
  { code: 'rules.rule-set.edit', label: '编制业务规则、试运行', defaultRoles: ['item-administrator'] },
  { code: 'rules.version.publish', label: '发布业务规则', defaultRoles: ['item-administrator', 'decider'] },
  { code: 'rules.run.view', label: '查看业务规则的运行记录（个人信息隐去）', defaultRoles: ['item-administrator', 'decider', 'supervisor'] },
  { code: 'rules.run.read-full', label: '查看规则运行的完整数据（填写用途，留痕）', defaultRoles: ['decider', 'supervisor'] },
];
