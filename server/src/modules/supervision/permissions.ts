import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const supervisionPermissions: readonly PermissionDefinition[] = [
  { code: 'supervision.board.view', label: '查看效能监察看板', defaultRoles: ['supervisor', 'hall-leader', 'decider'] },
  { code: 'supervision.step-time.view', label: '查看流程各环节的耗时', defaultRoles: ['supervisor', 'hall-leader', 'decider', 'item-administrator'] },
  { code: 'supervision.signal.demand', label: '对预警和红黄牌发出督办', defaultRoles: ['supervisor'] },
  { code: 'supervision.rule.edit', label: '设置预警规则', defaultRoles: ['supervisor'] },
  { code: 'supervision.signal.answer', label: '反馈督办', defaultRoles: ['decider', 'hall-leader'] },
];
