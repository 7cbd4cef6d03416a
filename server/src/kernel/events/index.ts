import type { CoreTables } from '../core-tables.ts';
import type { Context } from '../context.ts';
import type { DomainEvent } from './event.ts';
import { createId, writesFor, type WriteBatch } from '../db/index.ts';

export type { DomainEvent, Subscription } from './event.ts';
export { createRelay } from './relay.ts';
export type { Relay } from './relay.ts';

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
