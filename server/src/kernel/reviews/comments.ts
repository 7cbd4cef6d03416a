import type { Context } from '../context.ts';
import { createId, tablesOf, writesFor, type WriteBatch } from '../db/index.ts';
import type { ReviewComment } from './contract.ts';
import { fail } from './errors.ts';
import type { ReviewSubject } from './start-review.ts';
import type { ReviewsTables } from './tables.ts';

type Reviewed = Pick<ReviewSubject, 'type' | 'id'>;

/** A remark on the part of a subject that `path` names; with `threadId` an answer to that remark, on the part it is on. */
export interface NewReviewComment {
  path: string;
  text: string;
  threadId?: string;
}

/** Adds a remark or an answer to the batch (CAT-03). Authorisation and whether the path exists are the caller's. @throws reviews.comment-not-found */
export async function addReviewComment(ctx: Context, batch: WriteBatch, subject: Reviewed, { path, text, threadId }: NewReviewComment): Promise<void> {
  const thread = threadId === undefined ? undefined : await getThread(ctx, subject, threadId);
  writesFor<ReviewsTables>(batch).insert('reviews.comment', {
    id: createId(), subjectType: subject.type, subjectId: subject.id, threadId: thread?.id ?? null, path: thread?.path ?? path, text,
    authorId: ctx.actor.id, authorName: ctx.actor.name, createdAt: ctx.kernel.clock.now(), resolvedAt: null, resolvedByName: null,
  });
}

/** Marks a remark with all its answers as dealt with, or opens it again, in the batch. @throws reviews.comment-not-found */
export async function resolveReviewComment(ctx: Context, batch: WriteBatch, subject: Reviewed, commentId: string, resolved: boolean): Promise<void> {
  const { id } = await getThread(ctx, subject, commentId);
  writesFor<ReviewsTables>(batch).update('reviews.comment', resolved
    ? { resolvedAt: ctx.kernel.clock.now(), resolvedByName: ctx.actor.name } : { resolvedAt: null, resolvedByName: null }, { id });
}

/** The remark that begins the thread of a comment. */
async function getThread(ctx: Context, { type, id: subjectId }: Reviewed, commentId: string): Promise<{ id: string; path: string }> {
  const found = await tablesOf<ReviewsTables>(ctx.kernel.db).selectFrom('reviews.comment').select(['id', 'threadId', 'path'])
    .where('id', '=', commentId).where('subjectType', '=', type).where('subjectId', '=', subjectId).executeTakeFirst();
  if (!found) throw fail('reviews.comment-not-found');
  return { id: found.threadId ?? found.id, path: found.path };
}

/** The remarks on a subject: threads in the order in which they began, each with its answers. Authorisation is the caller's. */
export async function listReviewComments(ctx: Context, { type, id: subjectId }: Reviewed): Promise<ReviewComment[]> {
  const rows = await tablesOf<ReviewsTables>(ctx.kernel.db).selectFrom('reviews.comment').selectAll()
    .where('subjectType', '=', type).where('subjectId', '=', subjectId).orderBy('id').execute();
  const line = ({ id, text, authorName, createdAt }: (typeof rows)[number]) => ({ id, text, authorName, createdAt: createdAt.toISOString() });
  return rows.filter(({ threadId }) => threadId === null).map((thread) => ({
    ...line(thread), path: thread.path, resolvedAt: thread.resolvedAt?.toISOString() ?? null, resolvedByName: thread.resolvedByName,
    answers: rows.filter(({ threadId }) => threadId === thread.id).map(line),
  }));
}

/** How many remarks on a subject are not dealt with. */
export async function countOpenReviewComments(ctx: Context, { type, id }: Reviewed): Promise<number> {
  const { count } = await tablesOf<ReviewsTables>(ctx.kernel.db).selectFrom('reviews.comment').select((eb) => eb.fn.countAll<number>().as('count'))
    .where('subjectType', '=', type).where('subjectId', '=', id).where('threadId', 'is', null).where('resolvedAt', 'is', null).executeTakeFirstOrThrow();
  return Number(count);
}
