import type { ColumnType } from 'kysely';
import type { thingKinds } from './contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null, Date | string | null>;

/** Rows of the PostgreSQL schema `sharing`. */
export interface SharingTables {
  /** One consent with its code; its state is derived from the instants. */
  'sharing.share': {
    id: string;
    subjectKind: 'person' | 'company'; subjectId: string; subjectName: string;
    madeById: string; madeByName: string;
    /** The mandate by which an agent shared. */
    mandateId: string | null;
    purpose: string; itemId: string | null; itemName: string | null;
    organizationId: string | null; organizationPath: string | null; organizationName: string | null;
    /** SM3 of the code in the QR code, hex; the code itself is told once and not kept. */
    codeDigest: string;
    /** Keyed index of the eight digits. */
    numberIndex: string;
    consent: string;
    madeAt: Instant; expiresAt: Instant;
    scannedAt: NullableInstant; scannedById: string | null; scannedByName: string | null; scannedOrganizationId: string | null; scannedOrganizationName: string | null;
    /** The registration it was taken into. */
    draftId: string | null; draftItemName: string | null; takenAt: NullableInstant;
    handedInAt: NullableInstant; handedInCaseId: string | null; handedInNumber: string | null; handedInName: string | null;
    withdrawnAt: NullableInstant;
  };
  'sharing.thing': {
    id: string; shareId: string; position: number; kind: (typeof thingKinds)[number];
    /** Name of the licence, or of the file. */
    name: string;
    licenceId: string | null; licenceNumber: string | null;
    caseId: string | null; caseNumber: string | null; itemName: string | null; materialName: string | null; standardCode: string | null; fileId: string | null; size: number | null; mediaType: string | null;
  };
  /** A thing that was put in as a material of a registration; `fileId` is the copy made for it. */
  'sharing.taking': {
    id: string; shareId: string; thingId: string; draftId: string; materialKey: string; materialName: string; licenceId: string | null; fileId: string | null; at: Instant;
    handedIn: ColumnType<boolean, boolean | undefined, boolean>;
  };
  'sharing.reading': { id: string; shareId: string; thingId: string | null; what: string; purpose: string; at: Instant };
}
