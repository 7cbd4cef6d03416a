import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { startReview } from '../../../kernel/reviews/index.ts';
import { checkVersion, prevents } from '../check-version.ts';
import type { ItemElements } from '../contract.ts';
import { fail } from '../errors.ts';
import { getVersionRecord } from '../queries/get-version-record.ts';
import { reviewSubjectOf } from '../review-subject.ts';
import { beginChange, requireNextState, type VersionReceipt } from './version-receipt.ts';

/** Sends a draft to review, by the process set for its type and department (CAT-03). @throws catalog.not-ready with one issue per fault of the guide */
export async function submitVersion(ctx: Context, versionId: string, revision: number): Promise<VersionReceipt> {
  const record = await getVersionRecord(ctx, versionId, 'catalog.item.edit');
  const state = requireNextState(record.version.state, 'submit');
  await requireReady(ctx, record.item.id, record.version.elements);
  const { batch, receipt } = beginChange(ctx, record, revision, {
    state, set: { submittedAt: ctx.kernel.clock.now(), submittedById: ctx.actor.id }, action: 'catalog.submit-version',
  });
  await startReview(ctx, batch, {
    kind: 'item-version', subject: reviewSubjectOf(record), organizationPath: record.item.organizationPath, taskType: record.version.elements.taskType,
  });
  await commit(ctx, batch);
  return receipt;
}

/** @throws catalog.not-ready when a check of severity error fails and no exception lets it stand */
export async function requireReady(ctx: Context, itemId: string, elements: ItemElements): Promise<void> {
  const faults = (await checkVersion(ctx.kernel, itemId, elements)).filter(prevents);
  if (faults.length === 0) return;
  throw fail('catalog.not-ready', { count: faults.length }, { issues: faults.map(({ path, rule, message }) => ({ path, code: rule, message })) });
}
