import type { MergedField } from './merge-forms.ts';

type Answers = Readonly<Record<string, unknown>>;
type Fields = readonly MergedField[];

/** The part of the one form's answers that goes to one item, by the ids of the item's own form (BDL-02). */
export function splitAnswers(fields: Fields, item: string, answers: Answers): Record<string, unknown> {
  return collect(sourcesOf(fields, item).map(({ field, source }) => [source.fieldId, renameCells(answers[field.id], invert(source.columns))]));
}

/** The other way round: answers to several items' own forms as answers to the one form; of a shared field the first item's that has one. */
export function mergeAnswers(fields: Fields, byItem: ReadonlyMap<string, Answers>): Record<string, unknown> {
  return collect(fields.map(({ id, sources }) => {
    const given = sources.map(({ item, fieldId, columns }) => renameCells(byItem.get(item)?.[fieldId], columns)).find((value) => value !== undefined);
    return [id, given];
  }));
}

/** Where a fault of an item's form is mended in the one form: `members[1].name` of the item in the ids of the one form. */
export function mergedPath(fields: Fields, item: string, path: string): string {
  const [, own = path, rest = ''] = /^([^.[]+)(.*)$/s.exec(path) ?? [];
  const found = sourcesOf(fields, item).find(({ source }) => source.fieldId === own);
  if (!found) return path;
  return found.field.id + rest.replace(/^(\[\d+\]\.)(.+)$/s, (_all, at: string, column: string) => at + (found.source.columns.get(column) ?? column));
}

function sourcesOf(fields: Fields, item: string) {
  return fields.flatMap((field) => field.sources.filter((source) => source.item === item).map((source) => ({ field, source })));
}

function collect(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function invert(columns: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...columns].map(([own, merged]) => [merged, own]));
}

/** The rows of a table with other names for their cells; anything else as it is. */
function renameCells(value: unknown, columns: ReadonlyMap<string, string>): unknown {
  if (columns.size === 0 || !Array.isArray(value)) return value;
  return value.map((row: unknown) => (typeof row === 'object' && row !== null ? Object.fromEntries(Object.entries(row).map(([id, cell]) => [columns.get(id) ?? id, cell])) : row));
}
