import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const surveysPermissions: readonly PermissionDefinition[] = [
  { code: 'surveys.survey.manage', label: '编制、下发调研表，采用填报内容', defaultRoles: ['item-administrator'] },
  { code: 'surveys.task.fill', label: '填报、确认本部门的调研表', defaultRoles: ['item-administrator'] },
  { code: 'surveys.board.view', label: '查看梳理进度', defaultRoles: ['item-administrator', 'supervisor', 'hall-leader'] },
];
