import { setTimeout as delay } from 'node:timers/promises';
import { sql, type Transaction } from 'kysely';
import { systemActor } from '../access/actor.ts';
import { elapsedMilliseconds } from '../clock/index.ts';
import type { CoreTables } from '../core-tables.ts';
import { systemContext, type Kernel } from '../context.ts';
import { tablesOf, transact } from '../db/index.ts';
import type { DomainEvent, Subscription } from './event.ts';

const pageSize = 200;
const mostAttempts = 12;
/** How long a drain waits for older open transactions, and how often it looks, ms. */
const settleMs = 10_000;
const pauseMs = 10;
/** How long others wait for urgent subscriptions, and after how long at ordinary ones urgent events are looked for again, ms. */
const patienceMs = 500;
const glanceMs = 50;

/** Delivers outbox events to subscriptions: at least once, in order per aggregate. */
export interface Relay {
  /** Delivers everything that had committed when it was called and is due; gives how many handler runs ended well. */
  drain(): Promise<number>;
}

function errorText(error: unknown): string {
  return (error instanceof Error ? `${error.message}` : String(error)).slice(0, 2_000);
}

/** Seconds to wait before the next attempt: 2, 4, 8 … up to 10 minutes. */
function delaySeconds(attempts: number): number {
  return Math.min(600, 2 ** attempts);
}

/** Waits a moment; false once the deadline has passed. */
async function pauseWithin(deadline: number): Promise<boolean> {
  await delay(pauseMs);
  return elapsedMilliseconds() < deadline;
}

type Row = DomainEvent & { tx: string };

/** Subscriptions that have something to do, and whether events have committed that cannot be ordered yet, because an older transaction is still open. */
interface Look { waiting: { name: string; ahead: boolean; due: boolean }[]; unsettled: boolean }

function aggregateOf({ aggregateType, aggregateId }: Pick<DomainEvent, 'aggregateType' | 'aggregateId'>): string {
  return `${aggregateType}/${aggregateId}`;
}

/**
 * The next events that concern a subscription, and the last of the page, to which its cursor moves whatever that is about; none
 * while another process is at it. The row lock of the cursor keeps other processes off until the transaction ends. `held` are the
 * aggregates that wait behind a failure.
 */
async function readPage(trx: Transaction<CoreTables>, { name, types }: Subscription): Promise<{ rows: Row[]; full: boolean; held: Set<string> }> {
  const { rows } = await sql<Row & { size: number; held: string[] }>`
    WITH reached AS (SELECT last_tx, last_position FROM kernel.subscription WHERE name = ${name} FOR UPDATE SKIP LOCKED),
    page AS MATERIALIZED (
      SELECT next.* FROM reached, LATERAL (
        SELECT position, tx, id, type, aggregate_type, aggregate_id, occurred_at, actor_id, trace_id, data FROM kernel.event
        WHERE (tx, position) > (last_tx, last_position) AND tx < pg_snapshot_xmin(pg_current_snapshot())
        ORDER BY kernel.event.tx, position LIMIT ${pageSize}) AS next),
    ending AS (SELECT tx, position, count(*) OVER () AS size FROM page ORDER BY tx DESC, position DESC LIMIT 1)
    SELECT page.position, page.tx::text, id, type, aggregate_type, aggregate_id, occurred_at, actor_id, trace_id, data, size,
      ARRAY(SELECT aggregate_type || '/' || aggregate_id FROM kernel.event_failure WHERE subscription = ${name}) AS held
    FROM page, ending
    WHERE type = ANY(${types}) OR (page.tx, page.position) = (ending.tx, ending.position) ORDER BY page.tx, page.position`.execute(trx);
  return { rows, full: rows[0]?.size === pageSize, held: new Set(rows[0]?.held) };
}

/** Makes the relay for the given subscriptions; several processes may run one each. */
export function createRelay(kernel: Kernel, subscriptions: readonly Subscription[]): Relay {
  const tables = tablesOf<CoreTables>(kernel.db);
  const byName = new Map(subscriptions.map((subscription) => [subscription.name, subscription]));
  const interests = JSON.stringify(subscriptions.map(({ name, types }) => ({ name, types })));

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
  async function runTogether(subscription: Subscription, events: readonly Row[]): Promise<boolean> {
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

  async function park(trx: Transaction<CoreTables>, name: string, event: Row, attempts: number, error: string): Promise<void> {
    const due = new Date(kernel.clock.now().getTime() + delaySeconds(attempts) * 1_000);
    await trx.insertInto('kernel.eventFailure').values({
      subscription: name, position: event.position, aggregateType: event.aggregateType, aggregateId: event.aggregateId,
      attempts, error, nextAttemptAt: attempts >= mostAttempts ? null : due,
    }).onConflict((conflict) => conflict.columns(['subscription', 'position']).doUpdateSet({
      attempts, error, nextAttemptAt: attempts >= mostAttempts ? null : due,
    })).execute();
  }

  /** Advances one subscription by a page, an ordinary one by as much of it as a glance allows. */
  async function advance(subscription: Subscription): Promise<{ delivered: number; more: boolean }> {
    const since = elapsedMilliseconds();
    return transact<CoreTables, { delivered: number; more: boolean }>(kernel.db, async (trx) => {
      const { rows, full, held: blocked } = await readPage(trx, subscription);
      let last = rows.at(-1);
      if (!last) return { delivered: 0, more: false };
      const wanted = rows.filter(({ type }) => subscription.types.includes(type));
      const handled = await runTogether(subscription, wanted.filter((event) => !blocked.has(aggregateOf(event))));
      let [delivered, more] = [0, full];
      for (const [index, event] of wanted.entries()) {
        const before = wanted[index - 1];
        if (before && !handled && !subscription.urgent && elapsedMilliseconds() - since > glanceMs) {
          [last, more] = [before, true];
          break;
        }
        const aggregate = aggregateOf(event);
        const error = blocked.has(aggregate) ? 'held back by an earlier event of the same aggregate' : handled ? undefined : await run(subscription, event);
        if (error === undefined) { delivered += 1; continue; }
        await park(trx, subscription.name, event, blocked.has(aggregate) ? 0 : 1, error);
        blocked.add(aggregate);
      }
      await trx.updateTable('kernel.subscription').set({ lastTx: last.tx, lastPosition: last.position, updatedAt: kernel.clock.now() })
        .where('name', '=', subscription.name).execute();
      return { delivered, more };
    });
  }

  /** Retries the oldest due failure of each aggregate; the ones behind it follow when it has gone through. */
  async function retry(subscription: Subscription): Promise<number> {
    const now = kernel.clock.now();
    const due = await sql<Row & { attempts: number }>`
      SELECT e.position, e.tx::text, e.id, e.type, e.aggregate_type, e.aggregate_id, e.occurred_at, e.actor_id, e.trace_id, e.data, f.attempts
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

  /**
   * What each subscription has to do: a page of events beyond its cursor that names one of its types, or that is full; failures
   * that are due. One statement asks for all of them, and moves the cursors of those that the next events do not concern.
   */
  async function look(): Promise<Look> {
    const now = kernel.clock.now();
    const { rows } = await sql<Look['waiting'][number] & { unsettled: boolean }>`
      WITH wanted AS (SELECT name, types FROM jsonb_to_recordset(${interests}::jsonb) AS one (name text, types text[])),
      page AS MATERIALIZED (
        SELECT subscription.name, size, concerned, tx, position FROM kernel.subscription JOIN wanted USING (name), LATERAL (
          SELECT count(*) AS size, bool_or(type = ANY(types)) AS concerned,
            (array_agg(tx ORDER BY tx DESC, position DESC))[1] AS tx, (array_agg(position ORDER BY tx DESC, position DESC))[1] AS position
          FROM (SELECT tx, position, type FROM kernel.event
            WHERE (tx, position) > (last_tx, last_position) AND tx < pg_snapshot_xmin(pg_current_snapshot()) ORDER BY tx, position LIMIT ${pageSize}) AS next) AS ahead
        WHERE size > 0),
      passed AS (SELECT name FROM kernel.subscription WHERE name IN (SELECT name FROM page WHERE NOT concerned) FOR UPDATE SKIP LOCKED),
      moved AS (
        UPDATE kernel.subscription SET last_tx = page.tx, last_position = page.position, updated_at = ${now}
        FROM page JOIN passed USING (name) WHERE subscription.name = page.name AND (last_tx, last_position) < (page.tx, page.position))
      SELECT wanted.name, coalesce(concerned OR size = ${pageSize}, false) AS ahead,
        EXISTS (SELECT FROM kernel.event_failure WHERE subscription = wanted.name AND next_attempt_at <= ${now}) AS due,
        EXISTS (SELECT FROM kernel.event WHERE kernel.event.tx >= pg_snapshot_xmin(pg_current_snapshot())) AS unsettled
      FROM wanted LEFT JOIN page USING (name)`.execute(tables);
    return { waiting: rows.filter(({ ahead, due }) => ahead || due), unsettled: rows.some(({ unsettled }) => unsettled) };
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
  async function serve(some: Look['waiting']): Promise<{ delivered: number; further: boolean }> {
    const since = elapsedMilliseconds();
    let [total, further] = [0, false];
    for (const { name, ahead, due } of some) {
      const subscription = byName.get(name);
      if (!subscription) continue;
      if (!subscription.urgent && elapsedMilliseconds() - since > glanceMs) return { delivered: total, further: true };
      servedAt.set(name, elapsedMilliseconds());
      const retried = due ? await retry(subscription) : 0;
      const { delivered, more } = ahead ? await advance(subscription) : { delivered: 0, more: false };
      total += retried + delivered;
      further ||= more || delivered > 0 || retried > 0;
    }
    return { delivered: total, further };
  }

  /** Does what one look has shown, or the more urgent part of it. Where that failed or lies with another process, the rest is not kept waiting for it. */
  async function work(seen: Look): Promise<{ delivered: number; further: boolean }> {
    const [first, then] = order(seen);
    const done = await serve(first);
    return done.further ? done : serve(then);
  }

  let ready: Promise<void> | undefined;

  return {
    async drain() {
      ready ??= ensureCursors();
      await ready;
      const deadline = elapsedMilliseconds() + settleMs;
      let total = 0;
      for (;;) {
        const seen = await look();
        const { delivered, further } = await work(seen);
        total += delivered;
        if (!further && !(seen.unsettled && await pauseWithin(deadline))) return total;
      }
    },
  };
}
