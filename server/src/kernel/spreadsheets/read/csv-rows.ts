import { fail } from '../errors.ts';
import type { Cell, ReadLimits, SheetRow } from './sheet-row.ts';

/** Rows with content of a CSV text; the separator is the one of comma, tab and semicolon that the first line has most of. */
export function* readCsvRows(text: string, sheet: string, limits: ReadLimits): Generator<SheetRow> {
  let count = 0;
  for (const { number, fields } of records(text, separatorOf(text))) {
    const cells = new Map<number, Cell>();
    for (const [index, field] of fields.entries()) if (field !== '') cells.set(index + 1, toCell(field, limits.cellCharacters));
    if (cells.size === 0) continue;
    count += 1;
    if (count > limits.rows) throw fail('spreadsheets.too-many-rows', { sheet, limit: limits.rows });
    if (Math.max(...cells.keys()) > limits.columns) throw fail('spreadsheets.too-many-columns', { sheet, row: number, limit: limits.columns });
    yield { number, hidden: false, cells };
  }
}

function toCell(field: string, most: number): Cell {
  return field.length > most ? { text: field.slice(0, most), kind: 'text', fullLength: field.length } : { text: field, kind: 'text' };
}

function separatorOf(text: string): string {
  const line = text.slice(0, 20_000).replace(/"[^"]*"/g, '').split(/\r?\n/, 1)[0] ?? '';
  const counts = [',', '\t', ';'].map((mark) => [mark, line.split(mark).length] as const);
  return counts.toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? ',';
}

/** Fields of each record; quoted ones may hold separators, line ends and doubled quotes. Numbers count records, as Excel does. */
function* records(text: string, separator: string): Generator<{ number: number; fields: string[] }> {
  let fields: string[] = [];
  let number = 1;
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"' ? readQuoted(text, at) : undefined;
    const end = endOfField(text, quoted?.end ?? at, separator);
    // What stands behind a closing quote belongs to the field, as Excel reads it.
    fields.push(quoted ? quoted.value + text.slice(quoted.end, end) : text.slice(at, end));
    at = end;
    if (text[at] === separator) {
      at += 1;
      if (at < text.length) continue;
      fields.push('');
    }
    yield { number, fields };
    fields = [];
    number += 1;
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
}

function endOfField(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

function readQuoted(text: string, start: number): { value: string; end: number } {
  let value = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    // A quote that is never closed runs to the end of the file.
    if (quote < 0) return { value: value + text.slice(at), end: text.length };
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}
