import { cellPosition } from '../cell-position.ts';
import { fail } from '../errors.ts';
import type { Spreadsheet } from './open-spreadsheet.ts';
import type { Cell, SheetRow } from './sheet-row.ts';

/** A column that is looked for. */
export interface TableColumn {
  readonly title: string;
  /** Other headings under which lists of other origin have it. */
  readonly aliases?: readonly string[];
  /** Without it the table cannot be read at all. */
  readonly required?: boolean;
}

/** A row of a table by the keys of its columns. */
export interface TableRow<K extends string> {
  readonly number: number;
  readonly hidden: boolean;
  readonly cell: (key: K) => Cell | undefined;
  /** Where the column's cell is, `清单!F12`; the row's first cell when the table has no such column. */
  readonly at: (key: K) => string;
  readonly title: (key: K) => string;
}

/** A sheet whose heading was found. */
export interface Table<K extends string> {
  readonly sheet: string;
  readonly headingRow: number;
  readonly has: (key: K) => boolean;
  /** Headings that no column has, with their positions; their cells are not read. */
  readonly unknown: readonly { readonly title: string; readonly position: string }[];
  /** The rows below the heading that have content in a known column; read once. */
  readonly rows: AsyncIterable<TableRow<K>>;
}

/** Rows within which the heading is looked for, since titles and remarks may stand above it. */
const headingWithin = 10;

/**
 * Finds the sheet and the heading of a table. Names and headings are compared without spaces, width, case, stars and （必填）;
 * a file with a single visible sheet is taken for the table whatever the sheet is called.
 * @throws spreadsheets.sheet-missing, header-missing, columns-missing, column-twice
 */
export async function openTable<K extends string>(file: Spreadsheet, wanted: { sheet: string; columns: Readonly<Record<K, TableColumn>> }): Promise<Table<K>> {
  const sheet = findSheet(file, wanted.sheet);
  if (sheet === undefined) {
    throw fail('spreadsheets.sheet-missing', { sheet: wanted.sheet, found: file.sheets.filter(({ hidden }) => !hidden).map(({ name }) => `“${name}”`).join('、') || '无' });
  }
  const rows = file.rows(sheet)[Symbol.asyncIterator]();
  const { row: heading, columnOf } = await findHeading(rows, sheet, wanted.columns);
  const known = new Set<number>(columnOf.values());
  const unknown = [...heading.cells].filter(([column, { text }]) => !known.has(column) && text.trim() !== '')
    .map(([column, { text }]) => ({ title: text.trim(), position: cellPosition(sheet, column, heading.number) }));
  return {
    sheet, headingRow: heading.number, has: (key) => columnOf.has(key), unknown,
    rows: tableRows(rows, { sheet, columnOf, columns: wanted.columns, known }),
  };
}

/** Whether the file has the sheet; for sheets that may be left out. */
export function findSheet(file: Spreadsheet, wanted: string): string | undefined {
  const visible = file.sheets.filter(({ hidden }) => !hidden);
  return visible.find(({ name }) => plainTitle(name) === plainTitle(wanted))?.name ?? (visible.length === 1 ? visible[0]?.name : undefined);
}

/** A heading as it is compared. */
export function plainTitle(title: string): string {
  return title.normalize('NFKC').replace(/[\s\u200b-\u200f\ufeff]/g, '').replace(/\(必填\)|[*:]/g, '').toLowerCase();
}

async function findHeading<K extends string>(
  rows: AsyncIterator<SheetRow>, sheet: string, columns: Readonly<Record<K, TableColumn>>,
): Promise<{ row: SheetRow; columnOf: Map<K, number> }> {
  const wanted = entriesOf(columns);
  let best: { row: SheetRow; columnOf: Map<K, number> } | undefined;
  for (let looked = 0; looked < headingWithin; looked += 1) {
    const { value: row, done } = await rows.next();
    if (done) break;
    const columnOf = matchHeadings(row, wanted, sheet);
    if (columnOf.size > (best?.columnOf.size ?? 0)) best = { row, columnOf };
    if (wanted.every(([key, { required }]) => !required || columnOf.has(key)) && columnOf.size > 0) return { row, columnOf };
  }
  const required = wanted.filter(([, column]) => column.required);
  const titles = (list: readonly (readonly [K, TableColumn])[]): string => list.map(([, { title }]) => `“${title}”`).join('、');
  if (!best) throw fail('spreadsheets.header-missing', { sheet, rows: headingWithin, titles: titles(required.length > 0 ? required : wanted.slice(0, 5)) });
  const { row, columnOf } = best;
  throw fail('spreadsheets.columns-missing', { sheet, row: row.number, titles: titles(required.filter(([key]) => !columnOf.has(key))) });
}

function entriesOf<K extends string>(columns: Readonly<Record<K, TableColumn>>): [K, TableColumn][] {
  // The keys of a record written by hand are the keys of its type.
  return Object.entries(columns) as [K, TableColumn][];
}

function matchHeadings<K extends string>(row: SheetRow, wanted: readonly (readonly [K, TableColumn])[], sheet: string): Map<K, number> {
  const keyOf = new Map(wanted.flatMap(([key, { title, aliases }]) => [title, ...(aliases ?? [])].map((name) => [plainTitle(name), key] as const)));
  const columnOf = new Map<K, number>();
  for (const [column, { text, merged }] of row.cells) {
    const key = merged === undefined ? keyOf.get(plainTitle(text)) : undefined;
    if (key === undefined) continue;
    const first = columnOf.get(key);
    if (first !== undefined) throw fail('spreadsheets.column-twice', { sheet, title: text.trim(), first: cellPosition(sheet, first, row.number), second: cellPosition(sheet, column, row.number) });
    columnOf.set(key, column);
  }
  return columnOf;
}

async function* tableRows<K extends string>(
  rows: AsyncIterator<SheetRow>, table: { sheet: string; columnOf: ReadonlyMap<K, number>; columns: Readonly<Record<K, TableColumn>>; known: ReadonlySet<number> },
): AsyncGenerator<TableRow<K>> {
  const { sheet, columnOf, columns, known } = table;
  for (let { value: row, done } = await rows.next(); !done; { value: row, done } = await rows.next()) {
    const { number, hidden, cells }: SheetRow = row;
    if (!saysSomething(cells, known)) continue;
    const cell = (key: K): Cell | undefined => cells.get(columnOf.get(key) ?? 0);
    yield { number, hidden, cell, at: (key) => cellPosition(sheet, columnOf.get(key) ?? 1, number), title: (key) => columns[key].title };
  }
}

/** Whether a row has content in a column that is looked for. */
function saysSomething(cells: ReadonlyMap<number, Cell>, known: ReadonlySet<number>): boolean {
  for (const [column, { text, kind }] of cells) if (known.has(column) && (kind === 'error' || text.trim() !== '')) return true;
  return false;
}
