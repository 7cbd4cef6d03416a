import { createHash } from 'node:crypto';
import type { Kernel } from '../../../kernel/context.ts';
import type { FoundRow } from './search-statement.ts';

const names = new Map<string, string>();

function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = `s${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
    names.set(text, name);
  }
  return name;
}

/** Runs a statement of the search; prepared once per connection, as its few shapes are met again and again. */
export async function runSearch(kernel: Kernel, { text, values }: { text: string; values: unknown[] }): Promise<FoundRow[]> {
  return (await kernel.db.pool.query<FoundRow>({ name: nameOf(text), text, values })).rows;
}
