import type { ColumnType } from 'kysely';
import type { DispatchKind, DispatchOutcome, DispatchReason } from './vocabulary.contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;

/** Rows of the PostgreSQL schema `dispatch`. */
export interface DispatchTables {
  /** Where a task went and why; never changed but for `current`. A split of a case has no task. */
  'dispatch.record': {
    id: string;
    caseId: string;
    caseNumber: string;
    itemId: string;
    itemName: string;
    /** Of the case, for scopes. */
    organizationId: string;
    organizationName: string;
    organizationPath: string;
    regionCode: string;
    kind: DispatchKind;
    taskId: string | null;
    taskName: string;
    step: string;
    /** 0 when the task was created, one more with each time a person gave it to others. */
    sequence: number;
    /** The latest of its task. */
    current: boolean;
    outcome: DispatchOutcome;
    reasonCode: DispatchReason | null;
    reason: string | null;
    ruleSetId: string | null;
    ruleSetName: string | null;
    versionId: string | null;
    versionNumber: number | null;
    ruleRows: number[];
    ruleNote: string | null;
    /** The run in `rules.evaluation`, whose explanation repeats what people stated. */
    evaluationId: string | null;
    targetOrganizationId: string | null;
    targetOrganizationName: string | null;
    targetOrganizationPath: string | null;
    targetPostCode: string | null;
    targetPostName: string | null;
    target: string;
    at: Instant;
    byId: string | null;
    byName: string | null;
  };
  /** Rule sets stopped by hand. */
  'dispatch.halt': { ruleSetId: string; at: Instant; byId: string; byName: string; reason: string };
}
