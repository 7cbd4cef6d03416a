/** How much of a file is read before it is refused. */
export interface ReadLimits {
  /** Rows with content in one sheet. */
  readonly rows: number;
  readonly columns: number;
  /** Characters kept of one cell; of a longer one the true length is told. */
  readonly cellCharacters: number;
}

export const defaultReadLimits: ReadLimits = { rows: 20_000, columns: 200, cellCharacters: 32_767 };

/** A cell with content, as text: numbers without exponent, dates as `2026-11-28` or `2026-11-28 09:30:00`, booleans as 是 and 否. */
export interface Cell {
  readonly text: string;
  readonly kind: 'text' | 'number' | 'date' | 'error';
  /** Length of the whole text when it was longer than is kept. */
  readonly fullLength?: number;
  /** The value is what the formula last showed. */
  readonly formula?: true;
  /** Range of a merged cell over several columns, `B3:D3`; one over rows of a column gives every row its value. */
  readonly merged?: string;
}

/** A row with content; columns are counted from 1. */
export interface SheetRow {
  /** From 1, as Excel shows it. */
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: ReadonlyMap<number, Cell>;
}

/** A worksheet of a file. */
export interface SheetName {
  readonly name: string;
  readonly hidden: boolean;
}
