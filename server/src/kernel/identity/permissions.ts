import type { PermissionDefinition } from '../access/index.ts';

export const identityPermissions: readonly PermissionDefinition[] = [
  { code: 'identity.profile.view', label: '查看本人资料', everyPerson: true },
  { code: 'identity.profile.edit', label: '修改本人资料', everyPerson: true },
  { code: 'identity.company.register', label: '登记本人为法定代表人的企业', everyPerson: true },
  { code: 'identity.company.view', label: '查看本人代表或经办的企业', everyPerson: true },
  { code: 'identity.mandate.grant', label: '授权他人代理', everyPerson: true },
  { code: 'identity.mandate.view', label: '查看授权', everyPerson: true },
  { code: 'identity.mandate.answer', label: '接受或拒绝授权', everyPerson: true },
  { code: 'identity.mandate.revoke', label: '撤销授权', everyPerson: true },
  { code: 'identity.staff-account.manage', label: '管理工作人员账号', administration: 'system', defaultRoles: ['system-administrator'] },
];
