import { Code, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';

export const channels = ['in-site', 'sms'] as const;
export type MessageChannel = (typeof channels)[number];

/** A message in one's own box; `link` is a path of the portal or workbench. */
export const InboxMessage = Type.Object({
  id: Id, templateKey: Type.String(), title: Type.String(), body: Type.String(), link: Nullable(Type.String()),
  sentAt: DateTime, readAt: Nullable(DateTime),
});
export type InboxMessage = Static<typeof InboxMessage>;

export const listMessages = defineOperation({
  id: 'messaging.list-messages', method: 'GET', path: '/api/v1/messages', permission: 'messaging.message.view',
  summary: '我的站内消息（代表企业或他人时为其消息）',
  query: Type.Object({ ...PageQuery.properties, unread: Type.Optional(Type.Boolean()) }), response: PageOf(InboxMessage),
});

export const countUnreadMessages = defineOperation({
  id: 'messaging.count-unread', method: 'GET', path: '/api/v1/messages/unread-count', permission: 'messaging.message.view',
  summary: '未读站内消息数', response: Type.Object({ count: Type.Integer() }),
});

export const readMessages = defineOperation({
  id: 'messaging.read-messages', method: 'POST', path: '/api/v1/messages/read', permission: 'messaging.message.view',
  summary: '标为已读；不给 ids 时全部标为已读', body: Type.Object({ ids: Type.Optional(Type.Array(Id, { maxItems: 100 })) }),
  response: Type.Object({ count: Type.Integer() }),
});

/** Whether one wants SMS for a group of messages; in-site messages and required ones cannot be switched off. */
export const MessagePreference = Type.Object({
  topic: Type.String(), name: Type.String(), sms: Type.Boolean(), required: Type.Boolean(),
});

export const listPreferences = defineOperation({
  id: 'messaging.list-preferences', method: 'GET', path: '/api/v1/messages/preferences', permission: 'messaging.message.view',
  summary: '短信订阅偏好', response: Type.Object({ items: Type.Array(MessagePreference) }),
});

export const setPreference = defineOperation({
  id: 'messaging.set-preference', method: 'PUT', path: '/api/v1/messages/preferences/:topic', permission: 'messaging.message.view',
  summary: '打开或关闭一类短信', params: Type.Object({ topic: Text(60, { minLength: 1 }) }), body: Type.Object({ sms: Type.Boolean() }),
  response: MessagePreference,
});

/** What operators read instead of the key, e.g. 受理通知; the key of a template that is there no more. */
const templateName = Type.String();

/** What the built-in SMS simulator "sent"; only where no SMS gateway is configured. */
export const SimulatedSms = Type.Object({
  id: Id, mobile: Type.String(), text: Type.String(), templateKey: Type.String(), templateName, sentAt: DateTime,
});
export type SimulatedSms = Static<typeof SimulatedSms>;

export const listSimulatedSms = defineOperation({
  id: 'messaging.list-simulated-sms', method: 'GET', path: '/api/v1/simulated-sms', permission: 'messaging.simulated-sms.view',
  summary: '短信模拟器“发出”的短信，新的在前', query: Type.Object({ ...PageQuery.properties, mobile: Type.Optional(Text(20)) }),
  response: PageOf(SimulatedSms),
});

/** queued 待发 → sent 已提交通道 → delivered 已送达; failed 失败; suppressed 按偏好不发. */
export const deliveryStates = ['queued', 'sent', 'delivered', 'failed', 'suppressed'] as const;

export const Delivery = Type.Object({
  id: Id, channel: Code(channels), templateKey: Type.String(), templateName,
  /** Version of its texts; null of before there were versions. */
  versionNumber: Nullable(Type.Integer()), recipient: Type.String(), state: Code(deliveryStates),
  attempts: Type.Integer(), error: Nullable(Type.String()), createdAt: DateTime, sentAt: Nullable(DateTime), deliveredAt: Nullable(DateTime),
});

export const listDeliveries = defineOperation({
  id: 'messaging.list-deliveries', method: 'GET', path: '/api/v1/message-deliveries', permission: 'messaging.delivery.view',
  summary: '短信发送记录', query: Type.Object({ ...PageQuery.properties, state: Type.Optional(Code(deliveryStates)) }), response: PageOf(Delivery),
});

export const retryDelivery = defineOperation({
  id: 'messaging.retry-delivery', method: 'POST', path: '/api/v1/message-deliveries/:deliveryId/retry', permission: 'messaging.delivery.retry',
  summary: '重新发送失败的短信', params: Type.Object({ deliveryId: Id }), response: Delivery,
});
