import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { EntryImport, RejectedRow } from '../entry.contract.ts';
import { fail } from '../errors.ts';
import { authorizeDirectory } from '../queries/entry-record.ts';
import type { DirectoryTables } from '../tables.ts';
import { checkRowCodes } from './check-rows.ts';
import { deriveRows, looksLikeItem } from './derive-rows.ts';
import { parseDirectoryRow, type ParsedRow, type GivenRow } from './parse-row.ts';
import { readRows } from './read-file.ts';
import { writeRows, type WrittenRows } from './write-rows.ts';

/** Rows left out that a record of an import keeps; more would be read by nobody. */
const keptRejections = 200;
const rowsAtATime = 200;

/**
 * Imports a national, provincial or local list (CAT-01, CAT-12). Rows that say something new become versions waiting for
 * another person's review; a row that says what its entry says changes nothing, so that the same file may come again.
 * @throws directory.file-unreadable, directory.import-running, forbidden outside the actor's scope
 */
export async function importEntries(ctx: Context, file: { name: string; content: Buffer }, regionCode: string): Promise<string> {
  authorizeDirectory(ctx, 'directory.entry.edit', regionCode);
  const list = await readList(ctx, file, regionCode);
  const client = await ctx.kernel.db.pool.connect();
  try {
    const { rows: [lock] } = await client.query<{ taken: boolean }>(`SELECT pg_try_advisory_lock(hashtext('directory.import-entries')) AS taken`);
    if (lock?.taken !== true) throw fail('directory.import-running');
    return await importLocked(ctx, list);
  } finally {
    // Closing the connection gives the lock back too, but only once the server has noticed.
    await client.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
    client.release(true);
  }
}

/** A list as it was read: main items before the sub-items that name them, and what could not be read. */
export interface ReadList { fileName: string; regionCode: string; format: EntryImport['format']; read: number; parts: readonly ParsedRow[][]; rejected: RejectedRow[] }

/** Reads a file and checks its rows by themselves and beside each other. @throws directory.file-unreadable */
export async function readList(ctx: Context, file: { name: string; content: Buffer }, regionCode: string): Promise<ReadList> {
  const { rows: given, rejected: unreadable } = await readRows(ctx.kernel, file);
  const format: EntryImport['format'] = looksLikeItem(given[0]?.value) ? 'items' : 'directory';
  const parsed = format === 'items' ? deriveRows(given, regionCode) : parseRows(given, regionCode);
  const { rows, rejected } = await checkRowCodes(ctx, parsed.rows);
  const kinds = [rows.filter(({ elements }) => elements.parentCode === undefined), rows.filter(({ elements }) => elements.parentCode !== undefined)];
  const parts = kinds.flatMap((kind) => Array.from({ length: Math.ceil(kind.length / rowsAtATime) }, (_part, at) => kind.slice(at * rowsAtATime, (at + 1) * rowsAtATime)));
  return { fileName: file.name, regionCode, format, read: given.length + unreadable.length, parts, rejected: [...unreadable, ...parsed.rejected, ...rejected] };
}

async function importLocked(ctx: Context, { fileName, regionCode, format, read, parts, rejected }: ReadList): Promise<string> {
  const id = createId();
  const total: WrittenRows = { created: 0, changed: 0, unchanged: 0, rejected };
  for (const part of parts) add(total, await writeRows(ctx, { id, regionCode }, part));
  await recordImport(ctx, id, { fileName, regionCode, format, read }, total);
  return id;
}

function parseRows(given: readonly GivenRow[], regionCode: string): { rows: ParsedRow[]; rejected: RejectedRow[] } {
  const outcomes = given.map((row) => parseDirectoryRow(row, regionCode));
  return { rows: outcomes.flatMap((one) => one.ok ? [one.row] : []), rejected: outcomes.flatMap((one) => one.ok ? [] : [one.rejected]) };
}

function add(total: WrittenRows, part: WrittenRows): void {
  total.created += part.created;
  total.changed += part.changed;
  total.unchanged += part.unchanged;
  total.rejected.push(...part.rejected);
}

/** The first rows of many, in the order of the file. */
export function firstOf<Row extends { number: number }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => a.number - b.number).slice(0, keptRejections);
}

async function recordImport(
  ctx: Context, id: string, about: Pick<EntryImport, 'fileName' | 'regionCode' | 'format' | 'read'>, { created, changed, unchanged, rejected }: WrittenRows,
): Promise<void> {
  const batch = new WriteBatch();
  writesFor<DirectoryTables>(batch).insert('directory.entryImport', {
    id, ...about, created, changed, unchanged, rejected: rejected.length, rejections: firstOf(rejected),
    state: created + changed === 0 ? 'empty' : 'in-review', version: 1, importedAt: ctx.kernel.clock.now(), importedById: ctx.actor.id,
    importedByName: ctx.actor.name, failures: [],
  });
  recordAudit(ctx, batch, { action: 'directory.import-entries', objectType: 'directory-import', objectId: id, detail: { ...about, created, changed, unchanged, rejected: rejected.length } });
  await commit(ctx, batch);
}
