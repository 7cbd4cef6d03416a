import { Code, DateTime, defineOperation, Nullable, Text, Type, type Static } from '@tongban/contract-kit';

/** Ways to a recipient outside the platform, in the order in which they are offered. */
export const outsideChannels = ['sms', 'wechat', 'dingtalk', 'email', 'voice'] as const;
export type OutsideChannel = (typeof outsideChannels)[number];
export const channels = ['in-site', ...outsideChannels] as const;
export type MessageChannel = (typeof channels)[number];

/** Those by which officers can be reached. */
export const staffChannels = ['dingtalk', 'email'] as const satisfies readonly OutsideChannel[];
export type StaffChannel = (typeof staffChannels)[number];

/** What people call the channels. */
export const channelNames: Readonly<Record<MessageChannel, string>> = { 'in-site': '站内', sms: '短信', wechat: '微信', dingtalk: '钉钉', email: '邮件', voice: '语音电话' };

/** queued 待发 → sent 已提交通道 → delivered 已送达; failed 失败; suppressed 按偏好不发; expired 过时不发; merged 并入汇总. */
export const deliveryStates = ['queued', 'sent', 'delivered', 'failed', 'suppressed', 'expired', 'merged'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** up 正常; down 不通; paused 暂停; disabled 停用; unconnected 没有网关，谁也用不上; idle 还没有发过. */
export const channelStates = ['up', 'down', 'paused', 'disabled', 'unconnected', 'idle'] as const;

/** Bounds of the settings of a channel; a rate is messages in a minute, a price thousandths of a yuan. */
export const channelBounds = {
  hourlyLimit: [1, 1000], dailyLimit: [1, 5000], digestFrom: [0, 100], ratePerMinute: [6, 60_000], priceMills: [0, 100_000],
} as const;

const bounded = ([minimum, maximum]: readonly [number, number]) => Type.Integer({ minimum, maximum });

export const ChannelSettings = Type.Object({
  enabled: Type.Boolean(), hourlyLimit: bounded(channelBounds.hourlyLimit), dailyLimit: bounded(channelBounds.dailyLimit),
  /** So many messages waiting for one recipient become one; 0 for never. */
  digestFrom: bounded(channelBounds.digestFrom), ratePerMinute: bounded(channelBounds.ratePerMinute), priceMills: bounded(channelBounds.priceMills),
});
export type ChannelSettings = Static<typeof ChannelSettings>;

/** A channel as its operator sees it. */
export const ChannelStatus = Type.Object({
  channel: Code(outsideChannels), name: Type.String(), state: Code(channelStates),
  /** Nothing leaves the platform: the built-in simulator stores what would be sent. */
  simulated: Type.Boolean(),
  settings: ChannelSettings, revision: Type.Integer(),
  upSince: Nullable(DateTime), downSince: Nullable(DateTime), nextTryAt: Nullable(DateTime), lastError: Nullable(Type.String()), lastSentAt: Nullable(DateTime),
  pausedAt: Nullable(DateTime), pauseReason: Nullable(Type.String()),
  /** Messages due now, the age of the oldest, those put off until later, and those that failed within seven days; counted up to 10,000. */
  waiting: Type.Integer(), oldestAt: Nullable(DateTime), deferred: Type.Integer(), failed: Type.Integer(),
});
export type ChannelStatus = Static<typeof ChannelStatus>;

const ChannelParams = Type.Object({ channel: Code(outsideChannels) });

export const listChannels = defineOperation({
  id: 'messaging.list-channels', method: 'GET', path: '/api/v1/message-channels', permission: 'messaging.channel.view',
  summary: '消息通道的状态和设置', response: Type.Object({ items: Type.Array(ChannelStatus) }),
});

export const saveChannel = defineOperation({
  id: 'messaging.save-channel', method: 'PUT', path: '/api/v1/message-channels/:channel', permission: 'messaging.channel.manage',
  summary: '修改一个通道的设置', params: ChannelParams, body: Type.Object({ revision: Type.Integer(), settings: ChannelSettings }), response: ChannelStatus,
});

export const pauseChannel = defineOperation({
  id: 'messaging.pause-channel', method: 'POST', path: '/api/v1/message-channels/:channel/pause', permission: 'messaging.channel.manage',
  summary: '暂停一个通道；消息排队等候', params: ChannelParams, body: Type.Object({ reason: Text(200, { minLength: 2 }) }), response: ChannelStatus,
});

export const resumeChannel = defineOperation({
  id: 'messaging.resume-channel', method: 'POST', path: '/api/v1/message-channels/:channel/resume', permission: 'messaging.channel.manage',
  summary: '恢复一个通道；不通的马上再试', params: ChannelParams, response: ChannelStatus,
});

export const resendFailed = defineOperation({
  id: 'messaging.resend-failed', method: 'POST', path: '/api/v1/message-channels/:channel/resend-failed', permission: 'messaging.channel.manage',
  summary: '重发这个通道最近几天发送失败的消息（一次最多 1000 条）', params: ChannelParams, body: Type.Object({ days: Type.Integer({ minimum: 1, maximum: 7 }) }),
  response: Type.Object({ count: Type.Integer() }),
});

export const topicBounds = { keepHours: [24, 168] } as const;

/** By which channels a group of messages goes unless somebody chose otherwise. */
export const TopicSettings = Type.Object({
  channels: Type.Array(Code(outsideChannels), { maxItems: 5, uniqueItems: true }), fallback: Type.Array(Code(outsideChannels), { maxItems: 5, uniqueItems: true }),
  /** Hours after which a message that could not be sent is of no use. */
  keepHours: bounded(topicBounds.keepHours),
});
export type TopicSettings = Static<typeof TopicSettings>;

export const TopicStatus = Type.Object({
  topic: Type.String(), name: Type.String(), required: Type.Boolean(),
  /** Whom it tells: citizens and companies, or officers. */
  staff: Type.Boolean(), settings: TopicSettings, revision: Type.Integer(),
});

export const listTopics = defineOperation({
  id: 'messaging.list-topics', method: 'GET', path: '/api/v1/message-topics', permission: 'messaging.channel.view',
  summary: '各类消息默认走哪些通道', response: Type.Object({ items: Type.Array(TopicStatus) }),
});

export const saveTopic = defineOperation({
  id: 'messaging.save-topic', method: 'PUT', path: '/api/v1/message-topics/:topic', permission: 'messaging.channel.manage',
  summary: '修改一类消息默认走的通道', params: Type.Object({ topic: Text(60, { minLength: 1 }) }), body: Type.Object({ revision: Type.Integer(), settings: TopicSettings }), response: TopicStatus,
});
