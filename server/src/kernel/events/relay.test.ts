import { useTestDatabase } from '@tongban/testkit';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { systemActor } from '../access/index.ts';
import { createTestClock, type TestClock } from '../clock/index.ts';
import { loadConfig } from '../config/index.ts';
import { systemContext, type Context, type Kernel } from '../context.ts';
import type { CoreTables } from '../core-tables.ts';
import { tablesOf, WriteBatch } from '../db/index.ts';
import { silentLogger } from '../log.ts';
import { statementsOf } from '../../testing/count-statements.ts';
import { createRelay, publishEvent, type DomainEvent, type Relay } from './index.ts';

const database = useTestDatabase();

function platform(): { kernel: Kernel; clock: TestClock; ctx: Context } {
  const clock = createTestClock('2026-11-20T02:00:00Z');
  const kernel: Kernel = { config: loadConfig({ DATA_DIR: '/nonexistent' }), db: database().db, clock, log: silentLogger, onCommitted: () => {} };
  return { kernel, clock, ctx: systemContext(kernel, systemActor('test'), 'trace') };
}

async function publish(ctx: Context, type: string, aggregateId: string, n: number): Promise<void> {
  const batch = new WriteBatch();
  publishEvent(ctx, batch, { type, aggregateType: 'thing', aggregateId, data: { n } });
  await batch.execute(ctx.kernel.db.pool);
}

/** Waits until one page can hold all that was published: an open transaction of any database on the server puts off the events after it. */
async function settled({ kernel }: Context): Promise<void> {
  await expect.poll(async () => (await sql`SELECT FROM kernel.event WHERE tx >= pg_snapshot_xmin(pg_current_snapshot()) LIMIT 1`.execute(tablesOf(kernel.db))).rows, { timeout: 30_000 }).toEqual([]);
}

/** Delivers all that was published so far. */
async function deliver(relay: Relay, ctx: Context): Promise<void> {
  await settled(ctx);
  await relay.drain();
}

const numberOf = (event: DomainEvent): number => (event.data as { n: number }).n;

describe('事件投递', () => {
  it('delivers each event once, in order per aggregate, to every subscription that names its type', async () => {
    const { kernel, ctx } = platform();
    const seen: Record<string, number[]> = { first: [], second: [] };
    const subscription = (name: string, types: string[]) =>
      ({ name: `order.${name}`, types, handle: async (_ctx: Context, event: DomainEvent) => { seen[name]?.push(numberOf(event)); } });
    const relay = createRelay(kernel, [subscription('first', ['order.a', 'order.b']), subscription('second', ['order.b'])]);
    for (let n = 1; n <= 20; n += 1) await publish(ctx, n % 2 ? 'order.a' : 'order.b', 'one', n);
    await deliver(relay, ctx);
    await relay.drain();
    expect(seen['first']).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(seen['second']).toEqual([2, 4, 6, 8, 10, 12, 14, 16, 18, 20]);
  });

  it('loses nothing when many actions commit at the same time as delivery runs', async () => {
    const { kernel, ctx } = platform();
    const seen: number[] = [];
    const relay = createRelay(kernel, [{ name: 'burst.all', types: ['burst.x'], handle: async (_ctx, event) => { seen.push(numberOf(event)); } }]);
    const publishing = Promise.all(Array.from({ length: 60 }, (_, n) => publish(ctx, 'burst.x', `a${n % 7}`, n)));
    await Promise.all([publishing, relay.drain(), relay.drain()]);
    await deliver(relay, ctx);
    expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, n) => n));
  });

  it('holds back only the aggregate whose handler failed, retries later, then goes on in order', async () => {
    const { kernel, clock, ctx } = platform();
    const seen: string[] = [];
    let broken = true;
    const relay = createRelay(kernel, [{
      name: 'faulty.all', types: ['faulty.x'],
      handle: async (_ctx, event) => {
        if (broken && event.aggregateId === 'bad' && numberOf(event) === 1) throw new Error('gateway down');
        seen.push(`${event.aggregateId}${numberOf(event)}`);
      },
    }]);
    for (const [aggregate, n] of [['bad', 1], ['good', 1], ['bad', 2], ['good', 2]] as const) await publish(ctx, 'faulty.x', aggregate, n);
    await deliver(relay, ctx);
    expect(seen).toEqual(['good1', 'good2']);
    const failures = await tablesOf<CoreTables>(kernel.db).selectFrom('kernel.eventFailure').selectAll().where('subscription', '=', 'faulty.all').orderBy('position').execute();
    expect(failures.map((failure) => failure.error)).toEqual(['gateway down', expect.stringContaining('held back')]);
    broken = false;
    await relay.drain();
    expect(seen).toEqual(['good1', 'good2']);
    clock.advance(60_000);
    await relay.drain();
    expect(seen).toEqual(['good1', 'good2', 'bad1', 'bad2']);
  });

  it('serves urgent subscriptions first, and the others although urgent events keep coming', async () => {
    const { kernel, ctx } = platform();
    const served: string[] = [];
    const ordinary = { name: 'rank.a-ordinary', types: ['rank.x'], handle: async (_ctx: Context, event: DomainEvent) => { served.push(`ordinary ${numberOf(event)}`); } };
    const urgent = {
      name: 'rank.b-urgent', types: ['rank.x'], urgent: true as const,
      handle: async (_ctx: Context, event: DomainEvent) => {
        served.push(`urgent ${numberOf(event)}`);
        // Each brings the next, until the ordinary ones have had a turn.
        if (!served.some((one) => one.startsWith('ordinary'))) await publish(ctx, 'rank.x', 'one', numberOf(event) + 1);
      },
    };
    await publish(ctx, 'rank.x', 'one', 1);
    await deliver(createRelay(kernel, [ordinary, urgent]), ctx);
    const urgentOnes = served.filter((one) => one.startsWith('urgent'));
    expect(served[0]).toBe('urgent 1');
    expect(urgentOnes).toEqual(urgentOnes.map((_one, index) => `urgent ${index + 1}`));
    expect(served.filter((one) => one.startsWith('ordinary'))).toEqual(urgentOnes.map((_one, index) => `ordinary ${index + 1}`));
  });

  it('serves the others when an urgent subscription fails, and also beside urgent ones that take long', async () => {
    const { kernel, ctx } = platform();
    const served: string[] = [];
    const ordinary = { name: 'patience.a-ordinary', types: ['patience.x'], handle: async (_ctx: Context, event: DomainEvent) => { served.push(`ordinary ${numberOf(event)}`); } };
    const failing = { name: 'patience.b-failing', types: ['patience.x'], urgent: true as const, handle: async () => { throw new Error('not today'); } };
    await publish(ctx, 'patience.x', 'one', 1);
    await settled(ctx);
    expect(await createRelay(kernel, [ordinary, failing]).drain()).toBe(1);
    expect(served).toEqual(['ordinary 1']);

    const slow = {
      name: 'patience.c-slow', types: ['patience.y'], urgent: true as const,
      handle: async (_ctx: Context, event: DomainEvent) => {
        await new Promise((resolve) => { setTimeout(resolve, 200); });
        served.push(`slow ${numberOf(event)}`);
        // Each brings the next, so that there is always something urgent; enough for the others to be starved by it.
        if (numberOf(event) < 12 && !served.includes('ordinary 2')) await publish(ctx, 'patience.y', 'one', numberOf(event) + 1);
      },
    };
    await publish(ctx, 'patience.y', 'one', 1);
    await publish(ctx, 'patience.x', 'two', 2);
    await deliver(createRelay(kernel, [ordinary, slow]), ctx);
    expect(served).toContain('ordinary 2');
    expect(served.filter((one) => one.startsWith('slow')).length).toBeLessThan(12);
  });

  it('serves an urgent subscription for several aggregates at a time, in order in each, and holds back only the one that fails', async () => {
    const { kernel, ctx } = platform();
    const begun: string[] = [];
    const ended: string[] = [];
    let [open, most] = [0, 0];
    const nameOf = (event: DomainEvent): string => `${event.aggregateId}${numberOf(event)}`;
    const urgent = {
      name: 'lanes.urgent', types: ['lanes.x'], urgent: true as const,
      handle: async (_ctx: Context, event: DomainEvent) => {
        begun.push(nameOf(event));
        open += 1;
        most = Math.max(most, open);
        await new Promise((resolve) => { setTimeout(resolve, 20); });
        open -= 1;
        if (nameOf(event) === 'b1') throw new Error('not today');
        ended.push(nameOf(event));
      },
    };
    for (const n of [1, 2, 3]) for (const aggregate of ['a', 'b', 'c']) await publish(ctx, 'lanes.x', aggregate, n);
    await deliver(createRelay(kernel, [urgent]), ctx);
    expect(most).toBe(3);
    expect(begun.filter((one) => one.startsWith('b'))).toEqual(['b1']);
    for (const aggregate of ['a', 'c']) expect(ended.filter((one) => one.startsWith(aggregate))).toEqual([1, 2, 3].map((n) => `${aggregate}${n}`));
    const { rows } = await sql<{ attempts: number; error: string }>`SELECT attempts, error FROM kernel.event_failure WHERE subscription = 'lanes.urgent' ORDER BY position`.execute(tablesOf(kernel.db));
    expect(rows.map(({ attempts }) => attempts)).toEqual([1, 0, 0]);
  });

  it('hands many events over together and passes by those of other types; where that fails, each is tried and only the faulty one held back', async () => {
    const { kernel, ctx } = platform();
    const together: string[][] = [];
    const single: string[] = [];
    const refused = new Set<string>();
    const nameOf = (event: DomainEvent): string => `${event.aggregateId}${numberOf(event)}`;
    const relay = createRelay(kernel, [{
      name: 'many.all', types: ['many.x'],
      handle: async (_ctx, event) => {
        if (refused.has(event.aggregateId)) throw new Error('refused');
        single.push(nameOf(event));
      },
      handleMany: async (_ctx, events) => {
        if (events.some(({ aggregateId }) => refused.has(aggregateId))) throw new Error('one of them is refused');
        together.push(events.map(nameOf));
      },
    }]);
    for (const [type, aggregate, n] of [['many.x', 'a', 1], ['many.other', 'a', 2], ['many.x', 'b', 1], ['many.x', 'a', 3], ['many.other', 'b', 2]] as const) await publish(ctx, type, aggregate, n);
    await deliver(relay, ctx);
    expect([together, single]).toEqual([[['a1', 'b1', 'a3']], []]);
    refused.add('b');
    for (const [aggregate, n] of [['a', 4], ['b', 3], ['b', 4], ['a', 5]] as const) await publish(ctx, 'many.x', aggregate, n);
    await deliver(relay, ctx);
    expect([together.length, single]).toEqual([1, ['a4', 'a5']]);
    const parked = await tablesOf<CoreTables>(kernel.db).selectFrom('kernel.eventFailure').select('aggregateId').where('subscription', '=', 'many.all').execute();
    expect(parked.map(({ aggregateId }) => aggregateId)).toEqual(['b', 'b']);
    for (const n of [6, 7]) await publish(ctx, 'many.x', 'a', n);
    await deliver(relay, ctx);
    expect(together.at(-1)).toEqual(['a6', 'a7']);
  });

  it('reads a burst once, however many subscriptions it does not concern, and gives them the next that does', async () => {
    const { kernel, ctx } = platform();
    const seen: string[] = [];
    const quiet = Array.from({ length: 20 }, (_, n) => ({ name: `burst.quiet${n}`, types: ['burst.rare'], handle: async (_ctx: Context, event: DomainEvent) => { seen.push(`quiet${n} ${numberOf(event)}`); } }));
    const relay = createRelay(kernel, [{ name: 'burst.busy', types: ['burst.often'], handle: async () => {}, handleMany: async (_ctx, events) => { seen.push(...events.map(() => 'busy')); } }, ...quiet]);
    const many = 2_500;
    await deliver(relay, ctx);
    const batch = new WriteBatch();
    for (let n = 0; n < many; n += 1) publishEvent(ctx, batch, { type: 'burst.often', aggregateType: 'thing', aggregateId: `a${n % 50}`, data: { n } });
    await batch.execute(kernel.db.pool);
    await settled(ctx);
    const pages = (await statementsOf(() => relay.drain())).filter((text) => text.startsWith('SELECT position'));
    expect(seen.length).toBe(many);
    // Pages of two hundred, and a last look that finds nothing.
    expect(pages.length).toBeLessThanOrEqual(many / 200 + 3);
    await publish(ctx, 'burst.rare', 'a1', 7);
    await deliver(relay, ctx);
    expect(seen.slice(many).toSorted()).toEqual(quiet.map((_one, n) => `quiet${n} 7`).toSorted());
  });
});
