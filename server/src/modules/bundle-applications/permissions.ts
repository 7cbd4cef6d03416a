import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const bundleApplicationsPermissions: readonly PermissionDefinition[] = [
  { code: 'bundle-applications.application.view', label: '查询一件事办件', defaultRoles: ['window-clerk', 'reviewer', 'decider', 'licence-issuer', 'supervisor', 'hall-leader'] },
  { code: 'bundle-applications.application.deliver', label: '一件事统一出件', defaultRoles: ['window-clerk', 'licence-issuer'] },
];
