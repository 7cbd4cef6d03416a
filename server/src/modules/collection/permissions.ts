import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const collectionPermissions: readonly PermissionDefinition[] = [
  { code: 'collection.result.hand-out', label: '窗口发证：核验身份、签名领取', defaultRoles: ['window-clerk', 'licence-issuer'] },
  { code: 'collection.notice.sign', label: '窗口文书签收：当事人签名、登记拒收', defaultRoles: ['window-clerk', 'licence-issuer'] },
];
