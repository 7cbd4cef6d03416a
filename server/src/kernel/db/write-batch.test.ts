import { useTestDatabase } from '@tongban/testkit';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { defineErrors } from '../errors/index.ts';
import { createId, transact, runText, WriteBatch, writesFor, tablesOf } from './index.ts';

interface SampleTables {
  'sample.thing': { id: string; name: string; version: number; facts: unknown; tags: string[]; at: Date; secret: Buffer | null };
}

const fail = defineErrors({
  'sample.stale': { kind: 'conflict', title: '已被修改' },
  'sample.taken': { kind: 'conflict', title: '名称已被使用' },
});
const database = useTestDatabase();
const thing = (name: string): SampleTables['sample.thing'] => ({
  id: createId(), name, version: 1, facts: { list: ['a', { deep: true }], text: `it's "𠮷"` }, tags: ['x', 'y "z"'],
  at: new Date('2026-11-20T02:00:00Z'), secret: Buffer.from([0, 255, 39]),
});

describe('一批写入', () => {
  beforeAll(async () => {
    await sql`CREATE SCHEMA sample`.execute(database().db.builder);
    await sql`CREATE TABLE sample.thing (id uuid PRIMARY KEY, name text CONSTRAINT thing_name UNIQUE, version int NOT NULL,
      facts jsonb NOT NULL, tags text[] NOT NULL, at timestamptz NOT NULL, secret bytea)`.execute(database().db.builder);
  });
  const rows = () => tablesOf<SampleTables>(database().db).selectFrom('sample.thing').selectAll();

  it('writes JSON, arrays, dates, bytes and rare characters as they are', async () => {
    const written = thing('whole');
    const batch = new WriteBatch();
    writesFor<SampleTables>(batch).insert('sample.thing', [written, { ...thing('second'), secret: null }]);
    await batch.execute(database().db.pool);
    expect(await rows().where('name', '=', 'whole').executeTakeFirst()).toEqual(written);
  });

  it('undoes every part when a guard finds another number of rows', async () => {
    const first = thing('guarded');
    const seed = new WriteBatch();
    writesFor<SampleTables>(seed).insert('sample.thing', first);
    await seed.execute(database().db.pool);
    const batch = new WriteBatch();
    const writes = writesFor<SampleTables>(batch);
    writes.insert('sample.thing', thing('must-not-exist'));
    writes.update('sample.thing', { version: 9 }, { id: first.id, version: 8 }, { expected: 1, otherwise: () => fail('sample.stale') });
    await expect(batch.execute(database().db.pool)).rejects.toMatchObject({ code: 'sample.stale', kind: 'conflict' });
    expect(await rows().where('name', '=', 'must-not-exist').execute()).toEqual([]);
    expect((await rows().where('id', '=', first.id).executeTakeFirstOrThrow()).version).toBe(1);
  });

  it('lets exactly one of two concurrent changes of the same version through', async () => {
    const one = thing('raced');
    const seed = new WriteBatch();
    writesFor<SampleTables>(seed).insert('sample.thing', one);
    await seed.execute(database().db.pool);
    const attempt = async (name: string): Promise<string> => {
      const batch = new WriteBatch();
      writesFor<SampleTables>(batch).update('sample.thing', { version: 2, tags: [name] }, { id: one.id, version: 1 },
        { expected: 1, otherwise: () => fail('sample.stale') });
      return batch.execute(database().db.pool).then(() => 'done', (error: { code: string }) => error.code);
    };
    const outcomes = await Promise.all(Array.from({ length: 8 }, (_, index) => attempt(`n${index}`)));
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'sample.stale')).toHaveLength(7);
  });

  it('keeps a required row as it is until the batch has committed, and lets others require it too', async () => {
    const kept = thing('required');
    const seed = new WriteBatch();
    writesFor<SampleTables>(seed).insert('sample.thing', kept);
    await seed.execute(database().db.pool);
    const requiring = (name: string, version: number): WriteBatch => {
      const batch = new WriteBatch();
      writesFor<SampleTables>(batch).insert('sample.thing', thing(name));
      writesFor<SampleTables>(batch).require('sample.thing', { id: kept.id, version }, { expected: 1, otherwise: () => fail('sample.stale') });
      return batch;
    };
    await expect(requiring('refused', 2).execute(database().db.pool)).rejects.toMatchObject({ code: 'sample.stale' });
    const changed = transact<SampleTables, void>(database().db, async (trx) => {
      await requiring('within', 1).executeIn((text, values) => runText(trx, text, values));
      await requiring('beside', 1).execute(database().db.pool);
      const change = database().db.pool.query('UPDATE sample.thing SET version = 2 WHERE id = $1', [kept.id]);
      await expect(Promise.race([change, new Promise((resolve) => { setTimeout(resolve, 200, 'waits'); })])).resolves.toBe('waits');
      changing = change;
    });
    let changing: Promise<unknown> | undefined;
    await changed;
    await changing;
    expect(await rows().where('name', 'in', ['required', 'refused', 'within', 'beside']).orderBy('name').select(['name', 'version']).execute())
      .toMatchObject([{ name: 'beside' }, { name: 'required', version: 2 }, { name: 'within' }]);
  });

  it('changes many rows each to its own values, all or none', async () => {
    const [first, second] = [thing('each-1'), thing('each-2')];
    const seed = new WriteBatch();
    writesFor<SampleTables>(seed).insert('sample.thing', [first, second]);
    await seed.execute(database().db.pool);
    const change = (version: number) => {
      const batch = new WriteBatch();
      writesFor<SampleTables>(batch).updateEach('sample.thing',
        [{ id: first.id, version: 1, name: 'one', facts: { list: ['1'] } }, { id: second.id, version, name: 'two', facts: 'x' }], ['id', 'version'],
        { expected: 2, otherwise: () => fail('sample.stale') });
      return batch.execute(database().db.pool);
    };
    await expect(change(7)).rejects.toMatchObject({ code: 'sample.stale' });
    await change(1);
    expect((await rows().where('id', 'in', [first.id, second.id]).orderBy('name').execute()).map(({ name, facts, tags }) => [name, facts, tags]))
      .toEqual([['one', { list: ['1'] }, first.tags], ['two', 'x', second.tags]]);
  });

  it('raises a column of many rows that are found by its former value', async () => {
    const [first, second] = [{ ...thing('raised-1'), version: 3 }, { ...thing('raised-2'), version: 5 }];
    const seed = new WriteBatch();
    writesFor<SampleTables>(seed).insert('sample.thing', [first, second]);
    await seed.execute(database().db.pool);
    const change = async (): Promise<void> => {
      const batch = new WriteBatch();
      writesFor<SampleTables>(batch).updateEach('sample.thing', [{ id: first.id, version: 3, name: 'r1' }, { id: second.id, version: 5, name: 'r2' }], ['id', 'version'],
        { expected: 2, otherwise: () => fail('sample.stale') }, 'version');
      await batch.execute(database().db.pool);
    };
    await change();
    expect((await rows().where('id', 'in', [first.id, second.id]).orderBy('name').execute()).map(({ name, version }) => [name, version])).toEqual([['r1', 4], ['r2', 6]]);
    await expect(change()).rejects.toMatchObject({ code: 'sample.stale' });
  });

  it('names a broken unique constraint with the error the action gave for it', async () => {
    const batch = new WriteBatch();
    writesFor<SampleTables>(batch).insert('sample.thing', thing('twice'));
    await batch.execute(database().db.pool);
    const again = new WriteBatch().onViolation('thing_name', () => fail('sample.taken'));
    writesFor<SampleTables>(again).insert('sample.thing', thing('twice'));
    await expect(again.execute(database().db.pool)).rejects.toMatchObject({ code: 'sample.taken' });
  });

  it('takes part in a transaction of the builder and leaves with it', async () => {
    const batch = new WriteBatch();
    writesFor<SampleTables>(batch).insert('sample.thing', thing('rolled-back'));
    await expect(transact<SampleTables, void>(database().db, async (trx) => {
      await batch.executeIn((text, values) => runText(trx, text, values));
      throw new Error('stop');
    })).rejects.toThrow('stop');
    expect(await rows().where('name', '=', 'rolled-back').execute()).toEqual([]);
  });

  it('deletes, matches null and lists, and calls a function once', async () => {
    await sql`CREATE SEQUENCE sample.calls`.execute(database().db.builder);
    const kept = thing('kept');
    const seed = new WriteBatch().call('nextval(?::regclass)', ['sample.calls']);
    writesFor<SampleTables>(seed).insert('sample.thing', [kept, { ...thing('gone'), secret: null }]);
    await seed.execute(database().db.pool);
    const { rows: calls } = await sql<{ lastValue: number; isCalled: boolean }>`SELECT last_value, is_called FROM sample.calls`.execute(database().db.builder);
    expect(calls[0]).toEqual({ lastValue: 1, isCalled: true });
    const batch = new WriteBatch();
    writesFor<SampleTables>(batch).delete('sample.thing', { name: ['kept', 'gone'], secret: null }, { expected: 1, otherwise: () => fail('sample.stale') });
    await batch.execute(database().db.pool);
    expect((await rows().where('name', 'in', ['kept', 'gone']).execute()).map((row) => row.name)).toEqual(['kept']);
  });
});
