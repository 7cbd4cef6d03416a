import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { entryColumns } from '../actions/entry-rows.ts';
import type { RejectedRow } from '../entry.contract.ts';
import type { DirectoryTables } from '../tables.ts';
import { rejectionOf } from './check-rows.ts';
import { digestOf } from './existing-entries.ts';
import type { ParsedRow } from './parse-row.ts';
import { planRows, type Existing, type Plan } from './plan-rows.ts';

/** What became of some rows. */
export interface WrittenRows { created: number; changed: number; unchanged: number; rejected: RejectedRow[] }

/** Writes a few hundred rows in one statement: new codes become entries with a version to review, changed rows a version of their entry. */
export async function writeRows(ctx: Context, list: { id: string; regionCode: string }, rows: readonly ParsedRow[]): Promise<WrittenRows> {
  const batch = new WriteBatch();
  const written: WrittenRows = { created: 0, changed: 0, unchanged: 0, rejected: [] };
  for (const { row, plan } of await planRows(ctx, list.regionCode, rows)) {
    if (plan.kind === 'create') addCreated(ctx, batch, list, row, plan.parentId);
    else if (plan.kind === 'change') addChanged(ctx, batch, list, row, plan.entry);
    count(written, row, plan);
  }
  await commit(ctx, batch);
  return written;
}

/** Counts what becomes of a row. */
export function count(written: WrittenRows, row: ParsedRow, plan: Plan): void {
  if (plan.kind === 'create') written.created += 1;
  else if (plan.kind === 'change') written.changed += 1;
  else if (plan.kind === 'same') written.unchanged += 1;
  else written.rejected.push(rejectionOf(row, plan.reasons));
}

function versionRow(ctx: Context, importId: string, row: ParsedRow, place: { id: string; entryId: string; number: number }) {
  const now = ctx.kernel.clock.now();
  return {
    ...place, state: 'in-review' as const, revision: 1, cancels: row.cancels, elements: row.elements, importDigest: digestOf(row), importId, createdAt: now,
    createdById: ctx.actor.id, createdByName: ctx.actor.name, submittedAt: now, submittedById: ctx.actor.id,
  };
}

function addCreated(ctx: Context, batch: WriteBatch, { id: importId, regionCode }: { id: string; regionCode: string }, row: ParsedRow, parentId: string | null): void {
  const writes = writesFor<DirectoryTables>(batch);
  const [id, versionId, now] = [createId(), createId(), ctx.kernel.clock.now()];
  writes.insert('directory.entry', {
    id, regionCode, ...entryColumns(row.elements, parentId), state: 'new', inForceVersionId: null, latestVersionId: versionId, latestVersionNumber: 1,
    latestState: 'in-review', createdAt: now, updatedAt: now,
  });
  writes.insert('directory.entryVersion', versionRow(ctx, importId, row, { id: versionId, entryId: id, number: 1 }));
}

function addChanged(ctx: Context, batch: WriteBatch, { id: importId }: { id: string }, row: ParsedRow, entry: Existing): void {
  const writes = writesFor<DirectoryTables>(batch);
  const [versionId, number] = [createId(), entry.latestVersionNumber + 1];
  // A list says little of what it cancels.
  const elements = row.cancels ? entry.latestElements : row.elements;
  writes.insert('directory.entryVersion', { ...versionRow(ctx, importId, row, { id: versionId, entryId: entry.id, number }), elements });
  writes.update('directory.entry', { latestVersionId: versionId, latestVersionNumber: number, latestState: 'in-review', updatedAt: ctx.kernel.clock.now() },
    { id: entry.id, latestVersionNumber: number - 1 });
}

