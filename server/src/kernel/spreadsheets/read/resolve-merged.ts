import type { MergedRange } from './merged-ranges.ts';
import type { Cell, SheetRow } from './sheet-row.ts';

/** Merged cells that one row can have side by side before the file is taken for broken: sound ones do not overlap. */
const mostInARow = 1_000;

/**
 * Gives every row of a range merged over rows of one column its value, and marks cells merged over several columns, whose
 * value could belong to any of them. Rows must come in order; columns beyond `lastColumn` are left alone.
 * @throws Error when ranges overlap beyond measure
 */
export function resolveMerged(ranges: readonly MergedRange[], lastColumn: number): (row: SheetRow) => SheetRow {
  const waiting = ranges.toSorted((one, other) => one.top - other.top);
  const values = new Map<MergedRange, Cell>();
  let open: MergedRange[] = [];
  let next = 0;
  return (row) => {
    for (let range = waiting[next]; range !== undefined && range.top <= row.number; range = waiting[next]) {
      open.push(range);
      next += 1;
    }
    open = open.filter(({ bottom }) => bottom >= row.number);
    if (open.length === 0) return row;
    if (open.length > mostInARow) throw new Error('merged cells overlap');
    const cells = new Map(row.cells);
    for (const range of open) applyRange(range, Math.min(range.right, lastColumn), { row, cells, values });
    return { ...row, cells };
  };
}

function applyRange(
  range: MergedRange, right: number, { row, cells, values }: { row: SheetRow; cells: Map<number, Cell>; values: Map<MergedRange, Cell> },
): void {
  const own = row.number === range.top ? row.cells.get(range.left) : undefined;
  if (own) values.set(range, own);
  const value = own ?? values.get(range);
  if (range.left === range.right) {
    if (value) cells.set(range.left, value);
    return;
  }
  for (let column = range.left; column <= right; column += 1) cells.set(column, { text: value?.text ?? '', kind: value?.kind ?? 'text', merged: range.range });
}
