import { describe, expect, test } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { blockSize, nextSerial } from './index.ts';

describe('编号 (ORG-03)', () => {
  const server = useTestServer();

  test('同时取号不重不漏；另一个进程从自己的一段取，也不重', async () => {
    const { kernel } = server();
    await kernel.db.pool.query('CREATE SEQUENCE public.test_block MINVALUE 0');
    const first = await Promise.all(Array.from({ length: 3 * blockSize }, () => nextSerial(kernel, 'public.test_block')));
    expect(first.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 3 * blockSize }, (_, index) => index + 1));
    // Another process holds no block of this one: a pool of its own stands for it.
    const pool: typeof kernel.db.pool = Object.create(kernel.db.pool);
    const other = { ...kernel, db: { ...kernel.db, pool } };
    const mixed = await Promise.all(Array.from({ length: 100 }, (_, index) => nextSerial(index % 2 === 0 ? kernel : other, 'public.test_block')));
    expect(new Set([...first, ...mixed]).size).toBe(first.length + mixed.length);
  });
});
