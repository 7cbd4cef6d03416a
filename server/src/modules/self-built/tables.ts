import type { ColumnType } from 'kysely';
import type { CaseFile } from '../cases/index.ts';
import type { Reconciliation } from './contract.ts';
import type { Disclosure, LinkState, ReportKind } from './exchange.contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null, Date | string | null>;

/** Rows of the PostgreSQL schema `self_built`. */
export interface SelfBuiltTables {
  'selfBuilt.system': {
    id: string; revision: number; name: string; organizationId: string; entryUrl: string; serviceUrl: string; disclosure: Disclosure; enabled: boolean;
    lastOkAt: NullableInstant; downSince: NullableInstant; lastError: string | null; failures: number; nextTryAt: NullableInstant;
    /** Since when it was down that people were told of. */
    toldDownSince: NullableInstant;
  };
  'selfBuilt.systemItem': { itemId: string; systemId: string; itemName: string };
  'selfBuilt.systemKey': { keyId: string; systemId: string; secretCipher: string; madeAt: Instant; madeByName: string; lastUsedAt: NullableInstant; endedAt: NullableInstant };
  /** A case that is handled in a self-built system. */
  'selfBuilt.link': {
    caseId: string; caseNumber: string; systemId: string; itemName: string; organizationName: string; state: LinkState; registeredAt: Instant;
    consentText: string | null; consentAt: NullableInstant; consentBy: string | null;
    /** What the words of consent name; one that differs from the system's covers the lesser of both, and is asked for anew. */
    consentDisclosure: Disclosure | null;
    /** When the system last read the application. */
    contentReadAt: NullableInstant;
    enteredAt: NullableInstant;
    lastSequence: number; lastReportAt: NullableInstant;
    /** When it is asked about next, and how often in a row that brought nothing. */
    nextPullAt: NullableInstant; quietPulls: number;
    /** Why its last report could not be taken. */
    trouble: string | null;
  };
  'selfBuilt.ticket': {
    id: string; caseId: string; systemId: string; visitorKind: 'applicant' | 'agent' | 'clerk'; visitorId: string; visitorName: string; organizationName: string | null; windowName: string | null;
    madeAt: Instant; expiresAt: Instant; redeemedAt: NullableInstant;
  };
  'selfBuilt.report': {
    caseId: string; sequence: number; reportId: string; digest: string; kind: ReportKind; label: string; at: Instant; receivedAt: Instant; pulled: boolean; opinion: string | null; documents: CaseFile[];
  };
  'selfBuilt.refusal': { id: string; systemId: string; at: Instant; caseNumber: string; kind: ReportKind | null; sequence: number | null; code: string; reason: string };
  'selfBuilt.nonce': { keyId: string; nonce: string; at: Instant };
  'selfBuilt.reconciliation': {
    id: string; systemId: string; fromDay: string; toDay: string; at: Instant; byName: string; ours: number; theirs: number; taken: number; differences: Reconciliation['differences'];
  };
}
