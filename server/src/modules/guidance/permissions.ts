import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const guidancePermissions: readonly PermissionDefinition[] = [
  { code: 'guidance.version.confirm', label: '代表部门确认事项的情形引导', defaultRoles: ['decider', 'item-administrator'] },
];
