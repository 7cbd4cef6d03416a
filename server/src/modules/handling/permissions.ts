import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const handlingPermissions: readonly PermissionDefinition[] = [
  { code: 'handling.case.review', label: '审查办件', defaultRoles: ['reviewer'] },
  { code: 'handling.case.decide', label: '作出决定、批准特别程序和延期', defaultRoles: ['decider'] },
  { code: 'handling.case.deliver', label: '送达办理结果', defaultRoles: ['window-clerk', 'licence-issuer'] },
];
