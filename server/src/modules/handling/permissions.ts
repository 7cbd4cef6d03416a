import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const handlingPermissions: readonly PermissionDefinition[] = [
  { code: 'handling.case.review', label: '审查办件' },
  { code: 'handling.case.decide', label: '作出决定、批准特别程序和延期' },
  { code: 'handling.case.deliver', label: '送达办理结果' },
];
