import type { ColumnType } from 'kysely';
import type { RuleGroup } from '../catalog/contract.ts';
import type { References } from '../catalog/index.ts';
import type { FindingState, RectificationState, RunCause, RunState, Track } from './contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

/** Rows of the PostgreSQL schema `item_quality`. */
export interface ItemQualityTables {
  /** The last check of what an item offers or prepares. */
  'itemQuality.itemCheck': {
    itemId: string;
    track: Track;
    versionId: string;
    versionNumber: number;
    revision: number;
    name: string;
    localTaskCode: string;
    organizationId: string;
    organizationName: string;
    organizationPath: string;
    regionCode: string;
    guideErrors: number;
    materialErrors: number;
    warnings: number;
    accepted: number;
    active: boolean;
    checkedAt: Instant;
    /** Digest of all that decided what was found; null when it is not known. */
    basis: string | null;
    refersTo: References | null;
  };
  'itemQuality.finding': {
    id: string;
    itemId: string;
    track: Track;
    versionId: string;
    versionNumber: number;
    rule: string;
    ruleGroup: RuleGroup;
    severity: 'error' | 'warning';
    path: string;
    message: string;
    state: FindingState;
    organizationId: string;
    organizationPath: string;
    regionCode: string;
    openedAt: Instant;
    closedAt: NullableInstant;
    rectificationId: string | null;
  };
  'itemQuality.rectification': {
    id: string;
    number: string;
    version: number;
    state: RectificationState;
    organizationId: string;
    organizationName: string;
    organizationPath: string;
    regionCode: string;
    requirement: string;
    findingCount: number;
    issuedById: string;
    issuedByName: string;
    issuedAt: Instant;
    dueOn: ColumnType<string, string, string>;
    reply: string | null;
    /** Day on which the department was last told that it is late. */
    overdueToldOn: ColumnType<string | null, string | null | undefined, string | null>;
    finishedAt: NullableInstant;
  };
  'itemQuality.rectificationStep': { id: string; rectificationId: string; action: string; text: string; byId: string; byName: string; at: Instant };
  'itemQuality.run': {
    id: string;
    cause: RunCause;
    /** Tells the same stretch of items: at most one run over it at a time. */
    scopeKey: string;
    scopeName: string;
    organizationPath: string | null;
    regionCode: string | null;
    state: RunState;
    total: number;
    done: number;
    opened: number;
    closed: number;
    /** Only items are checked on which something has changed since their last check. */
    changedOnly: boolean;
    /** Items of `done` that were not checked because nothing has. */
    unchanged: number;
    /** Where to go on after an interruption. */
    lastItemId: string | null;
    requestedById: string;
    requestedByName: string;
    requestedAt: Instant;
    /** When it last moved on; one that stands still was interrupted. */
    movedAt: Instant;
    finishedAt: NullableInstant;
  };
  /** Items that changed since they were checked. */
  'itemQuality.pending': { itemId: string; marks: number };
  /** How each department stood at the end of each day. */
  'itemQuality.daily': {
    day: ColumnType<string, string, string>;
    organizationId: string;
    organizationPath: string;
    regionCode: string;
    inUse: number;
    accurate: number;
    errors: number;
    warnings: number;
    formulaVersion: number;
  };
}
