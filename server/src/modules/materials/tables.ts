import type { ColumnType } from 'kysely';
import type { VersionState } from '../catalog/contract.ts';
import type { FileKind, MaterialKind, MaterialState, PointStage } from './library.contract.ts';
import type { HolderKind, SubstitutionState } from './substitution.contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

/** Rows of schema `materials`. */
export interface MaterialsTables {
  'materials.material': {
    id: string;
    code: string;
    kind: MaterialKind;
    name: string;
    aliases: string[];
    /** Comparable forms of the name and the aliases (`materialNameKey`). */
    nameKeys: string[];
    type: string;
    form: string;
    necessity: string;
    source: string;
    sourceExplanation: string | null;
    issuingAuthority: string | null;
    pageFormat: string | null;
    acceptanceStandard: string | null;
    fillingInstructions: string | null;
    sensitive: boolean;
    licenceTypes: string[];
    state: MaterialState;
    stateReason: string | null;
    /** The material that stands for this one since it was merged; never one that is merged itself. */
    mergedInto: string | null;
    revision: number;
    regionCode: string;
    /** Where it was proposed; an organisation's own drafts are its to edit. */
    organizationPath: string;
    createdById: string;
    createdByName: string;
    createdAt: Instant;
    updatedByName: string;
    updatedAt: Instant;
    /** tsvector; never read back. */
    vector: ColumnType<string, string, string>;
  };
  'materials.reviewPoint': {
    id: string;
    materialId: string;
    stage: PointStage;
    text: string;
    basis: string | null;
    position: number;
    updatedByName: string;
    updatedAt: Instant;
  };
  'materials.file': {
    id: string;
    materialId: string;
    reviewPointId: string | null;
    kind: FileKind;
    title: string;
    note: string | null;
    fileId: string;
    name: string;
    size: number;
    mediaType: string;
    addedByName: string;
    addedAt: Instant;
  };
  'materials.merge': {
    id: string;
    keptId: string;
    addedAliases: string[];
    addedLicenceTypes: string[];
    reason: string;
    mergedAt: Instant;
    mergedByName: string;
    undoneAt: NullableInstant;
    undoneByName: string | null;
  };
  'materials.mergeLine': { mergeId: string; materialId: string; previousState: MaterialState; previousMergedInto: string | null };
  /** One material of an item's version that is worked on or published. */
  'materials.itemMaterial': {
    versionId: string;
    key: string;
    itemId: string;
    itemName: string;
    organizationId: string;
    organizationPath: string;
    departmentName: string;
    regionCode: string;
    versionNumber: number;
    versionState: VersionState;
    /** Of the version that a change would begin with: the open one, else the published one. */
    current: boolean;
    published: boolean;
    name: string;
    nameKey: string;
    standardCode: string | null;
  };
  'materials.catchUp': { id: boolean; readUntil: Instant };
  'materials.substitution': {
    id: string;
    materialId: string;
    licenceTypeCode: string;
    licenceTypeName: string;
    holderKind: HolderKind;
    /** Days of validity that the licence must still have. */
    minimumDaysLeft: number;
    /** Region that the licence must have been issued in; anywhere when null. */
    issuedWithin: string | null;
    issuedWithinName: string | null;
    legalBasis: string;
    explanation: string | null;
    /** The rule in force whose place it takes. */
    replacesId: string | null;
    state: SubstitutionState;
    revision: number;
    regionCode: string;
    organizationPath: string;
    createdAt: Instant;
    proposedById: string;
    proposedByName: string;
    updatedAt: Instant;
    reviewedByName: string | null;
    reviewedAt: NullableInstant;
    reviewOpinion: string | null;
    effectiveAt: NullableInstant;
    endedAt: NullableInstant;
    endedByName: string | null;
    endReason: string | null;
  };
}
