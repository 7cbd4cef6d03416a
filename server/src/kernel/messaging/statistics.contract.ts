import { Code, defineOperation, Id, Nullable, Type, type Static } from '@tongban/contract-kit';
import { channels } from './channels.contract.ts';

const Month = Type.String({ pattern: '^20\\d\\d-(0[1-9]|1[0-2])$' });

/** By what the messages of a period are told apart. */
export const statisticsGroupings = ['month', 'channel', 'topic', 'organization'] as const;

export const MessageStatisticsQuery = Type.Object({
  from: Month, to: Month, by: Code(statisticsGroupings), channel: Type.Optional(Code(channels)), topic: Type.Optional(Type.String({ maxLength: 60 })), organizationId: Type.Optional(Id),
});
export type MessageStatisticsQuery = Static<typeof MessageStatisticsQuery>;

const Figures = {
  /** Handed to the channel, as often as it was; in-site put into the box. */
  sent: Type.Integer(), delivered: Type.Integer(), failed: Type.Integer(), suppressed: Type.Integer(), expired: Type.Integer(), merged: Type.Integer(), read: Type.Integer(),
  /** Of those delivered or failed, percent; null of none. */
  deliveredShare: Nullable(Type.Number()),
  /** Seconds between writing and handing over, on average outside the platform; null of none. */
  averageWait: Nullable(Type.Integer()),
  /** Thousandths of a yuan. */
  costMills: Type.Integer(),
};

export const MessageStatisticsLine = Type.Object({ key: Type.String(), name: Type.String(), ...Figures });
export type MessageStatisticsLine = Static<typeof MessageStatisticsLine>;

export const getMessageStatistics = defineOperation({
  id: 'messaging.get-statistics', method: 'GET', path: '/api/v1/message-statistics', permission: 'messaging.statistics.view',
  summary: '消息月度统计', query: MessageStatisticsQuery, response: Type.Object({ total: Type.Object(Figures), lines: Type.Array(MessageStatisticsLine) }),
});

export const exportMessageStatistics = defineOperation({
  id: 'messaging.export-statistics', method: 'GET', path: '/api/v1/message-statistics/export', permission: 'messaging.statistics.view',
  summary: '导出消息月度统计（Excel）', query: MessageStatisticsQuery, responseKind: 'binary',
});
