import type { CoreTables } from '../core-tables.ts';
import type { Context } from '../context.ts';
import { createId, writesFor, type WriteBatch } from '../db/index.ts';

export { createRelay } from './relay.ts';
export type { Relay } from './relay.ts';

/** An event as handlers and webhooks see it. */
export interface DomainEvent<D = unknown> {
  /** Place in the log; grows per aggregate in the order of its commits. */
  position: number;
  id: string;
  /** `module.past-tense`, e.g. `cases.case-accepted`. */
  type: string;
  aggregateType: string;
  aggregateId: string;
  occurredAt: Date;
  actorId: string;
  traceId: string;
  data: D;
}

/**
 * A handler of events. It may run again for the same event, so it must be idempotent: write with natural unique keys,
 * or check before writing. It runs in order per aggregate; one that throws is retried and holds back only its aggregate.
 */
export interface Subscription {
  /** Stable name, `supervision.watch-clock`; the cursor is kept under it. */
  name: string;
  types: readonly string[];
  handle: (ctx: Context, event: DomainEvent) => Promise<void>;
}

/** Adds an event to the batch of the action that caused it; it is delivered once the batch has committed. */
export function publishEvent(
  ctx: Context, batch: WriteBatch,
  event: { type: string; aggregateType: string; aggregateId: string; data: Record<string, unknown> },
): void {
  batch.publishes = true;
  writesFor<CoreTables>(batch).insert('kernel.event', {
    id: createId(), type: event.type, aggregateType: event.aggregateType, aggregateId: event.aggregateId,
    occurredAt: ctx.kernel.clock.now(), actorId: ctx.actor.id, traceId: ctx.traceId, data: event.data,
  });
}

/** The CloudEvents 1.0 envelope of an event, as sent to other systems (EXC-04). */
export function toCloudEvent(event: DomainEvent, source: string): Record<string, unknown> {
  return {
    specversion: '1.0', id: event.id, source, type: event.type, time: event.occurredAt.toISOString(),
    subject: `${event.aggregateType}/${event.aggregateId}`, datacontenttype: 'application/json', data: event.data,
  };
}
