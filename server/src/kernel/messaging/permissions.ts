import type { PermissionDefinition } from '../access/index.ts';

export const messagingPermissions: readonly PermissionDefinition[] = [
  { code: 'messaging.message.view', label: '查看自己的消息', everyPerson: true, everyStaff: true },
  { code: 'messaging.simulated-sms.view', label: '查看模拟通道的消息', administration: 'system', defaultRoles: ['system-administrator'] },
  { code: 'messaging.delivery.view', label: '查看消息发送记录', administration: 'system', defaultRoles: ['system-administrator'] },
  { code: 'messaging.delivery.retry', label: '重发失败的消息', administration: 'system', defaultRoles: ['system-administrator'] },
  { code: 'messaging.channel.view', label: '查看消息通道', administration: 'system', defaultRoles: ['system-administrator'] },
  { code: 'messaging.channel.manage', label: '管理消息通道', administration: 'system', defaultRoles: ['system-administrator'] },
  { code: 'messaging.statistics.view', label: '查看消息统计', administration: 'system', defaultRoles: ['system-administrator'] },
];
