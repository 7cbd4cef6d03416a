import { readRowsAlone } from '../../../kernel/db/index.ts';
import type { Kernel } from '../../../kernel/context.ts';
import type { SearchAttempt } from '../../../kernel/search/index.ts';
import { searchStatement, type FoundRow, type SearchFilters, type SearchPosition } from './search-statement.ts';

/** Runs a statement of the search; prepared once per connection, as its few shapes are met again and again. */
export function runSearch(kernel: Kernel, { text, values }: { text: string; values: unknown[] }): Promise<FoundRow[]> {
  return readRowsAlone<FoundRow>(kernel.db, text, values);
}

/**
 * Takes the first attempt that finds something. Most searches are answered by their words, so those are asked for
 * alone, in the cheapest statement; letters may be words or sounds and are asked for together. The rest share a second one.
 */
export async function tryAttempts(
  kernel: Kernel, typed: string, attempts: readonly SearchAttempt[], filters: SearchFilters, limit: number, after?: SearchPosition,
): Promise<FoundRow[]> {
  const first = /^[a-z ]+$/.test(typed) ? 2 : 1;
  for (const group of [attempts.slice(0, first), attempts.slice(first)]) {
    const rows = group.length === 0 ? [] : await runSearch(kernel, searchStatement(typed, group, filters, limit, after));
    if (rows.length > 0) return rows;
  }
  return [];
}
