import type { BodyOf } from '@tongban/contract-kit';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { changeCase, completeCaseTask, findCaseTasks, getCaseRecord, listMaterialKeys, pickCaseTask, type AutomaticStep } from '../../cases/index.ts';
import { getPinnedVersion } from '../../catalog/index.ts';
import type { CaseReceipt } from '../../intake/contract.ts';
import { presentReceipt, tickPoints } from '../../intake/index.ts';
import type { recordReview as operation } from '../contract.ts';
import { fail } from '../errors.ts';

/** Departments that review in parallel touch one case; the later one tries again on what the earlier one left. */
const mostAttempts = 5;
const retried = new Set(['cases.stale', 'workflow.stale', 'time-accounts.stale']);

/** Runs `attempt` again while it loses to another action on the same case; used where the actors do not contend. */
export async function retryStale<T>(attempt: () => Promise<T>): Promise<T> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      const lost = error instanceof AppError && retried.has(error.code);
      if (!lost || count === mostAttempts) throw error;
    }
  }
}

/**
 * Records a department's review: every review point ticked, conclusion and opinion; its task is completed and the process
 * goes on when all parallel reviews are there (HND-02, HND-04). @throws cases.not-your-task, intake.points-incomplete
 */
export function recordReview(ctx: Context, caseId: string, input: BodyOf<typeof operation>, automatic?: AutomaticStep): Promise<CaseReceipt> {
  return retryStale(() => reviewOnce(ctx, caseId, input, automatic));
}

async function reviewOnce(ctx: Context, caseId: string, input: BodyOf<typeof operation>, automatic: AutomaticStep | undefined): Promise<CaseReceipt> {
  const [record, tasks, materialKeys] = await Promise.all([getCaseRecord(ctx, caseId), findCaseTasks(ctx, caseId), listMaterialKeys(ctx, caseId)]);
  const task = pickCaseTask(tasks, 'review', input.taskId);
  const { elements } = await getPinnedVersion(ctx, record.itemVersionId);
  const points = tickPoints(elements, { situationKey: record.situationKey, materialKeys }, 'review', input.points);
  if (input.conclusion === 'pass' && points.some((point) => !point.satisfied)) throw fail('handling.points-failed');
  const batch = new WriteBatch();
  const next = changeCase(ctx, batch, record, {
    step: { type: 'review', on: chinaDate(ctx.kernel.clock.now()) }, opinion: input.opinion,
    detail: { step: 'review', conclusion: input.conclusion, points, taskName: task.name, node: task.node }, eventDetail: { conclusion: input.conclusion },
  });
  await completeCaseTask(ctx, batch, record, task, { conclusion: input.conclusion }, input.opinion);
  automatic?.add(batch);
  await commit(ctx, batch);
  return presentReceipt(next);
}
