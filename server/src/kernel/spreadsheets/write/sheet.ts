/** What a cell may hold. Booleans are written 是 and 否; nothing is written for null, undefined and ''. */
export type CellValue = string | number | boolean | Date | null | undefined;

/** How a column's cells are shown. `text` keeps long numbers and leading zeros as they are typed; `instant` is China's time. */
export type CellFormat = 'text' | 'integer' | 'decimal' | 'date' | 'instant';

/** A column of a sheet without its values. */
export interface ColumnHead {
  /** The Chinese heading; reading finds the column by it. */
  readonly title: string;
  /** Characters, a Chinese one counting two; from the title unless told. */
  readonly width?: number;
  /** `text` unless told. */
  readonly format?: CellFormat;
  /** Shown when the pointer rests on the heading: what belongs here, with an example. */
  readonly note?: string;
  /** A drop-down from which one is chosen; anything else is refused by Excel. */
  readonly choices?: readonly string[];
  /** Marks the heading. */
  readonly required?: boolean;
}

export interface SheetColumn<R> extends ColumnHead {
  readonly value: (row: R) => CellValue;
}

/** A sheet ready to be written; `rows` is read once, as fast as it is sent. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly ColumnHead[];
  readonly rows: Iterable<readonly CellValue[]> | AsyncIterable<readonly CellValue[]>;
}

/** Declares a sheet of rows `R`; the rows may come from a generator that reads them in batches. */
export function defineSheet<R>(sheet: { name: string; columns: readonly SheetColumn<R>[]; rows: Iterable<R> | AsyncIterable<R> }): Sheet {
  const { name, columns, rows } = sheet;
  return { name: checkedName(name), columns, rows: valuesOf(columns, rows) };
}

async function* valuesOf<R>(columns: readonly SheetColumn<R>[], rows: Iterable<R> | AsyncIterable<R>): AsyncGenerator<CellValue[]> {
  for await (const row of rows) yield columns.map(({ value }) => value(row));
}

/** Excel takes no more than 31 characters and none of these. */
function checkedName(name: string): string {
  if (name === '' || name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name)) throw new Error(`“${name}” cannot be the name of a sheet`);
  return name;
}
