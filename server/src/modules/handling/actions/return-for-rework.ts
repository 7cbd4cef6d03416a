import type { BodyOf } from '@tongban/contract-kit';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { changeCase, getCaseRecord, requireCaseTask, returnCaseTask } from '../../cases/index.ts';
import type { CaseReceipt } from '../../intake/contract.ts';
import { presentReceipt } from '../../intake/index.ts';
import type { returnForRework as operation } from '../contract.ts';

/** Sends a case back from the decision to a review already done; the earlier opinion stays readable (退回). */
export async function returnForRework(ctx: Context, caseId: string, input: BodyOf<typeof operation>): Promise<CaseReceipt> {
  const record = await getCaseRecord(ctx, caseId);
  const task = await requireCaseTask(ctx, record, 'decision', input.taskId);
  const batch = new WriteBatch();
  const next = changeCase(ctx, batch, record, {
    step: { type: 'return-for-rework', on: chinaDate(ctx.kernel.clock.now()) }, opinion: input.reason, detail: { toNode: input.toNode },
  });
  await returnCaseTask(ctx, batch, record, task, input.toNode, input.reason);
  await commit(ctx, batch);
  return presentReceipt(next);
}
