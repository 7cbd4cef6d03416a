import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { QualityRun } from '../contract.ts';
import { fail } from '../errors.ts';
import { getRunRow, mayCancel, presentRun } from '../queries/list-runs.ts';
import type { ItemQualityTables } from '../tables.ts';

/** Stops a run after the batch it is at; what was checked stays. @throws item-quality.run-not-found, item-quality.run-ended */
export async function cancelRun(ctx: Context, runId: string): Promise<QualityRun> {
  const row = await getRunRow(ctx, runId);
  if (!mayCancel(ctx, row)) throw fail('item-quality.run-not-found');
  const batch = new WriteBatch();
  const change = { state: 'cancelled', finishedAt: ctx.kernel.clock.now() } as const;
  writesFor<ItemQualityTables>(batch).update('itemQuality.run', change, { id: runId, state: ['waiting', 'running'] }, { expected: 1, otherwise: () => fail('item-quality.run-ended') });
  recordAudit(ctx, batch, { action: 'item-quality.cancel-run', objectType: 'quality-run', objectId: runId, detail: { done: row.done } });
  await commit(ctx, batch);
  return presentRun(ctx, { ...row, ...change });
}
