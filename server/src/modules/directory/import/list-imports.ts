import { sql } from 'kysely';
import { holds } from '../../../kernel/access/index.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '@tongban/contract-kit';
import { cursorId, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import type { EntryImport } from '../entry.contract.ts';
import { fail } from '../errors.ts';
import { keepsDirectory } from '../queries/entry-record.ts';
import type { DirectoryTables } from '../tables.ts';

function imports(ctx: Context) {
  return tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.entryImport as i').selectAll('i')
    .select(sql<number>`(SELECT count(*)::int FROM directory.entry_version v WHERE v.import_id = i.id AND v.state NOT IN ('draft', 'in-review'))`.as('approvedCount'));
}

type Row = Awaited<ReturnType<ReturnType<typeof imports>['executeTakeFirstOrThrow']>>;

function present(ctx: Context, { importedById, reviewedById: _reviewer, importedAt, ...row }: Row): EntryImport {
  const review = holds(ctx.actor, 'directory.entry.review') && keepsDirectory(ctx, 'directory.entry.review', row.regionCode);
  return { ...row, importedAt: importedAt.toISOString(), abilities: { review: review && row.state === 'in-review' && importedById !== ctx.actor.id } };
}

/** Imports of lists, the last first. */
export async function listImports(ctx: Context, page: { limit?: number; cursor?: string }): Promise<Page<EntryImport>> {
  const limit = page.limit ?? 20;
  let query = imports(ctx);
  if (page.cursor !== undefined) query = query.where(sql<boolean>`i.id < ${cursorId(decodeCursor(page.cursor, 1)[0])}::uuid`);
  const rows = await query.orderBy('i.id', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, ({ id }) => [id], (row) => present(ctx, row));
}

/** One import. @throws directory.import-not-found */
export async function getImport(ctx: Context, importId: string): Promise<EntryImport> {
  const row = await imports(ctx).where('i.id', '=', importId).executeTakeFirst();
  if (!row) throw fail('directory.import-not-found');
  return present(ctx, row);
}
