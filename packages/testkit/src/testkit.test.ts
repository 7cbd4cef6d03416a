import { describe, expect, test } from 'vitest';
import { createTestDatabase, useTestDatabase, useTestServer } from './index.ts';

describe('test database', () => {
  const database = useTestDatabase();

  test('has the migrations and is a copy nobody else sees', async () => {
    const { pool } = database().db;
    const { rows } = await pool.query('select count(*)::int as migrations from kernel.kysely_migration');
    expect(rows[0].migrations).toBeGreaterThan(0);
    await pool.query('create table public.mine (n int)');
    const other = await createTestDatabase();
    await expect(other.db.pool.query('select * from public.mine')).rejects.toThrow('does not exist');
    await other.drop();
  });

  test('works in Chinese: code-point order, trigrams know letters', async () => {
    const { pool } = database().db;
    await pool.query('create extension if not exists pg_trgm');
    const { rows } = await pool.query(`select similarity('广安市公安局', '广安市公安处') > 0.4 as similar, 'Z' < 'a' as by_code_point`);
    expect(rows).toEqual([{ similar: true, by_code_point: true }]);
  });
});

describe('test server', () => {
  const server = useTestServer({ now: '2026-12-31T23:59:00+08:00' });

  test('answers through the real HTTP layer with a clock that stands still', async () => {
    const answer = await server().app.inject({ method: 'GET', url: '/api/openapi.json' });
    expect(answer.json()).toMatchObject({ openapi: '3.1.0' });
    expect(server().clock.now().toISOString()).toBe('2026-12-31T15:59:00.000Z');
    server().clock.advance(60_000);
    expect(server().kernel.clock.now().toISOString()).toBe('2026-12-31T16:00:00.000Z');
  });
});
