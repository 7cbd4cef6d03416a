import type { PermissionDefinition } from '../access/index.ts';

export const messagingPermissions: readonly PermissionDefinition[] = [
  { code: 'messaging.message.view', label: '查看自己的消息', everyPerson: true, everyStaff: true },
  { code: 'messaging.simulated-sms.view', label: '查看短信模拟器', administration: 'system', defaultRoles: ['system-administrator'] },
  { code: 'messaging.delivery.view', label: '查看短信发送记录', administration: 'system', defaultRoles: ['system-administrator'] },
  { code: 'messaging.delivery.retry', label: '重发失败的短信', administration: 'system', defaultRoles: ['system-administrator'] },
];
