import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const ratingsPermissions: readonly PermissionDefinition[] = [
  { code: 'ratings.rating.give', label: '评价本人办件', everyPerson: true },
  { code: 'ratings.link.create', label: '为申请人生成评价二维码', defaultRoles: ['window-clerk', 'hall-leader'] },
  { code: 'ratings.rating.view', label: '查看评价', defaultRoles: ['supervisor', 'hall-leader', 'decider'] },
  { code: 'ratings.rectification.view', label: '查看差评整改', defaultRoles: ['supervisor', 'hall-leader', 'decider'] },
  { code: 'ratings.rectification.handle', label: '核实、整改、反馈差评', defaultRoles: ['hall-leader', 'decider'] },
  { code: 'ratings.rectification.supervise', label: '差评申诉复核与销号', defaultRoles: ['supervisor'] },
  { code: 'ratings.settings.edit', label: '设置差评整改期限', defaultRoles: ['supervisor'] },
];
