import { createHash } from 'node:crypto';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { DirectoryTables } from '../tables.ts';
import type { ParsedRow } from './parse-row.ts';

/** SM3 of what a row says, by which an unchanged one is known. */
export function digestOf({ elements, cancels }: Pick<ParsedRow, 'elements' | 'cancels'>): string {
  return createHash('sm3').update(JSON.stringify([sortKeys(elements), cancels])).digest('hex');
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, sortKeys(member)]));
}

/** The codes of existing entries that rows name as themselves or as their main item. */
export async function findByCodes(ctx: Context, codes: readonly string[]) {
  if (codes.length === 0) return [];
  return tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.entry as e').innerJoin('directory.entryVersion as v', 'v.id', 'e.latestVersionId')
    .select(['e.id', 'e.catalogCode', 'e.localCatalogCode', 'e.name', 'e.parentId', 'e.regionCode', 'e.state', 'e.inForceVersionId', 'e.latestVersionNumber', 'e.latestState',
      'v.elements as latestElements', 'v.cancels as latestCancels', 'v.importDigest'])
    .where((eb) => eb.or([eb('e.catalogCode', 'in', codes), eb('e.localCatalogCode', 'in', codes)])).execute();
}
