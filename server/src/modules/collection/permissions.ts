import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const collectionPermissions: readonly PermissionDefinition[] = [
  { code: 'collection.result.hand-out', label: '窗口发证：核验身份、签名领取', defaultRoles: ['window-clerk', 'licence-issuer'] },
];
