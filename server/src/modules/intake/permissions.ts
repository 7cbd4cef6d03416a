import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const intakePermissions: readonly PermissionDefinition[] = [
  { code: 'intake.draft.edit-own', label: '在线填报本人（或所代理对象）的申请', everyPerson: true },
  { code: 'intake.case.register', label: '窗口代为登记', defaultRoles: ['window-clerk'] },
  { code: 'intake.case.accept', label: '受理、不予受理、一次性告知补正', defaultRoles: ['window-clerk'] },
];
