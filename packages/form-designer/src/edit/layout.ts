import { type Cell, placeCells, type Row, type Section } from '@tongban/form-model';

/** A row without a cell of its own is not a row: this one holds the place of a group that has nothing yet. */
export const BLANK_ROW: Row = { cells: [{ kind: 'text', text: '' }] };

/** Whether a group holds nothing but the row that keeps its place. */
export function isBlank(section: Section): boolean {
  const [row] = section.rows;
  return section.rows.length === 1 && row?.cells.length === 1 && row.cells[0]?.kind === 'text' && row.cells[0].text === '';
}

/** A cell with other spans; 1 and undefined are left out where they say nothing. */
export function withSpans<C extends Cell>(cell: C, colSpan: number | undefined, rowSpan: number | undefined): C {
  const { colSpan: _columns, rowSpan: _rows, ...rest } = cell;
  return { ...rest, ...(colSpan === undefined ? {} : { colSpan }), ...(rowSpan === undefined || rowSpan === 1 ? {} : { rowSpan }) } as C;
}

/** Puts a row before `index`; cells that reach over the place reach one row further, but for one that is about to go. */
export function insertRow(section: Section, index: number, row: Row, leaving?: Cell): Section {
  const rows = section.rows.map((above, at) => ({ ...above, cells: above.cells.map((cell) => (cell === leaving ? cell : stretch(cell, at, index, 1))) }));
  return { ...section, rows: [...rows.slice(0, index), row, ...rows.slice(index)] };
}

/** Takes a row away; cells that reach over it reach one row less. */
export function removeRow(section: Section, index: number): Section {
  const rows = section.rows.map((above, at) => ({ ...above, cells: above.cells.map((cell) => stretch(cell, at, index, -1)) }));
  return { ...section, rows: rows.filter((_, at) => at !== index) };
}

function stretch(cell: Cell, at: number, index: number, by: 1 | -1): Cell {
  const { rowSpan = 1 } = cell;
  return at < index && at + rowSpan > index ? withSpans(cell, cell.colSpan, rowSpan + by) : cell;
}

/** Puts a cell into a row. */
export function insertInRow(section: Section, index: number, place: number, cell: Cell): Section {
  return { ...section, rows: section.rows.map((row, at) => (at === index ? { ...row, cells: [...row.cells.slice(0, place), cell, ...row.cells.slice(place)] } : row)) };
}

/** Takes a cell out wherever it stands; a row that is left empty goes, a group that is left empty keeps a blank row. */
export function takeOut(section: Section, cell: Cell): Section {
  const index = section.rows.findIndex(({ cells }) => cells.includes(cell));
  const row = section.rows[index];
  if (row === undefined) return section;
  if (row.cells.length === 1) {
    const left = removeRow(section, index);
    return left.rows.length === 0 ? { ...left, rows: [BLANK_ROW] } : left;
  }
  return { ...section, rows: section.rows.map((other) => (other === row ? { ...row, cells: row.cells.filter((one) => one !== cell) } : other)) };
}

/**
 * The group with every row on its grid: widths set by hand are given up in rows that are too wide, those of fields first.
 * Undefined when that is not enough; with `force` merged cells are given up too, which always is.
 */
export function fitSection(section: Section, force = false): Section | undefined {
  const count = section.rows.length;
  const clamped: Section = { ...section, rows: section.rows.map((row, at) => ({ ...row, cells: row.cells.map((cell) => ((cell.rowSpan ?? 1) > count - at ? withSpans(cell, cell.colSpan, count - at) : cell)) })) };
  let current = clamped;
  for (const loosen of [looseField, looseAny]) {
    const { overflowing } = placeCells(current);
    if (overflowing.length === 0) return current;
    current = { ...current, rows: current.rows.map((row, at) => (overflowing.includes(at) ? { ...row, cells: row.cells.map(loosen) } : row)) };
  }
  if (placeCells(current).overflowing.length === 0) return current;
  const plain = { ...current, rows: current.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => withSpans(cell, undefined, 1)) })) };
  return force && placeCells(plain).overflowing.length === 0 ? plain : undefined;
}

function looseField(cell: Cell): Cell {
  return cell.kind === 'field' ? withSpans(cell, undefined, cell.rowSpan) : cell;
}

function looseAny(cell: Cell): Cell {
  return withSpans(cell, undefined, cell.rowSpan);
}
