import type { ColumnType, Generated } from 'kysely';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Bytes = ColumnType<Buffer, Buffer | string, Buffer | string>;
type NullableDate = ColumnType<string | null, string | null | undefined, string | null>;

export interface IdentityTables {
  /** What signs an account in; a person met at the counter has none until registering. */
  'identity.credential': {
    accountId: string;
    kind: 'staff' | 'person';
    /** Staff account name, lower case; null for persons. */
    accountName: string | null;
    /** Blind index of the mobile a person signs in with. */
    mobileIndex: string | null;
    passwordHash: string;
    passwordChangedAt: Instant;
    mustChangePassword: Generated<boolean>;
    totpSecret: string | null;
    totpConfirmedAt: NullableInstant;
    /** Time step of the last accepted code; an older or equal one is a replay. */
    totpLastStep: number | null;
    suspendedAt: NullableInstant;
    lastSignInAt: NullableInstant;
    createdAt: Instant;
  };
  'identity.formerPassword': { accountId: string; passwordHash: string; replacedAt: Instant };
  /** Failures in a row by subject, whether or not such an account exists. */
  'identity.signInFailure': { subject: string; failures: number; lockedUntil: NullableInstant; lastFailedAt: Instant };
  'identity.signInChallenge': {
    id: string;
    tokenHash: Bytes;
    accountId: string;
    step: 'totp' | 'enrol-totp' | 'change-password';
    /** Secret being enrolled, encrypted. */
    totpSecret: string | null;
    expiresAt: Instant;
    usedAt: NullableInstant;
  };
  'identity.session': {
    id: string;
    tokenHash: Bytes;
    accountKind: 'staff' | 'person';
    accountId: string;
    createdAt: Instant;
    lastSeenAt: Instant;
    idleSeconds: number;
    expiresAt: Instant;
    actingMandateId: string | null;
    ip: string;
    userAgent: string;
    endedAt: NullableInstant;
    endedReason: string | null;
  };
  'identity.person': {
    id: string;
    name: string;
    documentType: string;
    documentNumber: string;
    documentIndex: string;
    mobile: string | null;
    mobileIndex: string | null;
    verifiedBy: 'window' | 'online';
    createdAt: Instant;
    revision: Generated<number>;
  };
  'identity.company': {
    id: string;
    name: string;
    creditCode: string;
    regionCode: string | null;
    address: string | null;
    legalRepresentativeId: string;
    createdAt: Instant;
    revision: Generated<number>;
  };
  'identity.mandate': {
    id: string;
    basis: 'legal-representative' | 'granted';
    principalKind: 'person' | 'company';
    principalPersonId: string | null;
    principalCompanyId: string | null;
    agentId: string;
    itemCategories: string[] | null;
    validFrom: string;
    validUntil: NullableDate;
    state: 'offered' | 'accepted' | 'declined' | 'revoked';
    offeredAt: Instant;
    offeredBy: string;
    answeredAt: NullableInstant;
    endedAt: NullableInstant;
    endedBy: string | null;
    endReason: string | null;
  };
  'identity.verificationCode': {
    id: string;
    purpose: string;
    mobileIndex: string;
    codeHash: Bytes;
    createdAt: Instant;
    expiresAt: Instant;
    attempts: Generated<number>;
    usedAt: NullableInstant;
  };
  'identity.throttle': { bucket: string; windowStart: Instant; hits: number };
  'identity.demoAccount': {
    accountId: string;
    accountName: string;
    password: string;
    description: string;
    position: number;
  };
}
