import { Code, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { channels, deliveryStates, outsideChannels } from './channels.contract.ts';

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

/** Which channels one wants for a group of messages; in-site messages cannot be switched off, and of required ones a channel stays. */
export const MessagePreference = Type.Object({
  topic: Type.String(), name: Type.String(), required: Type.Boolean(), channels: Type.Array(Code(outsideChannels)),
});
export type MessagePreference = Static<typeof MessagePreference>;

/** A channel that the city offers; `mobile` needs no binding, the others are bound or not. */
export const OfferedChannel = Type.Object({
  channel: Code(outsideChannels), name: Type.String(), needsBinding: Type.Boolean(),
  /** Masked; null while nothing is bound. */
  address: Nullable(Type.String()), boundAt: Nullable(DateTime),
  /** Only stored, as in a demonstration: any six digits bind. */
  simulated: Type.Boolean(),
});

const Clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });

/** `starts` and `ends` as `22:00` by China's clock; over midnight when the end is earlier. */
export const QuietSettings = Type.Object({
  enabled: Type.Boolean(), starts: Clock, ends: Clock,
  /** Also on days without work. */
  workingDays: Type.Boolean(),
});
export type QuietSettings = Static<typeof QuietSettings>;

export const MessagePreferences = Type.Object({
  items: Type.Array(MessagePreference), offered: Type.Array(OfferedChannel), quiet: QuietSettings,
  /** Whether bindings and quiet hours are one's own to change; not while acting for another. */
  own: Type.Boolean(),
});
export type MessagePreferences = Static<typeof MessagePreferences>;

export const listPreferences = defineOperation({
  id: 'messaging.list-preferences', method: 'GET', path: '/api/v1/messages/preferences', permission: 'messaging.message.view',
  summary: '消息订阅偏好：各类消息的通道、已绑定的账号、免打扰时段', response: MessagePreferences,
});

export const setPreference = defineOperation({
  id: 'messaging.set-preference', method: 'PUT', path: '/api/v1/messages/preferences/:topic', permission: 'messaging.message.view',
  summary: '选择一类消息走哪些通道', params: Type.Object({ topic: Text(60, { minLength: 1 }) }),
  body: Type.Object({ channels: Type.Array(Code(outsideChannels), { maxItems: 5, uniqueItems: true }) }), response: MessagePreference,
});

export const setQuietHours = defineOperation({
  id: 'messaging.set-quiet-hours', method: 'PUT', path: '/api/v1/messages/quiet-hours', permission: 'messaging.message.view',
  summary: '设置免打扰时段', body: QuietSettings, response: QuietSettings,
});

export const sendEmailCode = defineOperation({
  id: 'messaging.send-email-code', method: 'POST', path: '/api/v1/messages/email-codes', permission: 'messaging.message.view',
  summary: '向要绑定的邮箱发送绑定码', body: Type.Object({ address: Text(200, { minLength: 3 }) }), response: Type.Object({ expiresAt: DateTime, retryAfterSeconds: Type.Integer() }),
});

const BoundChannel = Type.Object({ channel: Code(['wechat', 'dingtalk', 'email']) });

export const bindAddress = defineOperation({
  id: 'messaging.bind-address', method: 'PUT', path: '/api/v1/messages/addresses/:channel', permission: 'messaging.message.view',
  summary: '以一次性绑定码绑定微信、钉钉或邮箱', params: BoundChannel, body: Type.Object({ code: Type.String({ pattern: '^\\d{6}$' }) }), response: OfferedChannel,
});

export const unbindAddress = defineOperation({
  id: 'messaging.unbind-address', method: 'DELETE', path: '/api/v1/messages/addresses/:channel', permission: 'messaging.message.view',
  summary: '解除绑定', params: BoundChannel, response: OfferedChannel,
});

const templateName = Type.String();

/** What the built-in simulators stored; addresses in the clear. */
export const SimulatedMessage = Type.Object({
  id: Id, channel: Code(outsideChannels), address: Type.String(), title: Type.String(), text: Type.String(), templateKey: Type.String(), templateName, sentAt: DateTime,
});
export type SimulatedMessage = Static<typeof SimulatedMessage>;

export const listSimulatedMessages = defineOperation({
  id: 'messaging.list-simulated-messages', method: 'GET', path: '/api/v1/simulated-messages', permission: 'messaging.simulated-sms.view',
  summary: '模拟通道“发出”的消息，新的在前', query: Type.Object({ ...PageQuery.properties, channel: Type.Optional(Code(outsideChannels)), to: Type.Optional(Text(200)) }),
  response: PageOf(SimulatedMessage),
});

export const Delivery = Type.Object({
  id: Id, channel: Code(channels), templateKey: Type.String(), templateName,
  /** Version of its texts; null of before there were versions. */
  versionNumber: Nullable(Type.Integer()), recipient: Type.String(), state: Code(deliveryStates),
  attempts: Type.Integer(), error: Nullable(Type.String()), createdAt: DateTime, dueAt: Nullable(DateTime), sentAt: Nullable(DateTime), deliveredAt: Nullable(DateTime), readAt: Nullable(DateTime),
});

export const listDeliveries = defineOperation({
  id: 'messaging.list-deliveries', method: 'GET', path: '/api/v1/message-deliveries', permission: 'messaging.delivery.view',
  summary: '消息发送记录，收信人隐去部分', query: Type.Object({ ...PageQuery.properties, channel: Type.Optional(Code(outsideChannels)), state: Type.Optional(Code(deliveryStates)) }), response: PageOf(Delivery),
});

export const getDelivery = defineOperation({
  id: 'messaging.get-delivery', method: 'GET', path: '/api/v1/message-deliveries/:deliveryId', permission: 'messaging.delivery.view',
  summary: '一条消息的内容和它走过的各个通道；查看留痕', params: Type.Object({ deliveryId: Id }),
  response: Type.Object({ ...Delivery.properties, title: Type.String(), text: Type.String(), others: Type.Array(Delivery) }),
});

export const retryDelivery = defineOperation({
  id: 'messaging.retry-delivery', method: 'POST', path: '/api/v1/message-deliveries/:deliveryId/retry', permission: 'messaging.delivery.retry',
  summary: '重新发送失败的消息', params: Type.Object({ deliveryId: Id }), response: Delivery,
});
