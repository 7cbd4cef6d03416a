import { defineOperation, Text, Type } from '@tongban/contract-kit';

/** What a reader is sent when a topic has changed, as the data of an event without a name. */
export interface LiveChange {
  /** As it was asked for, e.g. `halls.hall/0198…`. */
  topic: string;
  /** What the topic is now, for topics that are the same for everybody; others are asked again. */
  value?: unknown;
}

export const followLive = defineOperation({
  id: 'live.follow', method: 'GET', path: '/api/v1/live', permission: 'public',
  summary: '持续接收变化（text/event-stream）：所订主题有变化时推送；连接约十分钟后由服务器结束，按提示时间重连',
  query: Type.Object({ topics: Text(1_000, { minLength: 1, description: '以逗号分隔，至多 8 个：workflow.inbox 本人待办，halls.hall/编号 大厅实况，halls.queue/编号 大厅排队有变化，supervision.board、supervision.orders、supervision.spot-checks、supervision.rules 权限范围内的监察看板、督办单、抽查和监察规则有变化' }) }),
  responseKind: 'events',
});
