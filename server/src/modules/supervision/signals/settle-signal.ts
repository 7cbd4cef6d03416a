import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { writesFor, WriteBatch } from '../../../kernel/db/index.ts';
import type { Signal } from '../contract.ts';
import { fail } from '../errors.ts';
import type { SupervisionTables } from '../tables.ts';
import { getSignalRow, viewSignal } from './list-signals.ts';

/** Puts a signal aside after a supervisor has looked into it, with what was found; it is not lit again (SUP-02 销号). @throws supervision.signal-not-found, supervision.already-settled */
export async function settleSignal(ctx: Context, signalId: string, text: string): Promise<Signal> {
  const row = await getSignalRow(ctx, signalId, 'supervision.order.issue');
  const settled = { settledText: text.trim(), settledBy: ctx.actor.name, clearedAt: row.clearedAt ?? ctx.kernel.clock.now() };
  const batch = new WriteBatch();
  writesFor<SupervisionTables>(batch).update('supervision.signal', settled, { id: row.id, settledBy: null }, { expected: 1, otherwise: () => fail('supervision.already-settled') });
  recordAudit(ctx, batch, { action: 'supervision.settle-signal', objectType: 'signal', objectId: row.id, detail: { ruleNo: row.ruleNo } });
  await commit(ctx, batch);
  return viewSignal(ctx, { ...row, ...settled });
}
