import type { Selectable } from 'kysely';
import { requireScope } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { fail } from '../errors.ts';
import type { ArchivesTables } from '../tables.ts';

export type ArchiveRecord = Selectable<ArchivesTables['archives.archive']>;

/** An archive within the actor's scope of a permission. @throws archives.not-found */
export async function getArchiveRecord(ctx: Context, archiveId: string, permission: string): Promise<ArchiveRecord> {
  const record = await tablesOf<ArchivesTables>(ctx.kernel.db).selectFrom('archives.archive').selectAll().where('id', '=', archiveId)
    .where(scopeFilter(requireScope(ctx, permission), ctx.actor, { organizationPath: 'organizationPath', regionCode: 'regionCode' })).executeTakeFirst();
  if (!record) throw fail('archives.not-found');
  return record;
}
