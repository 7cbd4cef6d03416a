import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commit } from '../../kernel/commit.ts';
import { WriteBatch } from '../../kernel/db/index.ts';
import { AppError } from '../../kernel/errors/index.ts';
import { applyAsElder } from '../../testing/apply.ts';
import { useTestCity } from '../../testing/test-city.ts';
import { findUnfoldedCases } from '../../testing/whole-records.ts';
import { changeCase, getCaseRecord, type CaseStep } from './index.ts';

const city = useTestCity();
const on = '2026-11-20';

const steps: readonly CaseStep[] = [
  { type: 'accept', on }, { type: 'refuse', on }, { type: 'request-supplement', on, elapsedDays: 1, dueOn: '2026-12-11' }, { type: 'supplement', on },
  { type: 'review', on }, { type: 'propose-special-procedure', on, id: 'a', key: 'hearing', days: 5 }, { type: 'start-special-procedure', on, id: 'a' },
  { type: 'reject-special-procedure', on, id: 'a' }, { type: 'end-special-procedure', on, id: 'a' }, { type: 'extend', on, days: 5 },
  { type: 'decide', on, outcome: 'denied' }, { type: 'deliver', on }, { type: 'withdraw', on },
];

/** Tries an action on a stored case as an action of the platform does; true when it was recorded. */
async function attempt(caseId: string, step: CaseStep): Promise<boolean> {
  const ctx = city().system();
  const record = await getCaseRecord(ctx, caseId);
  const batch = new WriteBatch();
  try {
    changeCase(ctx, batch, record, { step });
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
  await commit(ctx, batch);
  return true;
}

describe('存下的办件就是动作的累计 (design §1)', () => {
  it('任意动作序列：状态等于重放，版本等于动作数，事件一个不少', async () => {
    const { receipt } = await applyAsElder(city());
    expect(await findUnfoldedCases(city())).toEqual([]);
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...steps), { minLength: 3, maxLength: 12 }), async (attempts) => {
      const { receipt: { caseId } } = await applyAsElder(city());
      let recorded = 1;
      for (const step of attempts) recorded += await attempt(caseId, step) ? 1 : 0;
      expect((await getCaseRecord(city().system(), caseId)).version).toBe(recorded);
      const { rows: [events] } = await city().server.database.db.pool.query(`SELECT count(*)::int AS count FROM kernel.event WHERE aggregate_id = $1 AND type LIKE 'cases.%'`, [caseId]);
      expect(events).toEqual({ count: recorded });
    }), { numRuns: 12 });
    expect(await findUnfoldedCases(city())).toEqual([]);
    expect(receipt.number).not.toBe('');
  });

  it('从同一版本出发的两个动作只有一个写得进去，另一个整批不写', async () => {
    const { receipt: { caseId } } = await applyAsElder(city());
    const ctx = city().system();
    const record = await getCaseRecord(ctx, caseId);
    const batches = [{ type: 'accept', on }, { type: 'withdraw', on }].map((step) => {
      const batch = new WriteBatch();
      changeCase(ctx, batch, record, { step: step as CaseStep });
      return commit(ctx, batch);
    });
    const outcomes = await Promise.allSettled(batches);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'cases.stale' } });
    expect(await findUnfoldedCases(city())).toEqual([]);
  });

  it('动作记录不能修改，不能删除', async () => {
    const { pool } = city().server.database.db;
    await expect(pool.query(`UPDATE cases.action SET opinion = '改过'`)).rejects.toThrow();
    await expect(pool.query('DELETE FROM cases.action')).rejects.toThrow();
  });
});
