import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { cancelReview, startReview } from '../../../kernel/reviews/index.ts';
import type { BundleReceipt } from '../contract.ts';
import { fail } from '../errors.ts';
import { checkBundle } from '../plan/check-bundle.ts';
import { getBundleRecord, readOfferedItems, type BundleRecord } from '../queries/get-records.ts';
import type { ItemVersions } from '../plan/bundle-items.ts';
import { reviewSubjectOf } from '../review-subject.ts';
import { beginChange, requireNextState } from './change-version.ts';

/** Hands a configuration in for review, by the process set for its department (BDL-01, CAT-03). @throws bundles.not-ready while it has errors, bundles.stale, bundles.state-refused */
export async function submitBundleVersion(ctx: Context, versionId: string, revision: number): Promise<BundleReceipt> {
  const record = await getBundleRecord(ctx, versionId, 'bundles.bundle.edit');
  const state = requireNextState(record.version.state, 'submit');
  await requireReady(ctx, record);
  const { batch, receipt } = beginChange(ctx, record, revision, {
    state, action: 'bundles.submit-version', set: { submittedById: ctx.actor.id, submittedByName: ctx.actor.name },
  });
  await startReview(ctx, batch, { kind: 'bundle', subject: reviewSubjectOf(record), organizationPath: record.bundle.organizationPath });
  await commit(ctx, batch);
  return receipt;
}

/** Takes a configuration back from its reviewers, to go on with it. @throws bundles.stale, bundles.state-refused */
export async function withdrawBundleVersion(ctx: Context, versionId: string, revision: number): Promise<BundleReceipt> {
  const record = await getBundleRecord(ctx, versionId, 'bundles.bundle.edit');
  const state = requireNextState(record.version.state, 'withdraw');
  const { batch, receipt } = beginChange(ctx, record, revision, { state, action: 'bundles.withdraw-version', set: { submittedById: null, submittedByName: null } });
  await cancelReview(ctx, batch, reviewSubjectOf(record));
  await commit(ctx, batch);
  return receipt;
}

/** The items as offered now, when nothing is wrong with the configuration. @throws bundles.not-ready */
export async function requireReady(ctx: Context, { bundle, version }: BundleRecord): Promise<ItemVersions> {
  const items = await readOfferedItems(ctx.kernel, version.content);
  const errors = checkBundle(bundle.name, version.content, items).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw fail('bundles.not-ready', { count: errors.length });
  return items;
}
