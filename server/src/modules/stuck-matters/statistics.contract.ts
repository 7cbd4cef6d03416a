import { DateOnly, defineOperation, Nullable, Text, Type, type Static } from '@tongban/contract-kit';

const counts = {
  total: Type.Integer(),
  /** Not at an end yet. */
  open: Type.Integer(),
  /** Waits to be assigned, or to be answered. */
  waiting: Type.Integer(),
  done: Type.Integer(),
  /** Answered late, or past the limit and unanswered. */
  late: Type.Integer(),
  /** From registration to the end, days; null when none has ended. */
  averageDays: Nullable(Type.Number()),
  /** Satisfied and fairly satisfied of all words given, percent. */
  satisfiedShare: Nullable(Type.Number()),
};

export const StatisticsLine = Type.Object({ key: Type.String(), name: Type.String(), ...counts });
export type StatisticsLine = Static<typeof StatisticsLine>;

export const MatterStatistics = Type.Object({
  total: StatisticsLine, byReason: Type.Array(StatisticsLine), byRegion: Type.Array(StatisticsLine), byOrganization: Type.Array(StatisticsLine), byCause: Type.Array(StatisticsLine),
});
export type MatterStatistics = Static<typeof MatterStatistics>;

export const StatisticsQuery = Type.Object({ from: Type.Optional(DateOnly), to: Type.Optional(DateOnly), regionCode: Type.Optional(Text(12, { pattern: '^\\d{6,12}$' })) });
export type StatisticsQuery = Static<typeof StatisticsQuery>;

export const getMatterStatistics = defineOperation({
  id: 'stuck-matters.get-statistics', method: 'GET', path: '/api/v1/stuck-matter-statistics', permission: 'stuck-matters.statistics.view',
  summary: '办不成事统计：按原因、区划、部门、根本原因', query: StatisticsQuery, response: MatterStatistics,
});

export const exportMatterStatistics = defineOperation({
  id: 'stuck-matters.export-statistics', method: 'GET', path: '/api/v1/stuck-matter-statistics/export', permission: 'stuck-matters.statistics.view', responseKind: 'binary',
  summary: '把统计导出为 Excel，每个口径一张表', query: StatisticsQuery,
});
