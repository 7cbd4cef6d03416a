import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const decisioningPermissions: readonly PermissionDefinition[] = [
  { code: 'decisioning.setting.view', label: '查看自动审批设置', defaultRoles: ['item-administrator', 'reviewer', 'decider', 'supervisor', 'hall-leader'] },
  { code: 'decisioning.setting.edit', label: '编制自动审批设置', defaultRoles: ['item-administrator'] },
  { code: 'decisioning.setting.activate', label: '启用、恢复自动审批', defaultRoles: ['item-administrator', 'decider'] },
  { code: 'decisioning.automation.stop', label: '停用一个事项的自动审批', defaultRoles: ['item-administrator', 'decider', 'supervisor'] },
  { code: 'decisioning.automation.stop-all', label: '停止、恢复全部自动审批', defaultRoles: ['item-administrator', 'supervisor'] },
  { code: 'decisioning.result.view', label: '查询自动审批结果和效能统计', defaultRoles: ['item-administrator', 'reviewer', 'decider', 'supervisor', 'hall-leader'] },
  { code: 'decisioning.review.perform', label: '复核自动审批', defaultRoles: ['reviewer', 'decider'] },
  { code: 'decisioning.decision.overturn', label: '推翻自动作出的决定', defaultRoles: ['decider'] },
  { code: 'decisioning.case.take-over', label: '把办件转由工作人员办理', defaultRoles: ['window-clerk', 'reviewer', 'decider'] },
  { code: 'decisioning.offer.view-own', label: '查看和答复为本人找到的服务', everyPerson: true },
];
