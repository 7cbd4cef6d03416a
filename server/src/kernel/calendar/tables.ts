import type { ColumnType } from 'kysely';
import type { DayException } from './working-calendar.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;

/** Rows of the PostgreSQL schema `calendar`. */
export interface CalendarTables {
  /** `noticeYear` is the year whose notice names the day: 2018-12-29 stands in that of 2019. */
  'calendar.dayException': { date: string; kind: DayException['kind']; name: string; noticeYear: number };
  'calendar.coveredYear': { year: number; source: string; revision: number; updatedAt: Instant; updatedBy: string };
  /** One row; its version grows with every change. */
  'calendar.revision': { one: boolean; version: number };
}
