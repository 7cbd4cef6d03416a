import type { ColumnType, Generated } from 'kysely';

type Position = ColumnType<string, string | undefined, string>;
type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

/** Rows of the kernel's own schema. */
export interface CoreTables {
  'kernel.event': {
    position: Generated<number>;
    tx: Position;
    id: string;
    type: string;
    aggregateType: string;
    aggregateId: string;
    occurredAt: Instant;
    actorId: string;
    traceId: string;
    data: unknown;
  };
  'kernel.subscription': { name: string; lastTx: Position; lastPosition: Generated<number>; updatedAt: Instant };
  'kernel.eventFailure': {
    subscription: string;
    position: number;
    aggregateType: string;
    aggregateId: string;
    attempts: number;
    error: string;
    nextAttemptAt: NullableInstant;
  };
  'kernel.auditEntry': {
    id: string;
    tx: Position;
    at: Instant;
    actorKind: string;
    actorId: string;
    actorName: string;
    actingFor: string | null;
    action: string;
    objectType: string;
    objectId: string;
    purpose: string | null;
    result: string;
    channel: string;
    ip: string;
    traceId: string;
    detail: string;
  };
  'kernel.auditLink': { sequence: number; entryId: string; entryTx: Position; hash: Buffer };
  'kernel.idempotency': {
    actorId: string;
    key: string;
    operation: string;
    requestDigest: Buffer | string;
    response: unknown;
    createdAt: Instant;
  };
}
