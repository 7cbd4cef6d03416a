import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const custodyPermissions: readonly PermissionDefinition[] = [
  { code: 'custody.envelope.view', label: '查看纸质材料流转', defaultRoles: ['window-clerk', 'reviewer', 'decider', 'licence-issuer', 'supervisor', 'hall-leader'] },
  { code: 'custody.envelope.send', label: '递交、交回纸质材料', defaultRoles: ['window-clerk', 'reviewer', 'decider', 'licence-issuer'] },
  { code: 'custody.envelope.sign', label: '签收、退回纸质材料', defaultRoles: ['window-clerk', 'reviewer', 'decider', 'licence-issuer'] },
  { code: 'custody.rule.view', label: '查看材料递交规则', defaultRoles: ['item-administrator', 'window-clerk', 'supervisor', 'hall-leader'] },
  { code: 'custody.rule.edit', label: '设置材料递交规则', defaultRoles: ['item-administrator'] },
];
