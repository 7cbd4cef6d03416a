import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const sharingPermissions: readonly PermissionDefinition[] = [
  { code: 'sharing.share.make-own', label: '用共享码授权窗口查看本人（或所代理对象）的证照和材料', everyPerson: true },
  { code: 'sharing.code.scan', label: '窗口扫共享码，取用申请人同意提供的证照和材料', defaultRoles: ['window-clerk'] },
];
