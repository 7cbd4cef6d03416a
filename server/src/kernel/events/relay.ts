import { setTimeout as delay } from 'node:timers/promises';
import { sql, type Transaction } from 'kysely';
import { systemActor } from '../access/actor.ts';
import { elapsedMilliseconds } from '../clock/index.ts';
import type { CoreTables } from '../core-tables.ts';
import { systemContext, type Kernel } from '../context.ts';
import { tablesOf, transact } from '../db/index.ts';
import { groupBy } from '../group-by.ts';
import type { DomainEvent, Subscription } from './event.ts';
import { EventWindow, isAfter, isSame, type Place, type PlacedEvent } from './event-window.ts';

const pageSize = 200;
const mostAttempts = 12;
/** How long a drain waits for older open transactions, and how soon it looks again, ms; the longer it waits the more seldom. */
const settleMs = 10_000;
const [shortPauseMs, longPauseMs] = [10, 40];
/** How often cursors are moved over events that concern nobody, ms. */
const passEveryMs = 1_000;
const beginning: Place = { tx: 0, position: 0 };
/** How long others wait for urgent subscriptions, and after how long at ordinary ones urgent events are looked for again, ms. */
const patienceMs = 500;
const glanceMs = 50;
/** For how many aggregates an urgent subscription is served at a time. */
const besideEachOther = 4;

/** Delivers outbox events to subscriptions: at least once, in order per aggregate. */
export interface Relay {
  /**
   * Delivers everything that had committed when it was called and is due; gives how many handler runs ended well. Asked for
   * `lazily`, cursors of subscriptions that the events did not concern follow within a second or two.
   */
  drain(options?: { lazily?: boolean }): Promise<number>;
}

function errorText(error: unknown): string {
  return (error instanceof Error ? `${error.message}` : String(error)).slice(0, 2_000);
}

/** Seconds to wait before the next attempt: 2, 4, 8 … up to 10 minutes. */
function delaySeconds(attempts: number): number {
  return Math.min(600, 2 ** attempts);
}

/** Subscriptions that have something to do, whether more events wait to be read, and whether some have committed that cannot be ordered yet, because an older transaction is still open. */
interface Look { waiting: { name: string; ahead: boolean; due: boolean }[]; more: boolean; unsettled: boolean }

/** An event whose handler did not end well, and how often it was tried. */
interface Failed { event: PlacedEvent; error: string; attempts: number }

function aggregateOf({ aggregateType, aggregateId }: Pick<DomainEvent, 'aggregateType' | 'aggregateId'>): string {
  return `${aggregateType}/${aggregateId}`;
}

const columns = sql`position, tx::text::float8 AS tx, id, type, aggregate_type, aggregate_id, occurred_at, actor_id, trace_id, data`;

/** The next events after a place that can be ordered: those of transactions before the oldest open one. */
async function readEvents(builder: Pick<Transaction<CoreTables>, 'getExecutor'>, { tx, position }: Place): Promise<PlacedEvent[]> {
  const { rows } = await sql<PlacedEvent>`
    SELECT ${columns} FROM kernel.event
    WHERE (kernel.event.tx, position) > (${String(tx)}::xid8, ${position}) AND kernel.event.tx < pg_snapshot_xmin(pg_current_snapshot())
    ORDER BY kernel.event.tx, position LIMIT ${pageSize}`.execute(builder);
  return rows;
}

/** Makes the relay for the given subscriptions; several processes may run one each. */
export function createRelay(kernel: Kernel, subscriptions: readonly Subscription[]): Relay {
  const tables = tablesOf<CoreTables>(kernel.db);
  const byName = new Map(subscriptions.map((subscription) => [subscription.name, { ...subscription, wanted: new Set(subscription.types) }]));
  const names = [...byName.keys()];
  /** Cursors as last read, or moved by this process. */
  let cursors = new Map<string, Place>();
  /** How far events are known not to concern a subscription whose cursor is still at `cursor`. */
  const passed = new Map<string, { cursor: Place; upTo: Place }>();
  let window: EventWindow | undefined;
  let passedAt = -Infinity;

  async function run(subscription: Subscription, event: DomainEvent): Promise<string | undefined> {
    try {
      await subscription.handle(systemContext(kernel, systemActor(subscription.name), event.traceId), event);
      return undefined;
    } catch (error) {
      kernel.log.error({ err: error, subscription: subscription.name, event: event.id }, 'event handler failed');
      return errorText(error);
    }
  }

  /** Whether all of some events were handled in one go. */
  async function runTogether(subscription: Subscription, events: readonly PlacedEvent[]): Promise<boolean> {
    const [first] = events;
    if (subscription.handleMany === undefined || first === undefined || events.length === 1) return false;
    try {
      await subscription.handleMany(systemContext(kernel, systemActor(subscription.name), first.traceId), events);
      return true;
    } catch (error) {
      kernel.log.warn({ err: error, subscription: subscription.name, events: events.length }, 'events could not be handled together');
      return false;
    }
  }

  async function park(trx: Transaction<CoreTables>, name: string, event: DomainEvent, attempts: number, error: string): Promise<void> {
    const due = new Date(kernel.clock.now().getTime() + delaySeconds(attempts) * 1_000);
    await trx.insertInto('kernel.eventFailure').values({
      subscription: name, position: event.position, aggregateType: event.aggregateType, aggregateId: event.aggregateId,
      attempts, error, nextAttemptAt: attempts >= mostAttempts ? null : due,
    }).onConflict((conflict) => conflict.columns(['subscription', 'position']).doUpdateSet({
      attempts, error, nextAttemptAt: attempts >= mostAttempts ? null : due,
    })).execute();
  }

  /** Runs the handler for each event in turn, of an ordinary subscription until a glance is over; adds what did not end well to `failed`, its aggregate to `blocked`. Gives how many had their turn. */
  async function runInTurn(subscription: Subscription, events: readonly PlacedEvent[], blocked: Set<string>, failed: Failed[]): Promise<number> {
    const since = elapsedMilliseconds();
    for (const [index, event] of events.entries()) {
      if (index > 0 && !subscription.urgent && elapsedMilliseconds() - since > glanceMs) return index;
      const isHeld = blocked.has(aggregateOf(event));
      const error = isHeld ? 'held back by an earlier event of the same aggregate' : await run(subscription, event);
      if (error === undefined) continue;
      failed.push({ event, error, attempts: isHeld ? 0 : 1 });
      blocked.add(aggregateOf(event));
    }
    return events.length;
  }

  /** Runs the handler for events in order per aggregate, of an urgent subscription for several aggregates beside each other: while one waits for the database another goes on. */
  async function runEach(subscription: Subscription, events: readonly PlacedEvent[], blocked: Set<string>): Promise<{ turns: number; failed: Failed[] }> {
    const failed: Failed[] = [];
    if (!subscription.urgent) return { turns: await runInTurn(subscription, events, blocked, failed), failed };
    const lanes = [...groupBy(events, aggregateOf).values()];
    const takeLanes = async (): Promise<void> => {
      for (let lane = lanes.shift(); lane; lane = lanes.shift()) await runInTurn(subscription, lane, blocked, failed);
    };
    await Promise.all(Array.from({ length: besideEachOther }, takeLanes));
    return { turns: events.length, failed };
  }

  /** Advances one subscription by a page, an ordinary one by as much of it as a glance allows. The row lock of the cursor keeps other processes off until the transaction ends. */
  async function advance(subscription: Subscription, known: EventWindow): Promise<{ delivered: number; more: boolean }> {
    const { name } = subscription;
    let reached: Place | undefined;
    const done = await transact<CoreTables, { delivered: number; more: boolean }>(kernel.db, async (trx) => {
      const { rows: [cursor] } = await sql<Place & { held: string[] }>`
        SELECT last_tx::text::float8 AS tx, last_position AS position,
          ARRAY(SELECT aggregate_type || '/' || aggregate_id FROM kernel.event_failure WHERE subscription = ${name}) AS held
        FROM kernel.subscription WHERE name = ${name} FOR UPDATE SKIP LOCKED`.execute(trx);
      if (!cursor) return { delivered: 0, more: false };
      // Somebody has moved it since the look, and may have parked events that this statement does not see yet.
      if (!isSame(cursor, cursors.get(name))) return { delivered: 0, more: true };
      const from = lookingFrom(name, cursor);
      const events = known.reaches(from) ? known.after(from, pageSize) : await readEvents(trx, from);
      const blocked = new Set(cursor.held);
      const wanted = events.filter(({ type }) => subscription.types.includes(type));
      const free = wanted.filter((event) => !blocked.has(aggregateOf(event)));
      const together = await runTogether(subscription, free) ? free.length : 0;
      const given = together > 0 ? wanted.filter((event) => blocked.has(aggregateOf(event))) : wanted;
      const { turns, failed } = await runEach(subscription, given, blocked);
      const isThrough = turns === given.length;
      const last = isThrough ? events.at(-1) : given[turns - 1];
      if (!last) return { delivered: 0, more: false };
      for (const { event, attempts, error } of failed) await park(trx, name, event, attempts, error);
      reached = { tx: last.tx, position: last.position };
      await trx.updateTable('kernel.subscription').set({ lastTx: String(last.tx), lastPosition: last.position, updatedAt: kernel.clock.now() })
        .where('name', '=', name).execute();
      return { delivered: together + turns - failed.length, more: !isThrough || events.length === pageSize };
    });
    if (reached) cursors.set(name, reached);
    return done;
  }

  /** Retries the oldest due failure of each aggregate; the ones behind it follow when it has gone through. */
  async function retry(subscription: Subscription): Promise<number> {
    const now = kernel.clock.now();
    const due = await sql<DomainEvent & { attempts: number }>`
      SELECT e.position, e.id, e.type, e.aggregate_type, e.aggregate_id, e.occurred_at, e.actor_id, e.trace_id, e.data, f.attempts
      FROM kernel.event_failure f JOIN kernel.event e USING (position)
      WHERE f.subscription = ${subscription.name} AND f.next_attempt_at <= ${now} AND NOT EXISTS (
        SELECT FROM kernel.event_failure b WHERE b.subscription = f.subscription AND b.aggregate_type = f.aggregate_type
          AND b.aggregate_id = f.aggregate_id AND b.position < f.position)
      ORDER BY e.position LIMIT 50`.execute(tables);
    let delivered = 0;
    for (const event of due.rows) {
      const error = await run(subscription, event);
      await transact<CoreTables, void>(kernel.db, async (trx) => {
        if (error !== undefined) return park(trx, subscription.name, event, event.attempts + 1, error);
        await trx.deleteFrom('kernel.eventFailure').where('subscription', '=', subscription.name).where('position', '=', event.position).execute();
      });
      if (error === undefined) delivered += 1;
    }
    return delivered;
  }

  async function ensureCursors(): Promise<void> {
    if (subscriptions.length === 0) return;
    await tables.insertInto('kernel.subscription')
      .values(subscriptions.map(({ name }) => ({ name, lastTx: '0', updatedAt: kernel.clock.now() })))
      .onConflict((conflict) => conflict.doNothing()).execute();
  }

  /** Reads the cursors, and what has become deliverable since the last look; gives the window, and whether there is more of it. */
  async function readOn(): Promise<{ known: EventWindow; more: boolean; due: ReadonlySet<string>; unsettled: boolean }> {
    const { rows: [state] } = await sql<{ cursors: [name: string, tx: string, position: number][] | null; due: string[]; unsettled: boolean }>`
      SELECT (SELECT json_agg(json_build_array(name, last_tx::text, last_position)) FROM kernel.subscription WHERE name = ANY(${names})) AS cursors,
        ARRAY(SELECT DISTINCT subscription FROM kernel.event_failure WHERE next_attempt_at <= ${kernel.clock.now()}) AS due,
        EXISTS (SELECT FROM kernel.event WHERE tx >= pg_snapshot_xmin(pg_current_snapshot())) AS unsettled`.execute(tables);
    cursors = new Map(state?.cursors?.map(([name, tx, position]) => [name, { tx: Number(tx), position }]));
    // Asked for after `unsettled`: whatever was not settled then is looked for again.
    const known = window ??= new EventWindow([...cursors.values()].reduce((latest, place) => (isAfter(place, latest) ? place : latest), beginning));
    const events = await readEvents(tables, known.end);
    known.add(events);
    return { known, more: events.length === pageSize, due: new Set(state?.due), unsettled: state?.unsettled ?? false };
  }

  /** Where a subscription with this cursor has to look from: what lies before is known not to concern it. */
  function lookingFrom(name: string, cursor: Place): Place {
    const before = passed.get(name);
    return before && isSame(before.cursor, cursor) ? before.upTo : cursor;
  }

  /** Whether an event beyond the cursor of a subscription concerns it, or has to be asked for. */
  function isConcerned(name: string, wanted: ReadonlySet<string>, known: EventWindow): boolean {
    const cursor = cursors.get(name) ?? beginning;
    const from = lookingFrom(name, cursor);
    if (!known.reaches(from) || known.concerns(from, wanted)) return true;
    passed.set(name, { cursor, upTo: isAfter(known.end, from) ? known.end : from });
    return false;
  }

  /** What each subscription has to do: events beyond its cursor, failures that are due. */
  async function look(): Promise<Look & { known: EventWindow }> {
    const { known, more, due, unsettled } = await readOn();
    const waiting = [...byName].map(([name, { wanted }]) => ({ name, ahead: isConcerned(name, wanted, known), due: due.has(name) }));
    return { waiting: waiting.filter((one) => one.ahead || one.due), more, unsettled, known };
  }

  /** Moves the cursors of subscriptions over events that do not concern them, unless somebody is at one or has moved it. */
  async function passBy(): Promise<void> {
    passedAt = elapsedMilliseconds();
    const idle = [...passed].filter(([name, { cursor, upTo }]) => isAfter(upTo, cursor) && isSame(cursor, cursors.get(name)));
    if (idle.length === 0) return;
    const moves = JSON.stringify(idle.map(([name, { cursor, upTo }]) => ({ name, from_tx: String(cursor.tx), from_position: cursor.position, tx: String(upTo.tx), position: upTo.position })));
    await sql`
      WITH move AS (SELECT * FROM jsonb_to_recordset(${moves}::jsonb) AS one (name text, from_tx text, from_position bigint, tx text, position bigint)),
      free AS (SELECT name FROM kernel.subscription WHERE name IN (SELECT name FROM move) FOR UPDATE SKIP LOCKED)
      UPDATE kernel.subscription SET last_tx = move.tx::xid8, last_position = move.position, updated_at = ${kernel.clock.now()}
      FROM move JOIN free USING (name)
      WHERE subscription.name = move.name AND last_tx = move.from_tx::xid8 AND last_position = move.from_position`.execute(tables);
  }

  /** When each subscription was last served; who has waited longest is next. */
  const servedAt = new Map<string, number>();
  let ordinaryAt = elapsedMilliseconds();

  /** Who is served after a look, and who only where that delivers nothing: the urgent ones come first, unless the others have waited long enough. */
  function order({ waiting }: Look): [first: Look['waiting'], then: Look['waiting']] {
    const isUrgent = ({ name }: { name: string }): boolean => byName.get(name)?.urgent === true;
    const urgent = waiting.filter(isUrgent);
    const others = waiting.filter((one) => !isUrgent(one)).toSorted((one, other) => (servedAt.get(one.name) ?? 0) - (servedAt.get(other.name) ?? 0));
    if (urgent.length > 0 && elapsedMilliseconds() - ordinaryAt < patienceMs) return [urgent, others];
    ordinaryAt = elapsedMilliseconds();
    return [others, urgent];
  }

  /** Serves subscriptions in turn, ordinary ones until it is time to look for urgent events again; gives how much that delivered, and whether more may have come within reach. */
  async function serve(some: Look['waiting'], known: EventWindow): Promise<{ delivered: number; further: boolean }> {
    const since = elapsedMilliseconds();
    let [total, further] = [0, false];
    for (const { name, ahead, due } of some) {
      const subscription = byName.get(name);
      if (!subscription) continue;
      if (!subscription.urgent && elapsedMilliseconds() - since > glanceMs) return { delivered: total, further: true };
      servedAt.set(name, elapsedMilliseconds());
      const retried = due ? await retry(subscription) : 0;
      const { delivered, more } = ahead ? await advance(subscription, known) : { delivered: 0, more: false };
      total += retried + delivered;
      further ||= more || delivered > 0 || retried > 0;
    }
    return { delivered: total, further };
  }

  /** Does what one look has shown, or the more urgent part of it. Where that failed or lies with another process, the rest is not kept waiting for it. */
  async function work(seen: Look & { known: EventWindow }): Promise<{ delivered: number; further: boolean }> {
    const [first, then] = order(seen);
    const done = await serve(first, seen.known);
    return done.further ? done : serve(then, seen.known);
  }

  let ready: Promise<void> | undefined;

  return {
    async drain({ lazily = false } = {}) {
      if (names.length === 0) return 0;
      ready ??= ensureCursors();
      await ready;
      const deadline = elapsedMilliseconds() + settleMs;
      let [total, pauseMs] = [0, shortPauseMs];
      for (;;) {
        const seen = await look();
        const { delivered, further } = await work(seen);
        total += delivered;
        // Also in a drain that never ends: who is too far behind has to be served from the database.
        if (elapsedMilliseconds() - passedAt >= passEveryMs) await passBy();
        if (further || seen.more) { pauseMs = shortPauseMs; continue; }
        if (!seen.unsettled || elapsedMilliseconds() > deadline) break;
        await delay(pauseMs);
        pauseMs = Math.min(longPauseMs, 2 * pauseMs);
      }
      if (!lazily) await passBy();
      return total;
    },
  };
}
