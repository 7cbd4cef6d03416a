import type { Context } from '../context.ts';
import { writesFor, type WriteBatch } from '../db/index.ts';
import { AppError } from '../errors/index.ts';
import { cancelInstance } from '../workflow/index.ts';
import { findOpenReview } from './decide-review.ts';
import { fail } from './errors.ts';
import { startProcess, type StartReview } from './start-review.ts';
import type { ReviewsTables } from './tables.ts';

/**
 * Passes an open review on to the department that has taken over its subject: the former reviewers' tasks end and the process
 * begins again for it, while who submitted it, when, and what was decided stay. Where nobody there can be asked, one decision
 * of anyone who may review is enough, so that it is not lost. Nothing when it is not under review.
 */
export async function passReview(ctx: Context, batch: WriteBatch, place: Omit<StartReview, 'kind'>): Promise<void> {
  const review = await findOpenReview(ctx, place.subject);
  // A review without tasks is decided by those who may, wherever the subject belongs.
  if (!review || review.instanceId === null) return;
  const instanceId = await startProcess(ctx, batch, { ...place, kind: review.kind }, review.submittedById).catch(unlessVacant);
  await cancelInstance(ctx, batch, review.instanceId);
  writesFor<ReviewsTables>(batch).update('reviews.review', { instanceId }, { id: review.id, state: 'open', instanceId: review.instanceId },
    { expected: 1, otherwise: () => fail('reviews.stale') });
}

function unlessVacant(error: unknown): null {
  if (error instanceof AppError && error.code === 'workflow.no-handler') return null;
  throw error;
}
