import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const dispatchPermissions: readonly PermissionDefinition[] = [
  { code: 'dispatch.rule-set.view', label: '查看业务分发规则', defaultRoles: ['item-administrator', 'supervisor', 'hall-leader', 'decider'] },
  { code: 'dispatch.rule-set.halt', label: '停用、启用业务分发规则', defaultRoles: ['item-administrator', 'hall-leader'] },
  { code: 'dispatch.record.view', label: '查看业务分发监控', defaultRoles: ['supervisor', 'hall-leader', 'item-administrator', 'decider'] },
  { code: 'dispatch.task.redispatch', label: '改派待办', defaultRoles: ['supervisor', 'hall-leader'] },
];
