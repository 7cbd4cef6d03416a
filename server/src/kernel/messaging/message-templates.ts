import type { MessageTemplateDefinition } from './template-definition.ts';

export const messagingMessages: readonly MessageTemplateDefinition[] = [
  {
    key: 'messaging.address-code', name: '邮箱绑定码', topic: 'account', variables: ['code'], secret: true,
    title: '邮箱绑定码', body: '您正在政务服务平台绑定此邮箱，绑定码 {{code}}，10 分钟内有效。如非本人操作，请不要理会。',
  },
  {
    key: 'messaging.channel-down', name: '消息通道不通', topic: 'work', variables: ['channelName', 'reason'], link: '/workbench/outbox',
    title: '{{channelName}}通道不通', body: '{{channelName}}通道连续几次发不出去（{{reason}}），消息已排队等候，平台会不断重试。请联系通道的运营单位；恢复后自动补发。',
  },
  {
    key: 'messaging.channel-up', name: '消息通道恢复', topic: 'work', variables: ['channelName'], link: '/workbench/outbox',
    title: '{{channelName}}通道已恢复', body: '{{channelName}}通道已经恢复，排队的消息正在按设定的速度补发，已经过时的不再发送。',
  },
];
