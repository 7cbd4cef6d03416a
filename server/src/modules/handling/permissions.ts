import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const handlingPermissions: readonly PermissionDefinition[] = [
  { code: 'handling.case.review', label: '审查办件', defaultRoles: ['reviewer'] },
  { code: 'handling.case.conclude', label: '作出决定（即办件由窗口当场决定）', defaultRoles: ['decider', 'window-clerk'] },
  { code: 'handling.case.decide', label: '批准特别程序、延期、退回和终止', defaultRoles: ['decider'] },
  { code: 'handling.case.deliver', label: '送达办理结果', defaultRoles: ['window-clerk', 'licence-issuer'] },
];
