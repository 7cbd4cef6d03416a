import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const itemQualityPermissions: readonly PermissionDefinition[] = [
  { code: 'item-quality.finding.view', label: '查看办事指南质量', defaultRoles: ['item-administrator', 'supervisor', 'decider'] },
  { code: 'item-quality.run.start', label: '发起质量检查', defaultRoles: ['item-administrator', 'supervisor'] },
  { code: 'item-quality.finding.judge', label: '认可质量问题为例外', defaultRoles: ['item-administrator', 'supervisor'] },
  { code: 'item-quality.rule.edit', label: '设置质量规则', defaultRoles: ['item-administrator', 'supervisor'] },
  { code: 'item-quality.rectification.issue', label: '下达质量整改单', defaultRoles: ['item-administrator', 'supervisor'] },
  { code: 'item-quality.rectification.reply', label: '反馈质量整改', defaultRoles: ['item-administrator'] },
];
