import { useTestDatabase } from '@tongban/testkit';
import { describe, expect, it } from 'vitest';
import { findRow, readRows } from './read-rows.ts';

const database = useTestDatabase();

describe('reads of hot paths', () => {
  it('answers each of many reads sent together with its own rows, in camelCase', async () => {
    const asked = Array.from({ length: 50 }, (_, index) => index);
    const found = await Promise.all(asked.map((index) => findRow(database().db, 'SELECT $1::int AS asked_number, now() AS some_instant, ARRAY[1,2] AS "list"', [index])));
    expect(found).toEqual(asked.map((index) => ({ askedNumber: index, someInstant: expect.any(Date), list: [1, 2] })));
  });

  it('fails only the read that is wrong', async () => {
    const { db } = database();
    const [first, wrong, last] = await Promise.allSettled([
      readRows(db, 'SELECT 1 AS n', []), readRows(db, 'SELECT 1 / $1::int AS n', [0]), readRows(db, 'SELECT 2 AS n', []),
    ]);
    expect([first.status, wrong.status, last.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await readRows(db, 'SELECT 1 / $1::int AS n', [1])).toEqual([{ n: 1 }]);
  });

  it('gives its connections back, whatever happened', async () => {
    const { db } = database();
    const wrong = Array.from({ length: 60 }, () => readRows(db, 'SELECT no_such_column FROM kernel.event', []));
    expect((await Promise.allSettled(wrong)).every(({ status }) => status === 'rejected')).toBe(true);
    expect(db.pool.idleCount).toBe(db.pool.totalCount);
    expect(await findRow(db, 'SELECT count(*) AS n FROM kernel.event', [])).toEqual({ n: 0 });
  });

  it('answers with the new columns once the schema was migrated under a prepared read', async () => {
    const { db } = database();
    await db.pool.query('CREATE TABLE kernel.read_probe (a int); INSERT INTO kernel.read_probe VALUES (1)');
    const read = (): Promise<unknown> => findRow(db, 'SELECT * FROM kernel.read_probe', []);
    expect(await read()).toEqual({ a: 1 });
    await db.pool.query('ALTER TABLE kernel.read_probe ADD COLUMN b int');
    expect(await read()).toEqual({ a: 1, b: null });
  });
});
