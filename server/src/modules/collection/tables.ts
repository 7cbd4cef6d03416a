import type { ColumnType } from 'kysely';
import type { IdentityCheckMethod } from '../../kernel/window-devices/contract.ts';
import type { CollectorKind, ReceiptOutcome, ShipmentState, SignerKind } from './contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;

/** Rows of the PostgreSQL schema `collection`. */
export interface CollectionTables {
  /** A look at somebody's document; `kind` is null for who was not entitled. */
  'collection.identityCheck': {
    id: string; caseId: string; name: string; documentMasked: string; personId: string | null; kind: CollectorKind | null;
    /** The mandate by which an agent collects. */
    mandateId: string | null;
    /** Whether the chip of the card was read or the document looked at. */
    method: IdentityCheckMethod;
    staffId: string; staffName: string; at: Instant;
  };
  'collection.shipment': {
    id: string; caseId: string; state: ShipmentState; trackingNumber: string | null; carrier: string | null; attempts: number;
    /** Where it goes, if not where the case says; encrypted. */
    addressCipher: string | null;
    /** When it is to be registered, or asked about, next. */
    dueAt: Instant;
    leaseUntil: ColumnType<Date | null, Date | string | null, Date | string | null>; trouble: string | null; staffId: string; staffName: string; organizationName: string; madeAt: Instant;
  };
  'collection.shipmentEvent': { shipmentId: string; at: Instant; state: Exclude<ShipmentState, 'waiting' | 'registered' | 'refused'>; text: string; place: string };
  /** Who signed for a paper of a case, or would not; appended, never changed. */
  'collection.receipt': {
    noticeId: string; outcome: ReceiptOutcome; caseId: string; signer: SignerKind; name: string; role: string; signatureFileId: string | null; reason: string | null; witness: string | null;
    windowId: string | null; place: string; staffId: string; staffName: string; at: Instant;
  };
  'collection.collection': { caseId: string; checkId: string; signatureFileId: string; staffId: string; staffName: string; at: Instant };
}
