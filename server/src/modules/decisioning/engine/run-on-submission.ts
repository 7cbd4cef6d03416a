import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import type { DomainEvent } from '../../../kernel/events/index.ts';
import { enqueueJob } from '../../../kernel/jobs/index.ts';
import type { CaseEventData } from '../../cases/index.ts';
import { findCurrentSetting } from '../queries/setting-record.ts';
import { runJobName } from './run-case.ts';

/** Queues the platform's part in a case that was just submitted; the job runs once however often the event comes. */
export async function runOnSubmission(ctx: Context, event: DomainEvent): Promise<void> {
  const { caseId, itemId, applicantId } = event.data as CaseEventData;
  // Whoever applies by themselves need not be offered it any more.
  await ctx.kernel.db.pool.query(
    `UPDATE decisioning.offer SET state = 'accepted', case_id = $1, answered_at = $2 WHERE item_id = $3 AND beneficiary_id = $4 AND state = 'offered'`,
    [caseId, event.occurredAt, itemId, applicantId]);
  if (!await findCurrentSetting(ctx, itemId)) return;
  const batch = new WriteBatch();
  enqueueJob(batch, runJobName, { caseId }, { key: `${runJobName}:${caseId}`, priority: 'urgent' });
  await commit(ctx, batch);
}
