import type { ColumnType } from 'kysely';
import type { ChangeableName, DelegationKind, DelegationState } from './contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type Json<T> = ColumnType<T, T | string, T | string>;

/** One thing that was done to a delegation, as its page tells it. */
export interface DelegationStep { label: string; by: string; at: string; text: string | null }

/** Rows of the PostgreSQL schema `delegation`. */
export interface DelegationTables {
  'delegation.delegation': {
    id: string;
    version: number;
    kind: DelegationKind;
    state: DelegationState;
    giverId: string;
    giverPath: string;
    giverName: string;
    giverRegion: string;
    receiverId: string;
    receiverPath: string;
    receiverName: string;
    receiverRegion: string;
    powerSource: string;
    legalBasis: string;
    fileId: string | null;
    fileName: string | null;
    startsOn: string;
    endsOn: string | null;
    changeable: ChangeableName[];
    terms: string | null;
    steps: Json<DelegationStep[]>;
    submittedById: string | null;
    updatedAt: Instant;
  };
  'delegation.item': {
    delegationId: string;
    itemId: string;
    itemName: string;
    position: number;
    receiverId: string;
    /** Offered or in force: an item goes to one receiver once. */
    standing: boolean;
    receiverItemId: string | null;
  };
}
