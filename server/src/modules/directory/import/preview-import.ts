import { isDeepStrictEqual } from 'node:util';
import type { Context } from '../../../kernel/context.ts';
import type { EntryElements, EntryImportPreview, PreviewedChange } from '../entry.contract.ts';
import { authorizeDirectory } from '../queries/entry-record.ts';
import { firstOf, readList } from './import-entries.ts';
import { labelOfElement, shorten, type ParsedRow } from './parse-row.ts';
import { planRows, type Existing, type MainItem } from './plan-rows.ts';
import { count, type WrittenRows } from './write-rows.ts';

/**
 * What an import of a file would come to, by the very plan that it would be written by; nothing is written (CAT-12).
 * @throws directory.file-unreadable, forbidden outside the actor's scope
 */
export async function previewImport(ctx: Context, file: { name: string; content: Buffer }, regionCode: string): Promise<EntryImportPreview> {
  authorizeDirectory(ctx, 'directory.entry.edit', regionCode);
  const { format, read, parts, rejected } = await readList(ctx, file, regionCode);
  const total: WrittenRows = { created: 0, changed: 0, unchanged: 0, rejected };
  const changes: PreviewedChange[] = [];
  const made = new Map<string, MainItem>();
  for (const part of parts) {
    for (const { row, plan } of await planRows(ctx, regionCode, part, made)) {
      count(total, row, plan);
      if (plan.kind === 'create') note(made, row);
      if (plan.kind === 'change') changes.push(presentChange(row, plan.entry));
    }
  }
  return { format, read, created: total.created, changed: total.changed, unchanged: total.unchanged, rejected: total.rejected.length, rejections: firstOf(total.rejected), changes: firstOf(changes) };
}

/** A row that would become an entry, for the rows that name it as their main item. */
function note(made: Map<string, MainItem>, { elements: { catalogCode, localCatalogCode, parentCode, name } }: ParsedRow): void {
  for (const code of [catalogCode, localCatalogCode]) if (code !== undefined) made.set(code, { id: code, name, parentId: parentCode ?? null });
}

function presentChange({ number, elements, cancels }: ParsedRow, { name, catalogCode, localCatalogCode, latestElements }: Existing): PreviewedChange {
  const names = [...new Set([...memberNames(latestElements), ...memberNames(elements)])];
  return {
    number, code: catalogCode ?? localCatalogCode ?? '', name: shorten(name), cancels,
    // A list says little of what it cancels, and nothing else of it is taken over.
    differences: cancels ? [] : names.filter((member) => !isDeepStrictEqual(valueOf(latestElements, member), valueOf(elements, member)))
      .map((member) => ({ element: member, label: labelOfElement(member), before: valueOf(latestElements, member) ?? null, after: valueOf(elements, member) ?? null })),
  };
}

/** The elements one by one, the public ones by their own names. */
function memberNames({ publicElements, ...elements }: EntryElements): string[] {
  return [...Object.keys(elements), ...Object.keys(publicElements)];
}

function valueOf({ publicElements, ...elements }: EntryElements, member: string): unknown {
  const all: Record<string, unknown> = { ...publicElements, ...elements };
  return all[member];
}
