import { defineErrors } from '../errors/index.ts';

/** Refusals of preferences and deliveries. */
export const fail = defineErrors({
  'messaging.unknown-topic': { kind: 'not-found', title: '没有这类消息', detail: '请刷新页面后重新选择。' },
  'messaging.required-topic': { kind: 'rule-violated', title: '“{name}”类短信不能关闭', detail: '这类通知关系到您的权利，须送达本人。' },
  'messaging.not-failed': { kind: 'rule-violated', title: '只有发送失败的短信可以重发', detail: '请刷新后查看最新状态。' },
});
