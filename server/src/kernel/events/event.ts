import type { Context } from '../context.ts';

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
  /** Somebody waits for what it does: it is served before the others, which get their turn within a second, and for several aggregates at a time. */
  urgent?: true;
  handle: (ctx: Context, event: DomainEvent) => Promise<void>;
  /**
   * Handles events of different aggregates together, in their order; for handlers that write the same for one as for many,
   * where an import brings ten thousand. When it throws, `handle` is tried with each of them.
   */
  handleMany?: (ctx: Context, events: readonly DomainEvent[]) => Promise<void>;
}
