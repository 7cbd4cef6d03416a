import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const selfBuiltPermissions: readonly PermissionDefinition[] = [
  { code: 'self-built.system.view', label: '查看自建系统和待处理的办件', administration: 'system', defaultRoles: ['system-administrator'] },
  { code: 'self-built.system.manage', label: '登记自建系统、管理签名密钥、补取回传和对账', administration: 'system', defaultRoles: ['system-administrator'] },
  { code: 'self-built.case.jump', label: '为申请人跳转到自建系统办理', defaultRoles: ['window-clerk', 'reviewer'] },
];
