import type { ColumnType } from 'kysely';
import type { ClockLevel } from './derive-deadlines.ts';
import type { ClockStatus, DayUnit, Segment } from './ledger.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null, Date | string | null>;

/**
 * Rows of the PostgreSQL schema `time`, published for joins. `segments` with the limits is the truth; status, level, due
 * dates and `nextThresholdAt` are derived from it at the last change or threshold.
 */
export interface TimeTables {
  /** One row: the city's rule for warnings, see `WarningRule`. */
  'time.rule': { one: boolean; share: number; days: number };
  'time.account': {
    id: string;
    subjectType: string;
    subjectId: string;
    organizationId: string | null;
    regionCode: string | null;
    startedOn: string;
    immediate: boolean;
    promisedDays: number;
    legalDays: number;
    unit: DayUnit;
    legalUnit: DayUnit;
    segments: readonly Segment[];
    status: ClockStatus;
    level: ClockLevel;
    promisedDueOn: string | null;
    legalDueOn: string | null;
    provisional: boolean;
    /** When the level is next to be looked at; null while paused, stopped, or as bad as it can get. */
    nextThresholdAt: NullableInstant;
    closedOn: string | null;
    calendarVersion: number;
    version: number;
    updatedAt: Instant;
  };
}
