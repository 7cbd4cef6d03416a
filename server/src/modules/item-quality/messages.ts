import type { MessageTemplateDefinition } from '../../kernel/messaging/index.ts';

export const itemQualityMessages: readonly MessageTemplateDefinition[] = [
  {
    key: 'item-quality.rectification-issued', name: '办事指南质量整改单', topic: 'work', variables: ['rectificationId', 'orderNumber', 'count', 'dueOn', 'requirement'],
    title: '收到质量整改单：{{count}} 个问题', body: '整改单 {{orderNumber}} 要求在 {{dueOn}} 前改好 {{count}} 个办事指南问题：{{requirement}}', link: '/item-quality/rectifications/{{rectificationId}}',
  },
  {
    key: 'item-quality.rectification-replied', name: '质量整改反馈', topic: 'work', variables: ['rectificationId', 'orderNumber', 'department', 'reply'],
    title: '{{department}}反馈了整改单 {{orderNumber}}', body: '{{reply}}', link: '/item-quality/rectifications/{{rectificationId}}',
  },
  {
    key: 'item-quality.rectification-sent-back', name: '质量整改退回', topic: 'work', variables: ['rectificationId', 'orderNumber', 'dueOn', 'reply'],
    title: '整改单 {{orderNumber}} 被退回', body: '请在 {{dueOn}} 前重新整改：{{reply}}', link: '/item-quality/rectifications/{{rectificationId}}',
  },
  {
    key: 'item-quality.rectification-overdue', name: '质量整改超期', topic: 'work', variables: ['rectificationId', 'orderNumber', 'dueOn', 'remaining'],
    title: '整改单 {{orderNumber}} 已超期', body: '期限 {{dueOn}} 已过，还有 {{remaining}} 个问题没有改好。', link: '/item-quality/rectifications/{{rectificationId}}',
  },
  {
    key: 'item-quality.rectification-closed', name: '质量整改办结', topic: 'work', variables: ['rectificationId', 'orderNumber', 'department'],
    title: '整改单 {{orderNumber}} 已办结', body: '{{department}}已改好整改单上的全部问题，复查通过。', link: '/item-quality/rectifications/{{rectificationId}}',
  },
];
