import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const supervisionPermissions: readonly PermissionDefinition[] = [
  { code: 'supervision.board.view', label: '查看效能监察看板', defaultRoles: ['supervisor', 'hall-leader', 'decider'] },
  { code: 'supervision.step-time.view', label: '查看流程各环节的耗时', defaultRoles: ['supervisor', 'hall-leader', 'decider', 'item-administrator'] },
  { code: 'supervision.signal.receive', label: '以大厅负责人身份接收预警', defaultRoles: ['hall-leader'] },
  { code: 'supervision.order.issue', label: '发出、核查、撤回督办，核销预警', defaultRoles: ['supervisor'] },
  { code: 'supervision.rule.edit', label: '设置监察规则', defaultRoles: ['supervisor'] },
  { code: 'supervision.order.answer', label: '签收、反馈、整改督办', defaultRoles: ['decider', 'hall-leader'] },
  { code: 'supervision.order.view', label: '查看督办单', defaultRoles: ['supervisor', 'decider', 'hall-leader'] },
  { code: 'supervision.spot-check.draw', label: '抽取办件抽查、分派检查人', defaultRoles: ['supervisor'] },
  { code: 'supervision.spot-check.inspect', label: '检查抽到的办件', defaultRoles: ['supervisor'] },
];
