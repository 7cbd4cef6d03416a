import type { ColumnType, Generated } from 'kysely';
import type { SignalLevel, WatchedCase } from './contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null, Date | string | null>;

/** Rows of the PostgreSQL schema `supervision`. */
export interface SupervisionTables {
  /** What the board needs of each case; follows the case's events and its clock. */
  'supervision.watchedCase': {
    caseId: string;
    number: string;
    itemName: string;
    organizationId: string;
    organizationName: string;
    organizationPath: string;
    regionCode: string;
    applicantName: string;
    state: WatchedCase['state'];
    level: WatchedCase['level'];
    promisedDueOn: string | null;
    legalDueOn: string | null;
    sortDueOn: Generated<string>;
    submittedAt: Instant;
    caseVersion: number;
    /** Day in whose closed cases it is counted; null while open, or when it ended without a decision. */
    countedOn: string | null;
    onTime: boolean | null;
  };
  /** Open cases by department, state and level; kept by a trigger on `watchedCase`, never written from here. */
  'supervision.openCount': {
    organizationId: string; state: WatchedCase['state']; level: WatchedCase['level'];
    organizationName: string; organizationPath: string; regionCode: string; count: number;
  };
  'supervision.dailyClosed': { organizationId: string; day: string; organizationName: string; organizationPath: string; regionCode: string; total: number; onTime: number };
  /** Times of the steps that were done on a day, as one bucket each (`kernel/reporting`). */
  'supervision.stepDay': {
    day: string; definitionId: string; node: string;
    organizationId: string; organizationName: string; organizationPath: string; regionCode: string;
    waiting: number[]; handling: number[]; total: number[];
  };
  /** The days of a month that is over, added up by bucket. */
  'supervision.stepMonth': {
    month: string; definitionId: string; node: string; organizationId: string; organizationPath: string; regionCode: string; measure: string; buckets: number[]; counts: number[];
  };
  'supervision.stepProgress': { single: Generated<boolean>; countedTo: string; countedAt: Instant };
  'supervision.signal': {
    id: string;
    subjectType: 'case' | 'rectification';
    subjectId: string;
    level: SignalLevel;
    caseNumber: string | null;
    itemName: string;
    organizationId: string;
    organizationName: string;
    organizationPath: string;
    regionCode: string;
    dueOn: string | null;
    raisedAt: Instant;
    clearedAt: NullableInstant;
    demandText: string | null;
    demandBy: string | null;
    demandAt: NullableInstant;
    answerText: string | null;
    answerBy: string | null;
    answerAt: NullableInstant;
  };
}
