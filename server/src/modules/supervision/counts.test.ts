import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { readCounted } from './testing/counted.ts';

const server = useTestServer();

/** Ids of departments, items and officers of this test. */
const id = (kind: number, at: number): string => `00000000-0000-7000-800${kind}-${String(at).padStart(12, '0')}`;
const days = ['2026-10-30', '2026-10-31', '2026-11-01', '2026-11-30'];
const states = ['waiting', 'running', 'paused', 'closed'];
const levels = ['normal', 'warning', 'yellow', 'red'];

/** What became of some cases in one statement. */
const change = fc.oneof(
  fc.record({ set: fc.constant('state = $2'), value: fc.constantFrom(...states) }),
  fc.record({ set: fc.constant('level = $2'), value: fc.constantFrom(...levels) }),
  fc.record({ set: fc.constant(`counted_on = $2::date, on_time = level IN ('normal', 'warning'), state = 'closed', used_days = 3, promised_days = 5`), value: fc.constantFrom(...days) }),
  fc.record({ set: fc.constant(`counted_on = nullif($2, '')::date, on_time = NULL, state = 'running', used_days = NULL, promised_days = NULL`), value: fc.constant('') }),
  fc.record({ set: fc.constant(`organization_id = $2::uuid, organization_path = '/' || $2 || '/'`), value: fc.integer({ min: 1, max: 3 }).map((at) => id(1, at)) }),
  fc.record({ set: fc.constant('region_code = $2'), value: fc.constantFrom('511602000000', '511621000000') }),
  fc.record({ set: fc.constant(`handler_ids = handler_ids || $2::uuid`), value: fc.integer({ min: 1, max: 5 }).map((at) => id(3, at)) }),
  fc.record({ set: fc.constant('window_key = $2'), value: fc.constantFrom('online', 'counter') }),
  fc.record({ set: fc.constant('used_days = $2::int'), value: fc.constantFrom('1', '9') }),
  fc.record({ set: fc.constant('legal_due_on = $2::date'), value: fc.constant('2026-12-01') }),
);
const statements = fc.array(fc.record({ cases: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), change }), { minLength: 1, maxLength: 12 });

describe('看板和视图的数就是逐件相加 (SUP-03)', () => {
  beforeAll(async () => {
    await server().database.db.pool.query(`
      INSERT INTO supervision.watched_case (case_id, number, item_name, organization_id, organization_name, organization_path, region_code, applicant_name, state, level, submitted_at, case_version, item_id)
      SELECT ('00000000-0000-7000-8000-' || lpad(g::text, 12, '0'))::uuid, 'N' || g, '事项', $1::uuid, '一局', '/' || $1 || '/', '511602000000', '张*', 'waiting', 'normal', now(), 1, $2::uuid FROM generate_series(1, 12) g`, [id(1, 1), id(2, 1)]);
  });

  it('办结、改派部门、办结后又有人经手、撤回办结、改写用时、删除：任意顺序都相等', { timeout: 120_000 }, async () => {
    const { pool } = server().database.db;
    await fc.assert(fc.asyncProperty(statements, async (made) => {
      for (const { cases, change: { set, value } } of made) {
        await pool.query(`UPDATE supervision.watched_case SET ${set} WHERE case_id = ANY($1)`, [cases.map((at) => id(0, at)), value]);
      }
      for (const [name, { kept, counted }] of Object.entries(await readCounted(pool))) expect([name, kept]).toEqual([name, counted]);
    }), { numRuns: 25 });
    const { closed_by: closed, open_by: open } = await readCounted(pool);
    expect((closed?.kept.length ?? 0) + (open?.kept.length ?? 0)).toBeGreaterThan(0);
    await pool.query('DELETE FROM supervision.watched_case WHERE case_id = $1', [id(0, 1)]);
    for (const [name, { kept, counted }] of Object.entries(await readCounted(pool))) expect([name, kept]).toEqual([name, counted]);
  });

  it('没有改变要计的内容，不动计数', async () => {
    const { pool } = server().database.db;
    const version = async () => (await pool.query<{ ctid: string }>('SELECT ctid::text FROM supervision.open_count ORDER BY 1')).rows;
    const before = await version();
    await pool.query(`UPDATE supervision.watched_case SET legal_due_on = now(), case_version = case_version + 1`);
    expect(await version()).toEqual(before);
  });
});
