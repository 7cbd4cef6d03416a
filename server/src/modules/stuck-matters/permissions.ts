import type { PermissionDefinition } from '../../kernel/access/index.ts';

/** Those of the departments who may be given a matter. */
const handlers = ['window-clerk', 'reviewer', 'decider', 'hall-leader'] as const;

export const stuckMattersPermissions: readonly PermissionDefinition[] = [
  { code: 'stuck-matters.matter.report', label: '反映办不成事', everyPerson: true },
  { code: 'stuck-matters.matter.register', label: '登记窗口、电话反映的办不成事', defaultRoles: ['window-clerk', 'hall-leader', 'supervisor'] },
  { code: 'stuck-matters.matter.view', label: '查看办不成事反映', defaultRoles: [...handlers, 'supervisor'] },
  { code: 'stuck-matters.matter.handle', label: '办理办不成事反映', defaultRoles: handlers },
  { code: 'stuck-matters.matter.assign', label: '分派、催办、驳回办不成事反映', defaultRoles: ['supervisor'] },
  { code: 'stuck-matters.matter.audit', label: '办不成事办结审核、认定根本原因', defaultRoles: ['supervisor'] },
  { code: 'stuck-matters.duty.edit', label: '排定局长进大厅值班表', defaultRoles: ['supervisor', 'hall-leader'] },
  { code: 'stuck-matters.entry.view', label: '查看办不成事知识库', defaultRoles: [...handlers, 'supervisor'] },
  { code: 'stuck-matters.entry.write', label: '编写办不成事知识', defaultRoles: [...handlers, 'supervisor'] },
  { code: 'stuck-matters.entry.review', label: '审核、停用办不成事知识', defaultRoles: ['supervisor'] },
  { code: 'stuck-matters.statistics.view', label: '查看办不成事统计', defaultRoles: ['supervisor', 'hall-leader', 'decider'] },
  { code: 'stuck-matters.settings.edit', label: '设置办不成事的期限和原因', defaultRoles: ['supervisor'] },
];
