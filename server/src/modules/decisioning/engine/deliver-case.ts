import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import type { DomainEvent } from '../../../kernel/events/index.ts';
import { enqueueJob, type JobDefinition } from '../../../kernel/jobs/index.ts';
import { findCaseTasks, unsafeFindCase } from '../../cases/index.ts';
import { deliverResult } from '../../handling/index.ts';
import { unsafeFindRun } from './run-record.ts';

export const deliverJobName = 'decisioning.deliver-result';

/** Queues the delivery of what the platform approved; once a case, however often it is asked for. */
export function enqueueDelivery(batch: WriteBatch, caseId: string): void {
  enqueueJob(batch, deliverJobName, { caseId }, { key: `${deliverJobName}:${caseId}` });
}

/** The licence of a case that the platform decided is there: it may be delivered. */
export async function deliverOnLicence(ctx: Context, event: DomainEvent): Promise<void> {
  const { caseId } = event.data as { caseId: string | null };
  if (caseId === null || (await unsafeFindRun(ctx, caseId))?.outcome !== 'approved') return;
  const batch = new WriteBatch();
  enqueueDelivery(batch, caseId);
  await commit(ctx, batch);
}

/**
 * Delivers electronically what the platform approved and closes the case; a result that was asked for at the counter or by
 * post stays an ordinary task. Does nothing once it is done. @throws handling.licence-pending, so that the job tries again
 */
export async function deliverCase(ctx: Context, caseId: string): Promise<void> {
  const [record, run] = await Promise.all([unsafeFindCase(ctx, caseId), unsafeFindRun(ctx, caseId)]);
  if (record?.status !== 'decided' || run?.outcome !== 'approved' || record.deliveryMethod !== 'electronic') return;
  const task = (await findCaseTasks(ctx, caseId)).find(({ step }) => step === 'delivery');
  if (!task || task.stored.task.assigneeId !== null) return;
  try {
    await deliverResult(ctx, caseId, { taskId: task.taskId, method: 'electronic', receiver: record.applicantName });
  } catch (error) {
    // Somebody was faster.
    if (!(error instanceof AppError && ['cases.stale', 'cases.no-such-task', 'cases.wrong-status', 'workflow.stale'].includes(error.code))) throw error;
  }
}

export const deliverJob: JobDefinition = {
  name: deliverJobName, label: '自动审批：送达电子结果', handle: async (ctx, payload) => deliverCase(ctx, (payload as { caseId: string }).caseId),
};
