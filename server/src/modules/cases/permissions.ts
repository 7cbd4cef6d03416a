import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const casesPermissions: readonly PermissionDefinition[] = [
  { code: 'cases.case.view-own', label: '查看本人办件', everyPerson: true },
  { code: 'cases.case.view', label: '查询办件', defaultRoles: ['window-clerk', 'reviewer', 'decider', 'licence-issuer', 'supervisor', 'hall-leader'] },
  { code: 'cases.case.read-full', label: '查看申请人完整信息（留痕）', defaultRoles: ['window-clerk', 'reviewer', 'decider', 'licence-issuer'] },
  { code: 'cases.notice.preview', label: '用办件预览文书、消息模板（个人信息隐去）', defaultRoles: ['item-administrator', 'decider'] },
];
