import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const templatesPermissions: readonly PermissionDefinition[] = [
  { code: 'templates.template.view', label: '查看文书、消息模板', defaultRoles: ['item-administrator', 'decider', 'supervisor'] },
  { code: 'templates.template.edit', label: '编制文书、消息模板', defaultRoles: ['item-administrator'] },
  { code: 'templates.version.publish', label: '发布、停用文书、消息模板', defaultRoles: ['item-administrator', 'decider'] },
];
