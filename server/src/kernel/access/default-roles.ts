/** The roles a new installation starts with; the security administrator may change the business ones and add others. */
export const defaultRoles = {
  'window-clerk': '窗口受理员',
  'reviewer': '审查员',
  'decider': '审批决定人',
  'licence-issuer': '制证员',
  'item-administrator': '事项管理员',
  'supervisor': '效能监督员',
  'hall-leader': '大厅负责人',
  'system-administrator': '系统管理员',
  'security-administrator': '安全管理员',
  'audit-administrator': '审计管理员',
} as const;

export type DefaultRole = keyof typeof defaultRoles;

/** Which of the three administrators a default role is. */
export const administratorRoles: ReadonlyMap<string, 'system' | 'security' | 'audit'> = new Map([
  ['system-administrator', 'system'], ['security-administrator', 'security'], ['audit-administrator', 'audit'],
]);
