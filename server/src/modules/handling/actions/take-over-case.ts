import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { changeCase, getCaseRecord, requireVersion, type AutomaticStep } from '../../cases/index.ts';
import type { CaseReceipt } from '../../intake/contract.ts';
import { presentReceipt } from '../../intake/index.ts';

/**
 * Takes an open case out of the platform's hands; its tasks stay as they are, for people. A step that the platform takes at
 * the same moment loses, since both raise the version of the case. The caller has asked who may.
 * @throws cases.taken-over, cases.wrong-status, cases.stale
 */
export async function takeOverCase(ctx: Context, caseId: string, input: { version: number; reason: string }, also?: AutomaticStep): Promise<CaseReceipt> {
  const record = await getCaseRecord(ctx, caseId);
  requireVersion(record, input.version);
  const batch = new WriteBatch();
  const next = changeCase(ctx, batch, record, { step: { type: 'take-over', on: chinaDate(ctx.kernel.clock.now()) }, opinion: input.reason });
  also?.add(batch);
  await commit(ctx, batch);
  return presentReceipt(next);
}
