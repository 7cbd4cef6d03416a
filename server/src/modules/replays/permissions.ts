import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const runPermission = 'replays.replay.run';

export const replaysPermissions: readonly PermissionDefinition[] = [
  { code: runPermission, label: '用办过的件试算流程（不显示申请人信息）', defaultRoles: ['item-administrator'] },
];
