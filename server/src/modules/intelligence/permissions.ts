import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const intelligencePermissions: readonly PermissionDefinition[] = [
  { code: 'intelligence.engine.view', label: '查看智能能力的接入情况和城市大脑推送', defaultRoles: ['item-administrator', 'supervisor'] },
  { code: 'intelligence.engine.try', label: '试用智能能力', defaultRoles: ['item-administrator'] },
  { code: 'intelligence.push.retry', label: '重推没有送到城市大脑的数据', defaultRoles: ['item-administrator'] },
];
