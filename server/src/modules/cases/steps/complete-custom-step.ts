import type { BodyOf } from '@tongban/contract-kit';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { changeCase } from '../actions/change-case.ts';
import { completeCaseTask } from '../case-process.ts';
import { fail } from '../errors.ts';
import { getCaseRecord } from '../record.ts';
import type { completeCustomStep as operation } from '../steps.contract.ts';
import { requireOwnTask } from './save-step-form.ts';

/**
 * Completes a step that is neither acceptance, review, decision nor delivery, as its handler; the process goes on (WFL-01).
 * @throws cases.not-your-task, cases.step-has-own-action, cases.step-form-incomplete, cases.step-blocked, cases.wrong-status
 */
export async function completeCustomStep(ctx: Context, caseId: string, taskId: string, { opinion }: BodyOf<typeof operation>): Promise<void> {
  const record = await getCaseRecord(ctx, caseId);
  const task = await requireOwnTask(ctx, record, taskId);
  if (task.step !== 'custom') throw fail('cases.step-has-own-action', { step: task.name });
  const batch = new WriteBatch();
  changeCase(ctx, batch, record, { step: { type: 'handle-step', on: chinaDate(ctx.kernel.clock.now()) }, opinion, detail: { taskName: task.name, node: task.node } });
  await completeCaseTask(ctx, batch, record, task, {}, opinion);
  await commit(ctx, batch);
}
