import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const materialsPermissions: readonly PermissionDefinition[] = [
  { code: 'materials.material.view', label: '查看材料库和审查样本', defaultRoles: ['item-administrator', 'supervisor', 'decider', 'reviewer', 'window-clerk', 'hall-leader'] },
  { code: 'materials.material.edit', label: '编制标准材料', defaultRoles: ['item-administrator'] },
  { code: 'materials.material.merge', label: '归并同名材料', defaultRoles: ['item-administrator'] },
  { code: 'materials.mapping.edit', label: '将事项材料对应到标准材料', defaultRoles: ['item-administrator'] },
  { code: 'materials.substitution.edit', label: '编制材料替代规则', defaultRoles: ['item-administrator'] },
  { code: 'materials.substitution.review', label: '审核材料替代规则', defaultRoles: ['item-administrator', 'decider'] },
];
