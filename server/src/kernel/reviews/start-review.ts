import type { Context } from '../context.ts';
import { createId, writesFor, type WriteBatch } from '../db/index.ts';
import { findDefinition, startInstance } from '../workflow/index.ts';
import type { ReviewKind } from './contract.ts';
import { fail } from './errors.ts';
import { findProcessKey } from './settings.ts';
import type { ReviewsTables } from './tables.ts';

/** What is reviewed, as the inbox names it. */
export interface ReviewSubject {
  /** `item-version`, `catalogue-entry` …; tells the workbench which page shows it. */
  type: string;
  id: string;
  /** Its code or number. */
  number: string;
  /** What it is, e.g. the item's name. */
  title: string;
  /** Whose it is, e.g. the department's name. */
  name: string;
}

export interface StartReview {
  kind: ReviewKind;
  subject: ReviewSubject;
  /** `/root/…/department/` of whom it belongs to. */
  organizationPath: string;
  taskType?: string;
}

/**
 * Starts the review of a subject in the batch, by the process set for its kind, department and task type. What the platform
 * itself submits, and where no process was ever published, is decided in one step without tasks.
 * @throws reviews.already-under-review (at commit), AppError of a refusal of the process
 */
export async function startReview(ctx: Context, batch: WriteBatch, { kind, subject, organizationPath, taskType }: StartReview): Promise<{ reviewId: string }> {
  const reviewId = createId();
  batch.onViolation('review_open', () => fail('reviews.already-under-review'));
  writesFor<ReviewsTables>(batch).insert('reviews.review', {
    id: reviewId, kind, subjectType: subject.type, subjectId: subject.id, title: subject.title, state: 'open',
    instanceId: ctx.actor.kind === 'system' ? null
      : await startProcess(ctx, batch, { kind, subject, organizationPath, ...(taskType === undefined ? {} : { taskType }) }, ctx.actor.id),
    submittedById: ctx.actor.id, submittedByName: ctx.actor.name, startedAt: ctx.kernel.clock.now(),
  });
  return { reviewId };
}

/** Starts the process set for a review in the batch, in the name of who submitted it; null when none was ever published. */
export async function startProcess(
  ctx: Context, batch: WriteBatch, { kind, subject, organizationPath, taskType }: StartReview, submittedBy: string,
): Promise<string | null> {
  const processKey = await findProcessKey(ctx, kind, { organizationPath, taskType });
  if (!await findDefinition(ctx.kernel, processKey)) return null;
  const above = organizationPath.split('/').filter((id) => id !== '');
  return startInstance(ctx, batch, {
    processKey, subjectType: subject.type, subjectId: subject.id, subjectNumber: subject.number, subjectName: subject.name, title: subject.title,
    // A step that is skipped for want of a handler leaves `decision` as it is.
    variables: { owner: above.at(-1) ?? '', government: above[0] ?? '', taskType: taskType ?? '', submittedBy, decision: 'approve' },
  });
}
