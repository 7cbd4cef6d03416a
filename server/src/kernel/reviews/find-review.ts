import type { Context } from '../context.ts';
import { tablesOf } from '../db/index.ts';
import { listTasksOf } from '../workflow/index.ts';
import type { Review } from './contract.ts';
import type { ReviewSubject } from './start-review.ts';
import type { ReviewsTables } from './tables.ts';

/** The newest review of a subject with its steps and open tasks; undefined when it was never submitted. Authorisation is the caller's. */
export async function findReview(ctx: Context, { type, id }: Pick<ReviewSubject, 'type' | 'id'>): Promise<Review | undefined> {
  const db = tablesOf<ReviewsTables>(ctx.kernel.db);
  const review = await db.selectFrom('reviews.review').selectAll().where('subjectType', '=', type).where('subjectId', '=', id)
    .orderBy('id', 'desc').limit(1).executeTakeFirst();
  if (!review) return undefined;
  const [steps, tasks] = await Promise.all([
    db.selectFrom('reviews.step').select(['name', 'decision', 'opinion', 'actorName', 'at']).where('reviewId', '=', review.id).orderBy('id').execute(),
    review.state === 'open' && review.instanceId !== null ? listTasksOf(ctx, { subjectType: type, subjectId: id }) : [],
  ]);
  const notOwn = review.submittedById !== ctx.actor.id;
  return {
    id: review.id, kind: review.kind, state: review.state, submittedByName: review.submittedByName, startedAt: review.startedAt.toISOString(),
    endedAt: review.endedAt?.toISOString() ?? null, steps: steps.map(({ at, ...step }) => ({ ...step, at: at.toISOString() })),
    tasks: tasks.map(({ taskId, name, handler, mine, dueOn }) => ({ taskId, name, handler, mine: mine && notOwn, dueOn })),
    mine: review.state === 'open' && notOwn && (review.instanceId === null || tasks.some(({ mine }) => mine)),
  };
}

/** A review of one of some subjects, over or not, with what each reviewer decided. */
export interface PastReview extends Pick<Review, 'id' | 'state' | 'submittedByName' | 'startedAt' | 'endedAt' | 'steps'> {
  readonly subjectType: string;
  readonly subjectId: string;
  /** Null in old ones. */
  readonly endedByName: string | null;
  /** Why it ended undecided, where it was not withdrawn by somebody. */
  readonly endReason: string | null;
}

/** Every review of some subjects of the given types, the oldest first. Authorisation is the caller's. */
export async function listReviews(ctx: Context, types: readonly string[], ids: readonly string[]): Promise<PastReview[]> {
  if (types.length === 0 || ids.length === 0) return [];
  const db = tablesOf<ReviewsTables>(ctx.kernel.db);
  const reviews = await db.selectFrom('reviews.review').selectAll().where('subjectType', 'in', types).where('subjectId', 'in', ids).orderBy('id').execute();
  const steps = reviews.length === 0 ? [] : await db.selectFrom('reviews.step').select(['reviewId', 'name', 'decision', 'opinion', 'actorName', 'at'])
    .where('reviewId', 'in', reviews.map(({ id }) => id)).orderBy('id').execute();
  return reviews.map(({ id, subjectType, subjectId, state, submittedByName, startedAt, endedAt, endedByName, endReason }) => ({
    id, subjectType, subjectId, state, submittedByName, endedByName, endReason, startedAt: startedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null,
    steps: steps.filter(({ reviewId }) => reviewId === id).map(({ reviewId: _review, at, ...step }) => ({ ...step, at: at.toISOString() })),
  }));
}
