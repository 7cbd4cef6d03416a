import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { elementLabel, type VersionComment } from '../contract.ts';
import type { CatalogTables } from '../tables.ts';

/** What reviewers and editors remarked on a version: threads in the order in which they began, each with its answers. */
export async function listComments(ctx: Context, versionId: string): Promise<VersionComment[]> {
  const rows = await tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.versionComment').selectAll()
    .where('versionId', '=', versionId).orderBy('id').execute();
  const line = ({ id, text, authorName, createdAt }: (typeof rows)[number]) => ({ id, text, authorName, createdAt: createdAt.toISOString() });
  return rows.filter(({ threadId }) => threadId === null).map((thread) => ({
    ...line(thread), elementPath: thread.elementPath, elementLabel: elementLabel(thread.elementPath),
    resolvedAt: thread.resolvedAt?.toISOString() ?? null, resolvedByName: thread.resolvedByName,
    answers: rows.filter(({ threadId }) => threadId === thread.id).map(line),
  }));
}

/** How many remarks on a version are not dealt with. */
export async function countOpenComments(ctx: Context, versionId: string): Promise<number> {
  const { count } = await tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.versionComment').select((eb) => eb.fn.countAll<number>().as('count'))
    .where('versionId', '=', versionId).where('threadId', 'is', null).where('resolvedAt', 'is', null).executeTakeFirstOrThrow();
  return Number(count);
}
