import type { ColumnType } from 'kysely';
import type { DifferenceState, FindingRule, AdjustmentKind } from './change.contract.ts';
import type { ClaimKind, ClaimState } from './claim.contract.ts';
import type { EntryElements, EntryImport, EntryState, EntryVersionState, RejectedRow } from './entry.contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type NullableText = ColumnType<string | null, string | null | undefined, string | null>;
type Json<T> = ColumnType<T, T | string, T | string>;

/** Rows of the PostgreSQL schema `directory`. */
export interface DirectoryTables {
  /** What is in force, or the newest content while nothing has been. */
  'directory.entry': {
    id: string;
    catalogCode: string | null;
    localCatalogCode: string | null;
    /** Either of the two, by which lists are ordered. */
    code: ColumnType<string, never, never>;
    parentId: string | null;
    regionCode: string;
    name: string;
    taskType: string;
    guidanceDepartment: string;
    useLevels: string[];
    paused: boolean;
    state: EntryState;
    inForceVersionId: string | null;
    latestVersionId: string;
    latestVersionNumber: number;
    latestState: EntryVersionState;
    planCancelDate: NullableText;
    /** tsvector; never read back. */
    vector: ColumnType<string, string, string>;
    createdAt: Instant;
    updatedAt: Instant;
  };
  'directory.entryVersion': {
    id: string;
    entryId: string;
    number: number;
    state: EntryVersionState;
    revision: number;
    cancels: boolean;
    elements: Json<EntryElements>;
    /** SM3 of the imported row, so that an unchanged row is not written again. */
    importDigest: NullableText;
    importId: NullableText;
    createdAt: Instant;
    createdById: string;
    createdByName: string;
    submittedAt: NullableInstant;
    submittedById: NullableText;
    reviewedAt: NullableInstant;
    reviewedById: NullableText;
    reviewedByName: NullableText;
    reviewOpinion: NullableText;
    inForceAt: NullableInstant;
  };
  'directory.entryImport': {
    id: string;
    fileName: string;
    format: EntryImport['format'];
    regionCode: string;
    read: number;
    created: number;
    changed: number;
    unchanged: number;
    rejected: number;
    rejections: Json<RejectedRow[]>;
    state: EntryImport['state'];
    version: number;
    importedAt: Instant;
    importedById: string;
    importedByName: string;
    reviewedById: NullableText;
    reviewedByName: NullableText;
    reviewOpinion: NullableText;
    failures: Json<RejectedRow[]>;
  };
  /** Which department of a region takes the entries of a guiding department. */
  'directory.duty': { regionCode: string; guidanceDepartment: string; organizationId: string };
  /** Regions that take part: those with an organisation of today. */
  'directory.participant': { regionCode: string; name: string; fullName: string; exerciseLevel: string; parentCode: string | null };
  'directory.claim': {
    id: string;
    entryId: string;
    regionCode: string;
    level: string;
    organizationId: string;
    organizationPath: string;
    organizationName: string;
    kind: ClaimKind;
    state: ClaimState;
    itemId: string | null;
    reason: string | null;
    version: number;
    claimedAt: Instant;
    claimedById: string;
    claimedByName: string;
    decidedAt: NullableInstant;
    decidedById: NullableText;
    decidedByName: NullableText;
    decisionReason: NullableText;
  };
  /** One change of the directory that has come into force. */
  'directory.adjustment': {
    id: string;
    entryId: string;
    versionId: string;
    previousVersionId: string | null;
    kind: AdjustmentKind;
    at: Instant;
    /** Elements that differ from the version before. */
    elements: string[];
  };
  /** One element in which an implementation list does not say what its entry says. */
  'directory.difference': {
    id: string;
    claimId: string;
    itemId: string;
    entryVersionId: string;
    element: string;
    locked: boolean;
    incoming: Json<unknown>;
    state: DifferenceState;
    version: number;
    openedAt: Instant;
    decidedAt: NullableInstant;
    decidedById: NullableText;
    decidedByName: NullableText;
    reason: NullableText;
  };
  /** What the checks of 减证便民 and 证照分离 found and nobody has mended yet. */
  'directory.finding': { claimId: string; rule: FindingRule; detail: Json<{ names: string[] }>; foundAt: Instant };
}
