import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const bundlesPermissions: readonly PermissionDefinition[] = [
  { code: 'bundles.bundle.view', label: '查看一件事目录和配置', defaultRoles: ['item-administrator', 'supervisor', 'decider', 'hall-leader', 'window-clerk'] },
  { code: 'bundles.bundle.edit', label: '认领和配置一件事', defaultRoles: ['item-administrator'] },
  { code: 'bundles.bundle.review', label: '审核、发布和停办一件事', defaultRoles: ['item-administrator', 'decider'] },
  { code: 'bundles.bundle.comment', label: '对一件事配置批注', defaultRoles: ['item-administrator', 'decider'] },
  { code: 'bundles.catalogue.manage', label: '维护一件事目录清单', defaultRoles: ['item-administrator'] },
];
