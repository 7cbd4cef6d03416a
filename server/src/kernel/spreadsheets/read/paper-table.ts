/** A cell of a paper form, counted from 0; blank ones have an empty text. */
export interface PaperCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
}

/** A table as it lies on paper: every place is in exactly one cell. */
export interface PaperTable {
  /** What stands above it, where the file says so. */
  readonly title: string;
  /** Width of each column, in any unit. */
  readonly widths: readonly number[];
  readonly rowCount: number;
  readonly cells: readonly PaperCell[];
}

/** Largest paper form that is read; a form of several pages has some hundred rows. */
export const paperLimits = { rows: 300, columns: 60, cells: 3_000, characters: 2_000 } as const;
