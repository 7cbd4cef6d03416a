import { text } from './text.ts';

const shown = ['name', 'text', 'question', 'lawName', 'title', 'label', 'key'];

/** An element's value as lines people can compare; nested parts are indented. */
export function describeValue(value: unknown, depth = 0): string {
  if (value === null || value === undefined || value === '') return text.differences.empty;
  if (typeof value === 'boolean') return value ? text.yes : text.no;
  if (typeof value !== 'object') return String(value);
  const indent = '　'.repeat(depth);
  if (Array.isArray(value)) return value.length === 0 ? text.differences.empty : value.map((one: unknown) => `${indent}· ${describeValue(one, depth + 1).trimStart()}`).join('\n');
  const entries = Object.entries(value).filter(([, part]) => part !== undefined && part !== null && part !== '' && !(Array.isArray(part) && part.length === 0));
  const ordered = entries.toSorted(([a], [b]) => rank(a) - rank(b));
  return ordered.map(([name, part]) => (typeof part === 'object' ? `${indent}${name}：\n${describeValue(part, depth + 1)}` : shown.includes(name) && name !== 'key' ? `${indent}${String(part)}` : `${indent}${name}：${describeValue(part)}`)).join('\n');
}

function rank(name: string): number {
  const place = shown.indexOf(name);
  return place === -1 ? shown.length : place;
}
