import { Code, DateOnly, defineOperation, Nullable, Text, Type, type ResponseOf, type Static } from '@tongban/contract-kit';
import { BoardCounts } from './contract.ts';

export const viewDimensions = ['region', 'department', 'item', 'person', 'window'] as const;
export const ViewDimension = Code(viewDimensions);
export type ViewDimension = Static<typeof ViewDimension>;
export const viewDimensionLabels: Record<ViewDimension, string> = { region: '区划', department: '部门', item: '事项', person: '人员', window: '窗口' };

export const viewSorts = ['overdue', 'open', 'closed', 'on-time', 'days'] as const;

/** Counts of one region, department, item, person or window: open now, and decided in the period. */
export const ViewLine = Type.Object({
  /** Region code, or the id of what it is; `online` and `counter` for what was registered at no known window. */
  key: Type.String(), name: Type.String(), organizationName: Nullable(Type.String()),
  ...Type.Omit(BoardCounts, ['overdueRectifications']).properties,
  /** What people have found out and nobody has settled; without a known case not counted by officer and window, without an item not by item. */
  found: Type.Integer(),
  /** Working days used on average and promised on average, one decimal; null when nothing with a clock was decided. */
  averageDays: Nullable(Type.Number()), promisedDays: Nullable(Type.Number()),
});
export type ViewLine = Static<typeof ViewLine>;

const filter = {
  by: ViewDimension, from: DateOnly, to: DateOnly,
  /** The regions directly below this one, or what lies in it; 12 digits. */
  regionCode: Type.Optional(Text(12, { minLength: 2, pattern: '^[0-9]+$' })),
  organizationId: Type.Optional(Text(36, { minLength: 36 })),
  sort: Type.Optional(Code(viewSorts)),
};
export const ViewQuery = Type.Object(filter);
export type ViewQuery = Static<typeof ViewQuery>;

/** Lines that a view shows; an export has all. */
export const mostLines = 200;

export const getView = defineOperation({
  id: 'supervision.get-view', method: 'GET', path: '/api/v1/supervision/views', permission: 'supervision.board.view',
  summary: '监察视图：按区划、部门、事项、人员、窗口，在办各等级和一段时间办结、按时率、平均用时', query: ViewQuery,
  response: Type.Object({
    lines: Type.Array(ViewLine), total: ViewLine,
    /** Lines beyond those shown. */
    more: Type.Integer(),
    /** Lines do not add up to the total: one case is counted for each person who did a step of it. */
    overlapping: Type.Boolean(),
  }),
});
export type SupervisionView = ResponseOf<typeof getView>;

export const exportView = defineOperation({
  id: 'supervision.export-view', method: 'GET', path: '/api/v1/supervision/views/export', permission: 'supervision.board.view', summary: '导出监察视图（Excel）', query: ViewQuery, responseKind: 'binary',
});

export const getTrend = defineOperation({
  id: 'supervision.get-trend', method: 'GET', path: '/api/v1/supervision/trend', permission: 'supervision.board.view', summary: '办结和按时率的走势，按日（两个月内）或按月',
  query: Type.Object({ from: DateOnly, to: DateOnly, regionCode: filter.regionCode, organizationId: filter.organizationId, by: Type.Optional(ViewDimension), key: Type.Optional(Text(36)) }),
  response: Type.Object({
    grain: Code(['day', 'month'] as const),
    points: Type.Array(Type.Object({ on: DateOnly, closed: Type.Integer(), closedOnTime: Type.Integer(), onTimeShare: Nullable(Type.Number()), averageDays: Nullable(Type.Number()) })),
  }),
});
export type Trend = ResponseOf<typeof getTrend>;
