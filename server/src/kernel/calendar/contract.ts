import { Code, DateOnly, DateTime, defineOperation, Nullable, Text, Type, type Static } from '@tongban/contract-kit';

export const ExceptionDay = Type.Object({
  date: DateOnly,
  /** holiday 放假, workday 调休上班. */
  kind: Code(['holiday', 'workday'] as const),
  /** The holiday it belongs to, e.g. 国庆节. */
  name: Text(20, { minLength: 1 }),
});
export type ExceptionDay = Static<typeof ExceptionDay>;

/** A year of the working calendar; without its notice no period that reaches into it can be final. */
export const CalendarYear = Type.Object({
  year: Type.Integer(),
  covered: Type.Boolean(),
  /** Number of the notice the days come from, e.g. 国办发明电〔2025〕7号. */
  source: Nullable(Type.String()),
  /** Send it back when saving; 0 for a year without a notice. */
  revision: Type.Integer(),
  updatedAt: Nullable(DateTime),
  days: Type.Array(ExceptionDay),
});
export type CalendarYear = Static<typeof CalendarYear>;

export const listYears = defineOperation({
  id: 'calendar.list-years', method: 'GET', path: '/api/v1/calendar/years', permission: 'calendar.year.view',
  summary: '工作日历已录入的年份，以及今年、明年是否缺少放假安排',
  response: Type.Object({
    items: Type.Array(Type.Object({ year: Type.Integer(), holidays: Type.Integer(), workdays: Type.Integer(), source: Type.String(), updatedAt: DateTime })),
    /** This year or the next when it has no notice yet. */
    missing: Type.Array(Type.Integer()),
  }),
});

const yearParams = Type.Object({ year: Type.Integer({ minimum: 2000, maximum: 2199 }) });

export const getYear = defineOperation({
  id: 'calendar.get-year', method: 'GET', path: '/api/v1/calendar/years/:year', permission: 'calendar.year.view',
  summary: '查看一年的放假和调休安排', params: yearParams, response: CalendarYear,
});

export const saveYear = defineOperation({
  id: 'calendar.save-year', method: 'PUT', path: '/api/v1/calendar/years/:year', permission: 'calendar.year.edit',
  summary: '按国务院办公厅的放假通知录入或修改一年的安排；在办时限随之重新计算', params: yearParams,
  body: Type.Object({ revision: Type.Integer({ minimum: 0 }), source: Text(100, { minLength: 2 }), days: Type.Array(ExceptionDay, { maxItems: 100 }) }),
  response: CalendarYear,
});
