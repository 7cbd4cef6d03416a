import type { Selectable } from 'kysely';
import type { Context } from '../context.ts';
import { createId, tablesOf, writesFor, type WriteBatch } from '../db/index.ts';
import { publishEvent } from '../events/index.ts';
import { cancelInstance, completeTask, listTasksOf, findTasksOf } from '../workflow/index.ts';
import type { ReviewDecision } from './contract.ts';
import { fail } from './errors.ts';
import { reviewEnded } from './events.ts';
import type { ReviewSubject } from './start-review.ts';
import type { ReviewsTables } from './tables.ts';

export type ReviewRow = Selectable<ReviewsTables['reviews.review']>;
type Reviewed = Pick<ReviewSubject, 'type' | 'id'>;

/** What a decision came to: another reviewer follows, or the review is over. */
export type ReviewOutcome = 'continuing' | 'approved' | 'returned';

/** The review of a subject that is not over; undefined when there is none. */
export async function findOpenReview(ctx: Context, { type, id }: Reviewed): Promise<ReviewRow | undefined> {
  return tablesOf<ReviewsTables>(ctx.kernel.db).selectFrom('reviews.review').selectAll()
    .where('subjectType', '=', type).where('subjectId', '=', id).where('state', '=', 'open').executeTakeFirst();
}

/**
 * Decides the reviewer's step of a review in the batch; the caller has checked that the actor may review the object, and
 * changes its state by the outcome in the same batch. A return ends the review at once.
 * @throws reviews.not-under-review, reviews.own-review, reviews.not-your-turn, reviews.process-without-return
 */
export async function decideReview(
  ctx: Context, batch: WriteBatch, subject: Reviewed, { decision, opinion }: { decision: ReviewDecision; opinion: string },
): Promise<ReviewOutcome> {
  const review = await findOpenReview(ctx, subject);
  if (!review) throw fail('reviews.not-under-review');
  if (review.submittedById === ctx.actor.id) throw fail('reviews.own-review');
  const { name, ended } = await completeStep(ctx, batch, review, subject, decision, opinion);
  const outcome = ended ? (decision === 'approve' ? 'approved' : 'returned') : 'continuing';
  const writes = writesFor<ReviewsTables>(batch);
  writes.insert('reviews.step', { id: createId(), reviewId: review.id, name, decision, opinion, actorId: ctx.actor.id, actorName: ctx.actor.name, at: ctx.kernel.clock.now() });
  if (outcome !== 'continuing') endReview(ctx, batch, review, outcome);
  return outcome;
}

interface Step { name: string; ended: boolean }

async function completeStep(
  ctx: Context, batch: WriteBatch, review: ReviewRow, subject: Reviewed, decision: ReviewDecision, opinion: string,
): Promise<Step> {
  if (review.instanceId === null) return { name: '审核', ended: true };
  const subjectOfTasks = { subjectType: subject.type, subjectId: subject.id };
  const task = (await findTasksOf(ctx, subjectOfTasks)).find(({ instanceId, mine }) => mine && instanceId === review.instanceId);
  if (!task) {
    const handlers = (await listTasksOf(ctx, subjectOfTasks)).map(({ handler }) => handler).join('、');
    throw fail('reviews.not-your-turn', { handler: handlers || '其他人员' });
  }
  const { ended } = await completeTask(ctx, batch, { taskId: task.taskId, stored: task.stored, variables: { decision, conclusion: decision }, opinion });
  if (decision === 'return' && ended === undefined) throw fail('reviews.process-without-return', { process: task.name });
  return { name: task.name, ended: ended !== undefined };
}

function endReview(ctx: Context, batch: WriteBatch, review: ReviewRow, state: 'approved' | 'returned' | 'cancelled', endReason: string | null = null): void {
  writesFor<ReviewsTables>(batch).update('reviews.review', { state, endedAt: ctx.kernel.clock.now(), endedByName: ctx.actor.name, endReason }, { id: review.id, state: 'open' },
    { expected: 1, otherwise: () => fail('reviews.stale') });
  publishEvent(ctx, batch, {
    type: reviewEnded, aggregateType: review.subjectType, aggregateId: review.subjectId, data: { reviewId: review.id, kind: review.kind, outcome: state },
  });
}

/**
 * Ends the review of a subject that is withdrawn or changes, with its open tasks; nothing when it is not under review.
 * @param reason why it ends, told in its history, where nobody withdraws it
 */
export async function cancelReview(ctx: Context, batch: WriteBatch, subject: Reviewed, reason?: string): Promise<void> {
  const review = await findOpenReview(ctx, subject);
  if (!review) return;
  if (review.instanceId !== null) await cancelInstance(ctx, batch, review.instanceId);
  endReview(ctx, batch, review, 'cancelled', reason);
}
