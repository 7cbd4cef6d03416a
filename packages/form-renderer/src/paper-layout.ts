import { type Cell, GRID_COLUMNS, placeCells, type Section } from '@tongban/form-model';

/** One cell of the printed grid. */
export interface PaperCell {
  readonly key: string;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly content: { readonly kind: 'label' | 'answer' | 'whole'; readonly cell: Cell } | undefined;
}

/** Rows of table cells for a section: fields split into label and answer, gaps filled with empty cells. */
export function layOutPaper(section: Section): readonly (readonly PaperCell[])[] {
  const { cells, rowCount } = placeCells(section);
  const rows: PaperCell[][] = Array.from({ length: rowCount }, () => []);
  const covered = Array.from({ length: rowCount }, () => new Array<boolean>(GRID_COLUMNS).fill(false));
  for (const placed of cells) {
    for (let row = placed.row; row < placed.row + placed.rowSpan; row += 1) covered[row]?.fill(true, placed.column, placed.column + placed.colSpan);
  }
  for (const [row, line] of covered.entries()) {
    const own = cells.filter((placed) => placed.row === row);
    for (let column = 0; column < GRID_COLUMNS; column += 1) {
      const placed = own.find((candidate) => candidate.column === column);
      if (placed !== undefined) rows[row]?.push(...splitCell(placed.cell, `${row}-${column}`, placed.colSpan, placed.rowSpan));
      else if (line[column] === false) {
        const end = line.indexOf(true, column);
        const width = (end === -1 ? GRID_COLUMNS : end) - column;
        rows[row]?.push({ key: `${row}-${column}`, colSpan: width, rowSpan: 1, content: undefined });
        column += width - 1;
      }
    }
  }
  return rows;
}

function splitCell(cell: Cell, key: string, colSpan: number, rowSpan: number): readonly PaperCell[] {
  if (cell.kind === 'text') return [{ key, colSpan, rowSpan, content: { kind: 'whole', cell } }];
  const wanted = cell.labelSpan ?? (cell.field.type === 'table' || (cell.field.type === 'boolean' && cell.field.mustBeTrue === true) ? 0 : 2);
  const labelSpan = Math.min(wanted, colSpan - 1);
  if (labelSpan <= 0) return [{ key, colSpan, rowSpan, content: { kind: 'whole', cell } }];
  return [
    { key: `${key}-label`, colSpan: labelSpan, rowSpan, content: { kind: 'label', cell } },
    { key, colSpan: colSpan - labelSpan, rowSpan, content: { kind: 'answer', cell } },
  ];
}
