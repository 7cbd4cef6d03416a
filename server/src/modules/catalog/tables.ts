import type { ColumnType, Generated } from 'kysely';
import type { BulkMode, BulkOutcome, BulkState, ElementName, ImportFinding, ItemElements, RuleParameterValue, RuleSeverity, VersionState } from './contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Json<T> = ColumnType<T, T | string, T | string>;

/** Rows of schema `catalog`. */
export interface CatalogTables {
  'catalog.item': {
    id: string;
    localTaskCode: string;
    name: string;
    taskType: string;
    regionCode: string;
    organizationId: string;
    /** Path of the implementing organisation when last written, for scopes and filters in SQL. */
    organizationPath: string;
    departmentName: string;
    /** 基本编码 of the newest content that was created or published. */
    catalogCode: ColumnType<string | null, string | null | undefined, string | null>;
    /** The implementation list a handling item (业务办理项) belongs to. */
    parentItemId: ColumnType<string | null, string | null | undefined, string | null>;
    /** Elements that the superior list has fixed; only `applyIncomingElements` changes them. */
    lockedElements: Generated<string[]>;
    /** Why it can never be worked on again; null for all but those whose power has ended. */
    closedReason: ColumnType<string | null, string | null | undefined, string | null>;
    source: 'platform' | 'import';
    latestVersionId: string;
    latestVersionNumber: number;
    latestState: VersionState;
    publishedVersionId: string | null;
    importFindings: Json<ImportFinding[]>;
    tags: Generated<string[]>;
    /** `person:birth`, `company:exit`. */
    lifeStages: Generated<string[]>;
    /** Faults of the newest version that keep it from review; null until it was checked. */
    errorCount: ColumnType<number | null, number | null | undefined, number | null>;
    /** tsvector; never read back. Null until the item is indexed. */
    staffVector: ColumnType<string | null, string | null | undefined, string | null>;
    /** Digest of the content that a list has last written; null when it was written otherwise. */
    importDigest: string | null;
    createdAt: Instant;
    updatedAt: Instant;
  };
  'catalog.itemVersion': {
    id: string;
    itemId: string;
    number: number;
    state: VersionState;
    revision: number;
    elements: Json<ItemElements>;
    createdAt: Instant;
    createdById: string;
    createdByName: string;
    submittedAt: NullableInstant;
    submittedById: string | null;
    reviewedAt: NullableInstant;
    reviewedById: string | null;
    reviewOpinion: string | null;
    publishedAt: NullableInstant;
    savedAt: NullableInstant;
    savedById: ColumnType<string | null, string | null | undefined, string | null>;
    savedByName: ColumnType<string | null, string | null | undefined, string | null>;
    /** Others may begin with it, under this name. */
    templateName: ColumnType<string | null, string | null | undefined, string | null>;
  };
  /** What a department confirmed of the guidance of an item; never changed. */
  'catalog.guidanceConfirmation': {
    id: string;
    itemId: string;
    versionId: string;
    /** Of `guidanceDigestOf`. */
    digest: string;
    organizationName: string;
    opinion: string;
    confirmedById: string;
    confirmedByName: string;
    confirmedAt: Instant;
  };
  /** What the licence catalogue has told of its types. */
  'catalog.licenceType': { code: string; name: string; retired: boolean; formLines: Json<{ label: string; field: string }[]> };
  /** Hashes of what the last list said of an item, by element: only what a later list says otherwise is news. */
  'catalog.listedItem': { itemId: string; said: Json<Record<string, string>> };
  /** A change of one element over many items. */
  'catalog.bulkChange': {
    id: string;
    element: ElementName;
    mode: BulkMode;
    value: Json<unknown>;
    state: BulkState;
    total: number;
    createdAt: Instant;
    createdById: string;
    createdByName: string;
    finishedAt: NullableInstant;
  };
  'catalog.bulkChangeItem': {
    bulkChangeId: string;
    position: number;
    itemId: string;
    itemName: string;
    departmentName: string;
    before: Json<unknown>;
    after: Json<unknown>;
    outcome: BulkOutcome;
    reason: string | null;
    /** The draft it was written to, as of this revision; `opened` when the change began that draft. */
    versionId: string | null;
    revision: number | null;
    opened: Generated<boolean>;
  };
  /** What the public can find: one row per item with a published version. */
  'catalog.itemSearch': {
    itemId: string;
    versionId: string;
    name: string;
    organizationId: string;
    departmentName: string;
    regionCode: string;
    taskType: string;
    audiences: string[];
    topics: string[];
    /** `person:birth`, `company:exit`. */
    lifeStages: Generated<string[]>;
    onlineAvailable: boolean;
    popularity: number;
    /** ItemSummary as JSON text, answered as it is. */
    card: string;
    /** tsvector; never read back. */
    vector: ColumnType<string, string, string>;
  };
  /** The item of each case of the last months, for the list of what most people come for. */
  'catalog.itemUse': { caseId: string; itemId: string; day: ColumnType<string, string, string> };
  /** Rules of the guide as a city has changed them. */
  'catalog.qualitySetting': {
    ruleId: string;
    severity: RuleSeverity | null;
    parameters: Json<Readonly<Record<string, RuleParameterValue>>>;
    reason: string;
    revision: number;
    changedById: string;
    changedByName: string;
    changedAt: Instant;
  };
  /** Groups of fields that forms share by copy. */
  'catalog.formPart': {
    id: string;
    name: string;
    section: Json<Record<string, unknown>>;
    revision: number;
    organizationId: string;
    organizationPath: string;
    regionCode: string;
    savedAt: Instant;
    savedById: string;
    savedByName: string;
  };
  /** Findings that are let stand for one item, while their words stay the same. */
  'catalog.qualityException': {
    id: string;
    itemId: string;
    rule: string;
    path: string;
    message: string;
    reason: string;
    acceptedById: string;
    acceptedByName: string;
    acceptedAt: Instant;
  };
}
