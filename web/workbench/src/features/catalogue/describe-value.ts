import { text } from './text.ts';

// What an entry is called comes first, without its part's name.
const headings = ['name', 'text', 'question', 'lawName', 'title', 'label'];

/** Keys and ids: the name, words or condition of what they stand on say the same to people. */
const silent: ReadonlySet<string> = new Set(['key', 'organizationId', 'libraryPointId']);

/** An element's value as lines people can compare; nested parts are indented, codes and part names are written in Chinese. */
export function describeValue(value: unknown, depth = 0): string {
  if (value === null || value === undefined || value === '') return text.differences.empty;
  if (typeof value === 'boolean') return value ? text.yes : text.no;
  if (typeof value !== 'object') return text.values[String(value)] ?? String(value);
  const indent = '　'.repeat(depth);
  if (Array.isArray(value))
    return value.length === 0
      ? text.differences.empty
      : value.map((one: unknown) => `${indent}· ${describeValue(one, depth + 1).trimStart()}`).join('\n');
  const entries = Object.entries(value).filter(
    ([name, part]) => !silent.has(name) && part !== undefined && part !== null && part !== '' && !(Array.isArray(part) && part.length === 0),
  );
  if (entries.length === 0) return text.differences.empty;
  return entries
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .map(([name, part]) => describePart(name, part, depth, indent))
    .join('\n');
}

function describePart(name: string, part: unknown, depth: number, indent: string): string {
  const called = text.parts[name] ?? name;
  if (typeof part === 'object') return `${indent}${called}：\n${describeValue(part, depth + 1)}`;
  return headings.includes(name) ? `${indent}${String(part)}` : `${indent}${called}：${describeValue(part)}`;
}

function rank(name: string): number {
  const place = headings.indexOf(name);
  return place === -1 ? headings.length : place;
}
