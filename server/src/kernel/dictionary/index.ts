import type { Kernel } from '../context.ts';
import { defineMigration, tablesOf, writesFor, type WriteBatch } from '../db/index.ts';
import { fail } from '../errors/kernel-errors.ts';
import { nationalLists, type DictionaryDefinition } from './national-lists.ts';
import { topicLists } from './topic-lists.ts';

export type { DictionaryDefinition } from './national-lists.ts';

/** Rows of the code lists. */
export interface DictionaryTables {
  'kernel.dictionary': { code: string; name: string };
  'kernel.dictionaryEntry': {
    dictionary: string; code: string; name: string; sortOrder: number; active: boolean; parentCode: string | null;
  };
}

/** One entry; entries out of use keep their name for old records. */
export interface DictionaryEntry {
  code: string;
  name: string;
  order: number;
  active: boolean;
  parentCode: string | null;
}

export interface Dictionary {
  dictionary: string;
  name: string;
  entries: DictionaryEntry[];
}

/** The lists every installation starts with. */
export const builtInDictionaries: readonly DictionaryDefinition[] = [...nationalLists, ...topicLists];

/** Tables and first content; later lists and entries come by later migrations. */
export const dictionaryMigrations = [
  defineMigration('20261121-22-dictionary-init', `
CREATE TABLE kernel.dictionary (code text PRIMARY KEY, name text NOT NULL);
CREATE TABLE kernel.dictionary_entry (
  dictionary text NOT NULL REFERENCES kernel.dictionary (code),
  code text NOT NULL,
  name text NOT NULL,
  sort_order integer NOT NULL,
  active boolean NOT NULL DEFAULT true,
  parent_code text,
  PRIMARY KEY (dictionary, code)
);
${insertLists()}`),
];

function insertLists(): string {
  const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const lists = builtInDictionaries.map(({ code, name }) => `(${quote(code)}, ${quote(name)})`);
  const entries = builtInDictionaries.flatMap(({ code: list, entries: rows }) => rows.map(([code, name], index) =>
    `(${quote(list)}, ${quote(code)}, ${quote(name)}, ${index})`));
  return `INSERT INTO kernel.dictionary (code, name) VALUES ${lists.join(', ')};
INSERT INTO kernel.dictionary_entry (dictionary, code, name, sort_order) VALUES ${entries.join(', ')};`;
}

/**
 * Adds an entry at the end of a list, or renames it or takes it out of use, in the batch.
 * @throws kernel.conflict (at commit) when somebody else added the same code
 */
export async function saveDictionaryEntry(kernel: Kernel, batch: WriteBatch, dictionary: string, entry: { code: string; name: string; active: boolean }): Promise<void> {
  const { entries } = await getDictionary(kernel, dictionary);
  const { code, name, active } = entry;
  const writes = writesFor<DictionaryTables>(batch);
  batch.onViolation('dictionary_entry_pkey', () => fail('kernel.conflict'));
  if (entries.some((one) => one.code === code)) writes.update('kernel.dictionaryEntry', { name, active }, { dictionary, code });
  else writes.insert('kernel.dictionaryEntry', { dictionary, code, name, active, sortOrder: Math.max(-1, ...entries.map(({ order }) => order)) + 1, parentCode: null });
}

/** Every code list by name, without entries. */
export async function listDictionaryNames(kernel: Kernel): Promise<{ code: string; name: string }[]> {
  return tablesOf<DictionaryTables>(kernel.db).selectFrom('kernel.dictionary').select(['code', 'name']).orderBy('name').execute();
}

/** A whole code list in its order. @throws not-found */
export async function getDictionary(kernel: Kernel, dictionary: string): Promise<Dictionary> {
  const found = (await listDictionaries(kernel, [dictionary])).get(dictionary);
  if (!found) throw fail('kernel.not-found', { what: '这个代码表' });
  return found;
}

/** Several code lists at once, by code; lists that do not exist are left out. */
export async function listDictionaries(kernel: Kernel, codes: readonly string[]): Promise<Map<string, Dictionary>> {
  if (codes.length === 0) return new Map();
  const rows = await tablesOf<DictionaryTables>(kernel.db).selectFrom('kernel.dictionary as d')
    .leftJoin('kernel.dictionaryEntry as e', 'e.dictionary', 'd.code')
    .select(['d.code as dictionary', 'd.name as title', 'e.code', 'e.name', 'e.sortOrder', 'e.active', 'e.parentCode'])
    .where('d.code', 'in', codes).orderBy('d.code').orderBy('e.sortOrder').execute();
  const lists = new Map<string, Dictionary>();
  for (const { dictionary, title, code, name, sortOrder, active, parentCode } of rows) {
    const list = lists.get(dictionary) ?? { dictionary, name: title, entries: [] };
    if (code !== null && name !== null) list.entries.push({ code, name, order: sortOrder ?? 0, active: active ?? true, parentCode });
    lists.set(dictionary, list);
  }
  return lists;
}
