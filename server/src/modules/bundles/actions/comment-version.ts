import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { addReviewComment, resolveReviewComment, type NewReviewComment } from '../../../kernel/reviews/index.ts';
import { fail } from '../errors.ts';
import { isPartPath } from '../part-labels.contract.ts';
import { getBundleRecord, type BundleRecord } from '../queries/get-records.ts';
import { reviewSubjectOf } from '../review-subject.ts';
import { openStates } from '../states.ts';

async function getDiscussed(ctx: Context, versionId: string): Promise<BundleRecord> {
  const record = await getBundleRecord(ctx, versionId, 'bundles.bundle.comment');
  if (!openStates.some((state) => state === record.version.state)) throw fail('bundles.version-closed');
  return record;
}

/** Adds a remark on one part of a version that is being worked on or reviewed, or an answer to one (BDL-01). @throws bundles.version-closed, bundles.unknown-part, reviews.comment-not-found */
export async function addBundleComment(ctx: Context, versionId: string, comment: NewReviewComment): Promise<void> {
  const record = await getDiscussed(ctx, versionId);
  if (!isPartPath(comment.path)) throw fail('bundles.unknown-part', { path: comment.path });
  const batch = new WriteBatch();
  await addReviewComment(ctx, batch, reviewSubjectOf(record), comment);
  recordAudit(ctx, batch, { action: 'bundles.add-comment', objectType: 'bundle-version', objectId: versionId, detail: { path: comment.path } });
  await commit(ctx, batch);
}

/** Marks a remark as dealt with, or opens it again. @throws bundles.version-closed, reviews.comment-not-found */
export async function resolveBundleComment(ctx: Context, versionId: string, commentId: string, resolved: boolean): Promise<void> {
  const record = await getDiscussed(ctx, versionId);
  const batch = new WriteBatch();
  await resolveReviewComment(ctx, batch, reviewSubjectOf(record), commentId, resolved);
  recordAudit(ctx, batch, { action: resolved ? 'bundles.resolve-comment' : 'bundles.reopen-comment', objectType: 'bundle-version', objectId: versionId, detail: { commentId } });
  await commit(ctx, batch);
}
