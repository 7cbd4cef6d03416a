import type { ColumnType, Generated } from 'kysely';
import type { LicenceState } from './contract.ts';
import type { LicenceType, LicenceTypeState } from './licence-type.contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null, Date | string | null>;

/** A line of a licence's face; personal lines are not shown to strangers who verify. */
export interface FaceLine {
  label: string;
  value: string;
  personal: boolean;
}

export interface LicencesTables {
  'licences.licenceType': {
    code: string;
    name: string;
    typeCode: string;
    definition: LicenceType;
    state: Generated<LicenceTypeState>;
    stateReason: string | null;
    revision: Generated<number>;
    /** 颁发机构; null for a type whose issuer is no organisation of the platform. */
    issuerId: string | null;
    issuerName: string | null;
    /** Where it belongs: with its issuer; empty where only a scope over everything reaches. */
    organizationPath: Generated<string>;
    regionCode: Generated<string>;
    createdByName: string;
    createdAt: Instant;
    updatedByName: string;
    updatedAt: Instant;
  };
  /** One row a version; versions of one licence share `chainId` (design invariant 7). */
  'licences.licence': {
    id: string;
    chainId: string;
    version: number;
    typeCode: string;
    typeName: string;
    identifier: string;
    number: string;
    holderKind: 'person' | 'company';
    holderId: string;
    holderName: string;
    holderDocumentMasked: string;
    issuerId: string;
    issuerName: string;
    regionCode: string;
    caseId: string | null;
    caseNumber: string | null;
    /** Lines of the face, encrypted: they hold numbers of documents. */
    faceCipher: string;
    issuedOn: string;
    validFrom: string;
    validTo: string | null;
    /** `expired` is derived from the date and never stored. */
    state: Exclude<LicenceState, 'expired'>;
    stateReason: string | null;
    stateChangedAt: NullableInstant;
    /** Signed rendition; null until it has been made. */
    fileId: string | null;
    /** SM3 of the signed file, hex. */
    fileDigest: string | null;
    /** SM2 signature over identifier and dates, in the QR code, so that it can be checked without a network. */
    codeSignature: string | null;
    sealName: string | null;
    signedBy: string | null;
    createdAt: Instant;
  };
  'licences.use': {
    id: string;
    licenceId: string;
    holderKind: 'person' | 'company';
    holderId: string;
    licenceName: string;
    at: Instant;
    by: string;
    purpose: string;
    caseNumber: string | null;
    /** 1 for a use in a case; verifications of a day are counted in one row. */
    times: Generated<number>;
    scannedOn: string | null;
  };
}
