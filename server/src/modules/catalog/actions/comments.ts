import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { isElementName } from '../contract.ts';
import { fail } from '../errors.ts';
import { getVersionRecord, type VersionRecord } from '../queries/get-version-record.ts';
import { openStates } from '../states.ts';
import type { CatalogTables } from '../tables.ts';

async function getDiscussed(ctx: Context, versionId: string): Promise<VersionRecord> {
  const record = await getVersionRecord(ctx, versionId, 'catalog.item.comment');
  if (!openStates.some((state) => state === record.version.state)) throw fail('catalog.version-closed');
  return record;
}

/**
 * Adds a remark on one element of a version that is being worked on, or an answer to one (CAT-03).
 * @throws catalog.version-closed, catalog.unknown-element, catalog.comment-not-found
 */
export async function addComment(ctx: Context, versionId: string, input: { elementPath: string; text: string; threadId?: string }): Promise<void> {
  const { version } = await getDiscussed(ctx, versionId);
  const thread = input.threadId === undefined ? undefined : await findComment(ctx, versionId, input.threadId);
  const elementPath = thread?.elementPath ?? input.elementPath;
  if (!isElementName(elementPath.split('.')[0] ?? '')) throw fail('catalog.unknown-element', { element: elementPath });
  const batch = new WriteBatch();
  const id = createId();
  writesFor<CatalogTables>(batch).insert('catalog.versionComment', {
    id, versionId: version.id, threadId: thread ? thread.threadId ?? thread.id : null, elementPath, text: input.text,
    authorId: ctx.actor.id, authorName: ctx.actor.name, createdAt: ctx.kernel.clock.now(), resolvedAt: null, resolvedByName: null,
  });
  recordAudit(ctx, batch, { action: 'catalog.add-comment', objectType: 'item-version', objectId: version.id, detail: { elementPath } });
  await commit(ctx, batch);
}

/** Marks a remark with all its answers as dealt with, or opens it again. @throws catalog.comment-not-found, catalog.version-closed */
export async function resolveComment(ctx: Context, versionId: string, commentId: string, resolved: boolean): Promise<void> {
  await getDiscussed(ctx, versionId);
  const comment = await findComment(ctx, versionId, commentId);
  const batch = new WriteBatch();
  writesFor<CatalogTables>(batch).update('catalog.versionComment',
    { resolvedAt: resolved ? ctx.kernel.clock.now() : null, resolvedByName: resolved ? ctx.actor.name : null }, { id: comment.threadId ?? comment.id });
  recordAudit(ctx, batch, { action: resolved ? 'catalog.resolve-comment' : 'catalog.reopen-comment', objectType: 'item-version', objectId: versionId, detail: { commentId } });
  await commit(ctx, batch);
}

async function findComment(ctx: Context, versionId: string, id: string) {
  const found = await tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.versionComment').select(['id', 'threadId', 'elementPath'])
    .where('id', '=', id).where('versionId', '=', versionId).executeTakeFirst();
  if (!found) throw fail('catalog.comment-not-found');
  return found;
}
