import type { Selectable } from 'kysely';
import { covers, requireScope } from '../../../kernel/access/index.ts';
import { fail as kernelFail } from '../../../kernel/errors/kernel-errors.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { fail } from '../errors.ts';
import type { DirectoryTables } from '../tables.ts';

export type EntryRow = Selectable<DirectoryTables['directory.entry']>;
export type EntryVersionRow = Selectable<DirectoryTables['directory.entryVersion']>;

/** Reads an entry; the directory itself is open to every officer who may view it. @throws directory.entry-not-found */
export async function getEntryRecord(ctx: Context, entryId: string): Promise<EntryRow> {
  const entry = await tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.entry').selectAll().where('id', '=', entryId).executeTakeFirst();
  if (!entry) throw fail('directory.entry-not-found');
  return entry;
}

/** Reads a version with its entry. @throws directory.version-not-found */
export async function getEntryVersionRecord(ctx: Context, versionId: string): Promise<{ entry: EntryRow; version: EntryVersionRow }> {
  const version = await tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.entryVersion').selectAll().where('id', '=', versionId).executeTakeFirst();
  if (!version) throw fail('directory.version-not-found');
  return { version, entry: await getEntryRecord(ctx, version.entryId) };
}

/** A directory is kept by those whose scope holds its region; a national one by those with all. @throws forbidden */
export function authorizeDirectory(ctx: Context, permission: string, regionCode: string): void {
  if (!keepsDirectory(ctx, permission, regionCode)) throw kernelFail('kernel.forbidden', { permission });
}

/** Whether the actor may do this to a directory of that region. */
export function keepsDirectory(ctx: Context, permission: string, regionCode: string): boolean {
  return covers(requireScope(ctx, permission), ctx.actor, { regionCode });
}
