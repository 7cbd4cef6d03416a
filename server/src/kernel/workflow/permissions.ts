import type { PermissionDefinition } from '../access/index.ts';

export const workflowPermissions: readonly PermissionDefinition[] = [
  { code: 'workflow.inbox.view', label: '查看本人的待办、已办、待阅、已阅', everyStaff: true },
  { code: 'workflow.task.handle', label: '签收、转办、委托、加签、传阅本人的待办', everyStaff: true },
  { code: 'workflow.definition.view', label: '查看办理流程', defaultRoles: ['item-administrator', 'reviewer', 'decider', 'supervisor'] },
  { code: 'workflow.definition.edit', label: '编制办理流程', defaultRoles: ['item-administrator'] },
  { code: 'workflow.definition.publish', label: '发布办理流程', defaultRoles: ['item-administrator'] },
  { code: 'workflow.instance.migrate', label: '把在办件迁移到流程的另一版', defaultRoles: ['item-administrator'] },
];
