import type { MessageTemplateDefinition } from '../../kernel/messaging/index.ts';

export const bundleApplicationsMessages: readonly MessageTemplateDefinition[] = [
  {
    key: 'bundle-applications.item-dropped', name: '一件事的事项不再办理', topic: 'notice', variables: ['applicationId', 'number', 'bundleName', 'itemName', 'reason'], link: '/bundle-applications/{{applicationId}}',
    title: '“{{itemName}}”不再办理', body: '您申请的“{{bundleName}}”（编号 {{number}}）中，“{{itemName}}”不再办理：{{reason}}其他事项不受影响。',
    sms: '您申请的“{{bundleName}}”（{{number}}）中，“{{itemName}}”不再办理，原因请登录平台“我的办件”查看。',
  },
];
