import type { MessageTemplateDefinition } from '../../kernel/messaging/index.ts';

const shared = { topic: 'work', variables: ['taskId', 'title', 'dueOn'], link: '/surveys/tasks/{{taskId}}' } as const;

export const surveysMessages: readonly MessageTemplateDefinition[] = [
  { key: 'surveys.task-given', name: '收到调研表', ...shared, title: '请填报：{{title}}', body: '“{{title}}”已下发，请在 {{dueOn}} 前填报并确认；可以下载 Excel 填写后上传，也可以在线填报。' },
  { key: 'surveys.task-due', name: '调研表快到期', ...shared, title: '即将到期：{{title}}', body: '“{{title}}”的截止日期是 {{dueOn}}，还没有确认，请尽快填报。' },
  { key: 'surveys.task-overdue', name: '调研表已逾期', ...shared, title: '已逾期：{{title}}', body: '“{{title}}”应在 {{dueOn}} 前确认，现已逾期，请立即填报。' },
  { key: 'surveys.task-returned', name: '调研表被退回', ...shared, title: '请重新填报：{{title}}', body: '“{{title}}”的填报内容被退回，请按退回意见修改后重新确认。截止日期：{{dueOn}}。' },
];
