import type { Updateable } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { buildSearchVector } from '../../../kernel/search/index.ts';
import { checkElements, normalizeElements } from '../check-elements.ts';
import type { EntryElements, EntryReceipt, EntryVersionState } from '../entry.contract.ts';
import { fail } from '../errors.ts';
import type { DirectoryTables } from '../tables.ts';

/** The columns of an entry that repeat its elements, for lists and filters. */
export function entryColumns(elements: EntryElements, parentId: string | null) {
  const { name, catalogCode, localCatalogCode, taskType, guidanceDepartment, useLevels, paused, planCancelDate } = elements;
  return {
    name, catalogCode: catalogCode ?? null, localCatalogCode: localCatalogCode ?? null, parentId, taskType, guidanceDepartment, useLevels,
    paused: paused ?? false, planCancelDate: planCancelDate ?? null, vector: searchVector(elements),
  } satisfies Updateable<DirectoryTables['directory.entry']>;
}

function searchVector({ name, catalogCode, localCatalogCode, guidanceDepartment, legalBases }: EntryElements): string {
  return buildSearchVector([
    { text: name.slice(0, 300), weight: 'A', named: true }, { text: [catalogCode, localCatalogCode, guidanceDepartment].filter(Boolean).join(' '), weight: 'C' },
    ...[...new Set(legalBases.map(({ lawName }) => lawName))].slice(0, 20).map((text) => ({ text, weight: 'D' as const })),
  ]);
}

/** The elements as they are stored. @throws directory.invalid-elements with one issue per fault */
export async function requireSound(ctx: Context, regionCode: string, given: EntryElements): Promise<EntryElements> {
  const elements = normalizeElements(given);
  const issues = await checkElements(ctx.kernel, regionCode, elements);
  if (issues.length > 0) throw fail('directory.invalid-elements', { count: issues.length }, { issues });
  return elements;
}

/** A batch that explains the broken rules of the directory's tables. */
export function entryBatch({ name, code }: { name: string; code: string }): WriteBatch {
  const taken = () => fail('directory.code-taken', { code });
  const open = () => fail('directory.open-version-exists', { name });
  return new WriteBatch().onViolation('entry_catalog_code', taken).onViolation('entry_local_catalog_code', taken)
    .onViolation('entry_version_open', open).onViolation('entry_version_number', open)
    .onViolation('entry_tree', () => fail('directory.too-deep', { parent: name, why: '它刚刚成为子项或者有了子项' }));
}

export function receiptOf(version: { id: string; entryId: string; number: number; revision: number }, state: EntryVersionState): EntryReceipt {
  return { entryId: version.entryId, versionId: version.id, versionNumber: version.number, state, revision: version.revision };
}

/** Code of an entry by its elements, as people see it. */
export function codeOf({ catalogCode, localCatalogCode }: Pick<EntryElements, 'catalogCode' | 'localCatalogCode'>): string {
  return catalogCode ?? localCatalogCode ?? '';
}
