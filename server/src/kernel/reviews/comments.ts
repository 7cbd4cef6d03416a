import { recordAudit } from '../audit/index.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../db/index.ts';
import type { NewReviewComment, ReviewComment } from './contract.ts';
import { fail } from './errors.ts';
import type { ReviewSubject } from './start-review.ts';
import type { ReviewsTables } from './tables.ts';

type Reviewed = Pick<ReviewSubject, 'type' | 'id'>;

/** What remarks are made on, as its module knows it. */
export interface Discussed {
  /** Under which the audit names what is done. */
  readonly module: string;
  readonly subject: Reviewed;
  /** Whether it is being worked on or reviewed; nothing is added to the remarks on others. */
  readonly open: boolean;
  /** Whether it has the part that a path such as `items.drainage` names. */
  readonly hasPart: (path: string) => boolean;
  /** What people call the part. */
  readonly labelOf: (path: string) => string;
}

/**
 * Adds a remark on a part of what is discussed, or an answer to one (CAT-03). Authorisation is the caller's.
 * @throws reviews.comments-closed, reviews.unknown-part, reviews.comment-not-found
 */
export async function addReviewComment(ctx: Context, discussed: Discussed, { path, text, threadId }: NewReviewComment): Promise<void> {
  const { module, subject } = requireOpen(discussed);
  const thread = threadId === undefined ? undefined : await getThread(ctx, subject, threadId);
  const place = thread?.path ?? path;
  // What a remark was on may be gone when it is answered.
  if (!thread && !discussed.hasPart(place)) throw fail('reviews.unknown-part', { path: place });
  const batch = new WriteBatch();
  writesFor<ReviewsTables>(batch).insert('reviews.comment', {
    id: createId(), subjectType: subject.type, subjectId: subject.id, threadId: thread?.id ?? null, path: place, text,
    authorId: ctx.actor.id, authorName: ctx.actor.name, createdAt: ctx.kernel.clock.now(), resolvedAt: null, resolvedByName: null,
  });
  recordAudit(ctx, batch, { action: `${module}.add-comment`, objectType: subject.type, objectId: subject.id, detail: { path: place } });
  await commit(ctx, batch);
}

/** Marks a remark with all its answers as dealt with, or opens it again. Authorisation is the caller's. @throws reviews.comments-closed, reviews.comment-not-found */
export async function resolveReviewComment(ctx: Context, discussed: Discussed, commentId: string, resolved: boolean): Promise<void> {
  const { module, subject } = requireOpen(discussed);
  const { id } = await getThread(ctx, subject, commentId);
  const batch = new WriteBatch();
  writesFor<ReviewsTables>(batch).update('reviews.comment', resolved
    ? { resolvedAt: ctx.kernel.clock.now(), resolvedByName: ctx.actor.name } : { resolvedAt: null, resolvedByName: null }, { id });
  recordAudit(ctx, batch, { action: `${module}.${resolved ? 'resolve' : 'reopen'}-comment`, objectType: subject.type, objectId: subject.id, detail: { commentId } });
  await commit(ctx, batch);
}

/** Deletes the remarks on a subject that is thrown away, in the batch. */
export function deleteReviewComments(batch: WriteBatch, { type, id }: Reviewed): void {
  writesFor<ReviewsTables>(batch).delete('reviews.comment', { subjectType: type, subjectId: id });
}

function requireOpen(discussed: Discussed): Discussed {
  if (!discussed.open) throw fail('reviews.comments-closed');
  return discussed;
}

/** The remark that begins the thread of a comment. */
async function getThread(ctx: Context, { type, id: subjectId }: Reviewed, commentId: string): Promise<{ id: string; path: string }> {
  const found = await tablesOf<ReviewsTables>(ctx.kernel.db).selectFrom('reviews.comment').select(['id', 'threadId', 'path'])
    .where('id', '=', commentId).where('subjectType', '=', type).where('subjectId', '=', subjectId).executeTakeFirst();
  if (!found) throw fail('reviews.comment-not-found');
  return { id: found.threadId ?? found.id, path: found.path };
}

/** The remarks on what is discussed: threads in the order in which they began, each with its answers. Authorisation is the caller's. */
export async function listReviewComments(ctx: Context, { subject, labelOf }: Discussed): Promise<ReviewComment[]> {
  const rows = await tablesOf<ReviewsTables>(ctx.kernel.db).selectFrom('reviews.comment').selectAll()
    .where('subjectType', '=', subject.type).where('subjectId', '=', subject.id).orderBy('id').execute();
  const line = ({ id, text, authorName, createdAt }: (typeof rows)[number]) => ({ id, text, authorName, createdAt: createdAt.toISOString() });
  return rows.filter(({ threadId }) => threadId === null).map((thread) => ({
    ...line(thread), path: thread.path, label: labelOf(thread.path), resolvedAt: thread.resolvedAt?.toISOString() ?? null, resolvedByName: thread.resolvedByName,
    answers: rows.filter(({ threadId }) => threadId === thread.id).map(line),
  }));
}

/** How many remarks on a subject are not dealt with. */
export async function countOpenReviewComments(ctx: Context, { type, id }: Reviewed): Promise<number> {
  const { count } = await tablesOf<ReviewsTables>(ctx.kernel.db).selectFrom('reviews.comment').select((eb) => eb.fn.countAll<number>().as('count'))
    .where('subjectType', '=', type).where('subjectId', '=', id).where('threadId', 'is', null).where('resolvedAt', 'is', null).executeTakeFirstOrThrow();
  return Number(count);
}
