import { isDeepStrictEqual } from 'node:util';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { entryColumns } from '../actions/entry-rows.ts';
import type { RejectedRow } from '../entry.contract.ts';
import { openEntryStates } from '../states.ts';
import type { DirectoryTables } from '../tables.ts';
import { rejectionOf } from './check-rows.ts';
import { digestOf, findByCodes } from './existing-entries.ts';
import type { ParsedRow } from './parse-row.ts';

/** What became of some rows. */
export interface WrittenRows { created: number; changed: number; unchanged: number; rejected: RejectedRow[] }

type Existing = Awaited<ReturnType<typeof findByCodes>>[number];
type Plan = { kind: 'create'; parentId: string | null } | { kind: 'change'; entry: Existing } | { kind: 'same' } | { kind: 'reject'; reason: string };

/** Writes a few hundred rows in one statement: new codes become entries with a version to review, changed rows a version of their entry. */
export async function writeRows(ctx: Context, list: { id: string; regionCode: string }, rows: readonly ParsedRow[]): Promise<WrittenRows> {
  const codes = rows.flatMap(({ elements: { catalogCode, localCatalogCode, parentCode } }) => [catalogCode, localCatalogCode, parentCode]).filter((code) => code !== undefined);
  const existing = byCode(await findByCodes(ctx, [...new Set(codes)]));
  const batch = new WriteBatch();
  const written: WrittenRows = { created: 0, changed: 0, unchanged: 0, rejected: [] };
  for (const row of rows) {
    const plan = planRow(row, list.regionCode, existing);
    if (plan.kind === 'create') { addCreated(ctx, batch, list, row, plan.parentId); written.created += 1; }
    else if (plan.kind === 'change') { addChanged(ctx, batch, list, row, plan.entry); written.changed += 1; }
    else if (plan.kind === 'same') written.unchanged += 1;
    else written.rejected.push(rejectionOf(row, [plan.reason]));
  }
  await commit(ctx, batch);
  return written;
}

function byCode(rows: readonly Existing[]): Map<string, Existing> {
  return new Map(rows.flatMap((row) => [row.catalogCode, row.localCatalogCode].flatMap((code) => code === null ? [] : [[code, row] as const])));
}

function planRow(row: ParsedRow, regionCode: string, existing: ReadonlyMap<string, Existing>): Plan {
  const { catalogCode, localCatalogCode, parentCode } = row.elements;
  const entry = existing.get(catalogCode ?? '') ?? existing.get(localCatalogCode ?? '');
  const parent = parentCode === undefined ? null : existing.get(parentCode);
  if (parent === undefined) return { kind: 'reject', reason: `没有编码为“${parentCode}”的主项，请把主项一并导入。` };
  if (parent && parent.parentId !== null) return { kind: 'reject', reason: `主项“${parent.name}”本身是子项，基本目录只有主项、子项两级。` };
  if (!entry) return row.cancels ? { kind: 'reject', reason: '要取消的目录事项不存在。' } : { kind: 'create', parentId: parent?.id ?? null };
  return planExisting(row, regionCode, entry);
}

function planExisting(row: ParsedRow, regionCode: string, entry: Existing): Plan {
  if (entry.regionCode !== regionCode) return { kind: 'reject', reason: `这个编码已在区划${entry.regionCode}的目录中，请确认导入的是哪一级的目录。` };
  if (digestOf(row) === entry.importDigest || saysTheSame(row, entry)) return { kind: 'same' };
  if (openEntryStates.some((state) => state === entry.latestState)) return { kind: 'reject', reason: '这个目录事项有正在编制或审核的版本，请先处理它，再导入。' };
  const { catalogCode, localCatalogCode } = row.elements;
  const kept = (entry.catalogCode === null || entry.catalogCode === catalogCode) && (entry.localCatalogCode === null || localCatalogCode === undefined || entry.localCatalogCode === localCatalogCode);
  if (!kept) return { kind: 'reject', reason: `编码与现有目录事项“${entry.name}”不一致，编码变更请取消原目录事项后新增。` };
  if (row.cancels && entry.state !== 'in-force') return { kind: 'same' };
  return { kind: 'change', entry };
}

function saysTheSame({ elements, cancels }: ParsedRow, { latestElements, latestCancels, state }: Existing): boolean {
  return cancels === latestCancels && state !== 'cancelled' && isDeepStrictEqual(elements, latestElements);
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

