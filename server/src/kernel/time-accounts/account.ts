import type { Insertable, Selectable } from 'kysely';
import { startOfChinaDay } from '../clock/index.ts';
import type { ClockRules } from './clock-rules.ts';
import { deriveDeadlines, type ClockLevel, type Deadlines } from './derive-deadlines.ts';
import { closedOnOf, type Ledger, type Limits } from './ledger.ts';
import type { TimeTables } from './tables.ts';

/** What a clock belongs to, e.g. `{ subjectType: 'case', subjectId }`. */
export interface Subject {
  subjectType: string;
  subjectId: string;
}

/** A clock with where it stands today. */
export interface TimeAccount extends Subject {
  id: string;
  version: number;
  organizationId: string | null;
  regionCode: string | null;
  limits: Limits;
  ledger: Ledger;
  deadlines: Deadlines;
  /** The level last written; `deadlines.level` is today's and may be worse until the minutely job has come by. */
  storedLevel: ClockLevel;
}

export type AccountRow = Selectable<TimeTables['time.account']>;

/** The account that a row holds, as it stands on `today`. */
export function toAccount(row: AccountRow, { calendar, warning }: ClockRules, today: string): TimeAccount {
  const ledger: Ledger = { startedOn: row.startedOn, immediate: row.immediate, segments: row.segments };
  const limits: Limits = { promisedDays: row.promisedDays, legalDays: row.legalDays, unit: row.unit, legalUnit: row.legalUnit };
  return {
    id: row.id, subjectType: row.subjectType, subjectId: row.subjectId, organizationId: row.organizationId, regionCode: row.regionCode, version: row.version, limits, ledger, storedLevel: row.level,
    deadlines: deriveDeadlines(ledger, limits, calendar, today, warning),
  };
}

/** The columns that are derived from the ledger. */
export function derivedColumns(account: Pick<TimeAccount, 'ledger' | 'deadlines'>, { calendar }: ClockRules, now: Date) {
  const { deadlines, ledger } = account;
  return {
    status: deadlines.status, level: deadlines.level, promisedDueOn: deadlines.promisedDueOn, legalDueOn: deadlines.legalDueOn,
    provisional: deadlines.provisional, closedOn: closedOnOf(ledger), calendarVersion: calendar.version, updatedAt: now,
    nextThresholdAt: deadlines.nextChangeOn === null ? null : startOfChinaDay(deadlines.nextChangeOn),
  } satisfies Partial<Insertable<TimeTables['time.account']>>;
}
