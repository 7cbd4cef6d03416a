import { defineErrors } from '../errors/index.ts';

/** Refusals of templates, preferences and deliveries. */
export const fail = defineErrors({
  'messaging.unknown-topic': { kind: 'not-found', title: '没有这类消息', detail: '请刷新页面后重新选择。' },
  'messaging.required-topic': { kind: 'rule-violated', title: '“{name}”类短信不能关闭', detail: '这类通知关系到您的权利，须送达本人。' },
  'messaging.template-not-found': { kind: 'not-found', title: '没有找到消息模板', detail: '请从模板列表中选择。' },
  'messaging.undeclared-variable': { kind: 'invalid', title: '消息里没有“{name}”这个字段', detail: '大括号里只能用这些字段：{allowed}。' },
  'messaging.field-missing': { kind: 'invalid', title: '短信中必须保留“{label}”', detail: '没有它，收到短信的人无法继续办理；请把它放回短信内容。' },
  'messaging.not-failed': { kind: 'rule-violated', title: '只有发送失败的短信可以重发', detail: '请刷新后查看最新状态。' },
});
