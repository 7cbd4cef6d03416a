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
  const given = await readRows(ctx.kernel, file);
  const client = await ctx.kernel.db.pool.connect();
  try {
    const { rows: [lock] } = await client.query<{ taken: boolean }>(`SELECT pg_try_advisory_lock(hashtext('directory.import-entries')) AS taken`);
    if (lock?.taken !== true) throw fail('directory.import-running');
    return await importLocked(ctx, { fileName: file.name, regionCode, ...given });
  } finally {
    // Closing the connection gives the lock back too, but only once the server has noticed.
    await client.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
    client.release(true);
  }
}

interface Wanted { fileName: string; regionCode: string; rows: readonly GivenRow[]; rejected: readonly RejectedRow[] }

async function importLocked(ctx: Context, { fileName, regionCode, rows: given, rejected: unreadable }: Wanted): Promise<string> {
  const format: EntryImport['format'] = looksLikeItem(given[0]?.value) ? 'items' : 'directory';
  const parsed = format === 'items' ? deriveRows(given, regionCode) : parseRows(given, regionCode);
  const { rows, rejected } = await checkRowCodes(ctx, parsed.rows);
  const id = createId();
  const total: WrittenRows = { created: 0, changed: 0, unchanged: 0, rejected: [...unreadable, ...parsed.rejected, ...rejected] };
  // Main items first: their sub-items name them.
  const ordered = rows.toSorted((one, other) => Number(one.elements.parentCode !== undefined) - Number(other.elements.parentCode !== undefined));
  const mains = ordered.filter(({ elements }) => elements.parentCode === undefined).length;
  for (const part of [ordered.slice(0, mains), ordered.slice(mains)]) {
    for (let start = 0; start < part.length; start += rowsAtATime) {
      add(total, await writeRows(ctx, { id, regionCode }, part.slice(start, start + rowsAtATime)));
    }
  }
  await recordImport(ctx, id, { fileName, regionCode, format, read: given.length + unreadable.length }, total);
  return id;
}

function parseRows(given: readonly GivenRow[], regionCode: string): { rows: ParsedRow[]; rejected: RejectedRow[] } {
  const outcomes = given.map(({ value, number }) => parseDirectoryRow(value, number, regionCode));
  return { rows: outcomes.flatMap((one) => one.ok ? [one.row] : []), rejected: outcomes.flatMap((one) => one.ok ? [] : [one.rejected]) };
}

function add(total: WrittenRows, part: WrittenRows): void {
  total.created += part.created;
  total.changed += part.changed;
  total.unchanged += part.unchanged;
  total.rejected.push(...part.rejected);
}

async function recordImport(
  ctx: Context, id: string, about: Pick<EntryImport, 'fileName' | 'regionCode' | 'format' | 'read'>, { created, changed, unchanged, rejected }: WrittenRows,
): Promise<void> {
  const batch = new WriteBatch();
  writesFor<DirectoryTables>(batch).insert('directory.entryImport', {
    id, ...about, created, changed, unchanged, rejected: rejected.length, rejections: rejected.toSorted((a, b) => a.number - b.number).slice(0, keptRejections),
    state: created + changed === 0 ? 'empty' : 'in-review', version: 1, importedAt: ctx.kernel.clock.now(), importedById: ctx.actor.id,
    importedByName: ctx.actor.name, failures: [],
  });
  recordAudit(ctx, batch, { action: 'directory.import-entries', objectType: 'directory-import', objectId: id, detail: { ...about, created, changed, unchanged, rejected: rejected.length } });
  await commit(ctx, batch);
}
