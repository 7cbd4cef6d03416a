import { type Cell, type ColumnField, type FormDefinition, GRID_COLUMNS, listPlacedFields, type Row, type Section, type TableField } from '@tongban/form-model';
import { BLANK_ROW, fitSection } from '../edit/layout.ts';
import { newId } from '../edit/controls.ts';
import { guessField, optionsIn } from './guess-field.ts';

/** A cell of a paper form, counted from 0. */
export interface PaperCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
}

/** A table as it lies on paper: every place is in one cell. */
export interface PaperTable {
  readonly title: string;
  readonly widths: readonly number[];
  readonly rowCount: number;
  readonly cells: readonly PaperCell[];
}

/** The most rows a group of a form may have. */
const MOST_ROWS = 200;

interface Reading {
  readonly paper: PaperTable;
  /** Where each column of the paper begins on the grid of 12; one more for the end. */
  readonly edges: readonly number[];
  readonly taken: Set<string>;
}

/**
 * Makes a form of a paper table (FRM-01): text beside an empty cell is a field with that label, lines below a heading are a
 * table, anything else stays as it is printed; merged cells are kept as far as 12 columns hold them. The result is a beginning
 * that can be used at once: what was guessed is there to be changed.
 */
export function paperToForm(paper: PaperTable, name: string): FormDefinition {
  const reading: Reading = { paper, edges: edgesOf(paper.widths), taken: new Set() };
  const rows = Array.from({ length: paper.rowCount }, (_, row) => paper.cells.filter((cell) => cell.row === row));
  const [top] = rows;
  // A single text over the whole width is what the form is called.
  const headed = top !== undefined && isHeading(top, paper);
  const title = (headed ? top[0]?.text : paper.title) || name;
  const sections = makeSections(reading, headed ? rows.slice(1) : rows, headed ? 1 : 0);
  return { formatVersion: 1, title: oneLine(title).slice(0, 200) || '未命名表单', sections };
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function isHeading(row: readonly PaperCell[], { widths }: PaperTable): boolean {
  const [cell] = row;
  return row.length === 1 && cell?.colSpan === widths.length && cell.text !== '' && cell.text.length <= 60 && !/[。；]/u.test(cell.text) && optionsIn(cell.text).length === 0;
}

/** Column borders on the grid, in proportion and each at least one further than the one before while there is room. */
function edgesOf(widths: readonly number[]): readonly number[] {
  const total = widths.reduce((sum, width) => sum + width, 0) || 1;
  const count = widths.length;
  let along = 0;
  let last = 0;
  return [0, ...widths.map((width, index) => {
    along += width;
    const wanted = Math.round((along / total) * GRID_COLUMNS);
    const least = Math.min(GRID_COLUMNS, count <= GRID_COLUMNS ? last + 1 : last);
    const most = count <= GRID_COLUMNS ? GRID_COLUMNS - (count - index - 1) : GRID_COLUMNS;
    last = index === count - 1 ? GRID_COLUMNS : Math.min(Math.max(wanted, least), most);
    return last;
  })];
}

function makeSections(reading: Reading, rows: readonly (readonly PaperCell[])[], offset: number): Section[] {
  const parts: { title: string | undefined; rows: { cells: readonly PaperCell[]; at: number }[] }[] = [{ title: undefined, rows: [] }];
  rows.forEach((cells, index) => {
    const reached = reading.paper.cells.some((cell) => cell.row < index + offset && cell.row + cell.rowSpan > index + offset);
    if (!reached && isHeading(cells, reading.paper)) parts.push({ title: oneLine(cells[0]?.text ?? '').slice(0, 120), rows: [] });
    else parts.at(-1)?.rows.push({ cells, at: index + offset });
  });
  const kept = parts.filter((part) => part.title !== undefined || part.rows.some(({ cells }) => cells.length > 0));
  const sections = (kept.length === 0 ? parts : kept).slice(0, 100).map((part, index): Section => {
    const made = makeRows(reading, part.rows);
    const section: Section = { id: `section${index + 1}`, ...(part.title === undefined ? {} : { title: part.title }), rows: made.length === 0 ? [BLANK_ROW] : made.slice(0, MOST_ROWS) };
    return fitSection(section, true) ?? { ...section, rows: [BLANK_ROW] };
  });
  return sections;
}

function makeRows(reading: Reading, rows: readonly { readonly cells: readonly PaperCell[]; readonly at: number }[]): Row[] {
  const made: Row[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index];
    if (row === undefined) break;
    const lines = countLines(rows, index);
    if (lines > 0) {
      made.push({ cells: [{ kind: 'field', labelSpan: 0, field: makeTable(reading, row.cells, lines) }] });
      index += lines;
      continue;
    }
    const cells = makeCells(reading, row.cells);
    // A row wholly under merged cells has no cell of its own; those above then reach one row less.
    if (cells.length > 0) made.push({ cells });
    else shorten(made);
  }
  return made;
}

function shorten(made: Row[]): void {
  const at = made.length;
  made.forEach((row, index) => {
    made[index] = { ...row, cells: row.cells.map((cell) => ((cell.rowSpan ?? 1) > at - index ? { ...cell, rowSpan: Math.max(1, (cell.rowSpan ?? 1) - 1) } : cell)) };
  });
}

/** How many blank lines of the same columns follow a row of headings: two or more are a table. */
function countLines(rows: readonly { readonly cells: readonly PaperCell[] }[], index: number): number {
  const heading = rows[index]?.cells ?? [];
  if (heading.length < 2 || heading.length > 20 || heading.some(({ text, rowSpan }) => text === '' || text.length > 30 || rowSpan > 1)) return 0;
  const shape = shapeOf(heading);
  let lines = 0;
  for (let next = index + 1; next < rows.length; next += 1) {
    const cells = rows[next]?.cells ?? [];
    const blank = cells.every(({ text, rowSpan }, column) => rowSpan === 1 && (text === '' || (column === 0 && /^[\d.、]{1,4}$/u.test(text))));
    if (!blank || shapeOf(cells) !== shape) break;
    lines += 1;
  }
  return lines >= 2 ? lines : 0;
}

function shapeOf(cells: readonly PaperCell[]): string {
  return cells.map(({ column, colSpan }) => `${column}+${colSpan}`).join(' ');
}

function makeTable(reading: Reading, heading: readonly PaperCell[], lines: number): TableField {
  const own = heading.filter(({ text }, index) => !(index === 0 && /^序\s*号$/u.test(text)));
  const total = own.reduce((sum, { colSpan }) => sum + colSpan, 0) || 1;
  const columns = (own.length === 0 ? heading : own).map((cell): ColumnField => ({ ...guessField(cell.text, '', reading.taken) as ColumnField, printWidth: Math.max(1, Math.floor((cell.colSpan / total) * 93)) }));
  const id = newId('table', reading.taken);
  reading.taken.add(id);
  return { type: 'table', id, label: '明细', columns, maximumRows: Math.max(lines, 10) };
}

function makeCells(reading: Reading, cells: readonly PaperCell[]): Cell[] {
  const made: Cell[] = [];
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index];
    if (cell === undefined) break;
    const next = cells[index + 1];
    const answers = next !== undefined && next.column === cell.column + cell.colSpan && next.rowSpan === cell.rowSpan && (next.text === '' || optionsIn(next.text).length > 0);
    if (isLabel(cell) && answers) {
      made.push({ kind: 'field', field: guessField(cell.text, next.text, reading.taken), ...spansOf(reading, cell, next), labelSpan: Math.min(11, widthOf(reading, cell)) });
      index += 1;
    } else made.push(textCell(reading, cell));
  }
  return made;
}

/** Short words without a full stop ask for something. */
function isLabel({ text }: PaperCell): boolean {
  return text !== '' && text.length <= 40 && !/[。；□☐]/u.test(text);
}

function textCell(reading: Reading, cell: PaperCell): Cell {
  const tall = cell.rowSpan > 1 && widthOf(reading, cell) <= 1 && cell.text !== '';
  const style = tall ? { style: 'vertical' as const } : cell.text === '' ? {} : { style: 'note' as const };
  return { kind: 'text', text: (tall ? cell.text.replace(/\s+/gu, '') : cell.text).slice(0, 2_000), ...style, ...spansOf(reading, cell, cell) };
}

function widthOf({ edges }: Reading, { column, colSpan }: PaperCell): number {
  return Math.max(1, (edges[column + colSpan] ?? GRID_COLUMNS) - (edges[column] ?? 0));
}

function spansOf({ edges }: Reading, first: PaperCell, last: PaperCell): { colSpan: number; rowSpan?: number } {
  const colSpan = Math.max(1, (edges[last.column + last.colSpan] ?? GRID_COLUMNS) - (edges[first.column] ?? 0));
  return { colSpan, ...(first.rowSpan > 1 ? { rowSpan: Math.min(first.rowSpan, 50) } : {}) };
}

/** How many fields a form has, for the person who decides whether to take it. */
export function countFields(definition: FormDefinition): { readonly fields: number; readonly sections: number } {
  return { fields: listPlacedFields(definition).length, sections: definition.sections.length };
}
