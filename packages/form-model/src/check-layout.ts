import type { Cell, FormDefinition, Section } from './definition.ts';
import type { DefinitionProblem } from './definition-problem.ts';

/** Columns of the grid every section is laid out on. */
export const GRID_COLUMNS = 12;

/** A cell with the place it takes on the grid, both counted from 0. */
export interface PlacedCell {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
}

/**
 * Places the cells of a section on its grid: cells flow left to right around those that reach down from rows above;
 * cells without `colSpan` share the columns left over.
 */
export function placeCells(section: Section): { readonly cells: readonly PlacedCell[]; readonly overflowing: readonly number[]; readonly rowCount: number } {
  const taken = section.rows.map(() => new Array<boolean>(GRID_COLUMNS).fill(false));
  const cells: PlacedCell[] = [];
  const overflowing: number[] = [];
  section.rows.forEach((row, index) => {
    const line = taken[index] ?? [];
    const spans = shareColumns(row.cells, line.filter((used) => !used).length);
    row.cells.forEach((cell, position) => {
      const colSpan = spans[position] ?? 1;
      const column = findGap(line, colSpan);
      const rowSpan = Math.min(cell.rowSpan ?? 1, section.rows.length - index);
      if (column === undefined || (cell.rowSpan ?? 1) > rowSpan) overflowing.push(index);
      if (column === undefined) return;
      for (let down = index; down < index + rowSpan; down += 1) taken[down]?.fill(true, column, column + colSpan);
      cells.push({ cell, row: index, column, colSpan, rowSpan });
    });
  });
  return { cells, overflowing, rowCount: section.rows.length };
}

function shareColumns(cells: readonly Cell[], free: number): number[] {
  const fixed = cells.reduce((sum, cell) => sum + (cell.colSpan ?? 0), 0);
  const open = cells.filter((cell) => cell.colSpan === undefined).length;
  const share = open === 0 ? 0 : Math.max(1, Math.floor((free - fixed) / open));
  let extra = open === 0 ? 0 : free - fixed - share * open;
  return cells.map((cell) => {
    if (cell.colSpan !== undefined) return cell.colSpan;
    const widened = extra > 0 ? 1 : 0;
    extra -= widened;
    return share + widened;
  });
}

function findGap(line: readonly boolean[], width: number): number | undefined {
  for (let column = 0; column + width <= line.length; column += 1) {
    if (line.slice(column, column + width).every((used) => !used)) return column;
  }
  return undefined;
}

/** Finds rows whose cells do not fit on the grid. */
export function checkLayout(definition: FormDefinition): DefinitionProblem[] {
  return definition.sections.flatMap((section) => [...new Set(placeCells(section).overflowing)].map((row) => ({
    path: `${section.id}.rows[${row}]`,
    code: 'layout',
    message: `“${section.title ?? section.id}”第 ${row + 1} 行的单元格排不下：每行共 ${GRID_COLUMNS} 格，跨行的单元格不能超出本组。`,
  })));
}
