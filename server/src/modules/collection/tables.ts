import type { ColumnType } from 'kysely';
import type { CollectorKind } from './contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;

/** Rows of the PostgreSQL schema `collection`. */
export interface CollectionTables {
  /** A look at somebody's document; `kind` is null for who was not entitled. */
  'collection.identityCheck': {
    id: string; caseId: string; name: string; documentMasked: string; personId: string | null; kind: CollectorKind | null;
    /** The mandate by which an agent collects. */
    mandateId: string | null;
    staffId: string; staffName: string; at: Instant;
  };
  'collection.collection': { caseId: string; checkId: string; signatureFileId: string; staffId: string; staffName: string; at: Instant };
}
