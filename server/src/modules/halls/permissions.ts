import type { PermissionDefinition } from '../../kernel/access/index.ts';

export const hallsPermissions: readonly PermissionDefinition[] = [
  { code: 'halls.window.call', label: '在大厅窗口叫号', defaultRoles: ['window-clerk'] },
  { code: 'halls.ticket.take', label: '在大厅为群众取号', defaultRoles: ['window-clerk', 'hall-leader'] },
  { code: 'halls.hall.watch', label: '查看大厅实时情况', defaultRoles: ['hall-leader', 'supervisor'] },
  { code: 'halls.window.manage', label: '调度大厅窗口', defaultRoles: ['hall-leader'] },
  { code: 'halls.hall.configure', label: '设置政务服务大厅', defaultRoles: ['hall-leader'] },
  { code: 'halls.device.manage', label: '管理大厅设备', defaultRoles: ['hall-leader'] },
  { code: 'halls.fault.report', label: '为大厅设备报修', defaultRoles: ['window-clerk', 'hall-leader'] },
  { code: 'halls.appointment.book', label: '预约到大厅办事', everyPerson: true },
];
