import type { Context } from '../context.ts';
import { handle, type RouteBinding } from '../module/index.ts';
import { addReviewComment, listReviewComments, resolveReviewComment, type Discussed } from './comments.ts';
import type { CommentOperations } from './contract.ts';

/** Reads a version for one who holds the permission. @throws the module's not-found also when outside the actor's scope */
export type GetDiscussed = (ctx: Context, versionId: string, permission: string) => Promise<Discussed>;

/** Routes of the remarks on a module's versions (CAT-03). */
export function commentRoutes({ list, add, resolve }: CommentOperations, getDiscussed: GetDiscussed): RouteBinding[] {
  return [
    handle(list, async (ctx, { params }) => ({ comments: await listReviewComments(ctx, await getDiscussed(ctx, params.versionId, list.permission)) })),
    handle(add, async (ctx, { params, body }) => addReviewComment(ctx, await getDiscussed(ctx, params.versionId, add.permission), body)),
    handle(resolve, async (ctx, { params, body }) =>
      resolveReviewComment(ctx, await getDiscussed(ctx, params.versionId, resolve.permission), params.commentId, body.resolved)),
  ];
}
