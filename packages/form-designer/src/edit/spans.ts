import { type Cell, type FormDefinition, GRID_COLUMNS, type PlacedCell, placeCells, type Section } from '@tongban/form-model';
import { edited, type Edited, refuse, type Target } from './edited.ts';
import { fitSection, insertInRow, takeOut, withSpans } from './layout.ts';
import { findCell, withSection } from './locate.ts';

interface Standing {
  readonly section: Section;
  readonly placed: PlacedCell;
  /** Cells of the same row, from left to right. */
  readonly row: readonly PlacedCell[];
  readonly index: number;
}

function standingOf(definition: FormDefinition, target: Target): Standing | undefined {
  const located = findCell(definition, target);
  if (located === undefined) return undefined;
  const { cells } = placeCells(located.section);
  const placed = cells.find(({ cell }) => cell === located.cell);
  if (placed === undefined) return undefined;
  const row = cells.filter((one) => one.row === located.row);
  return { section: located.section, placed, row, index: row.indexOf(placed) };
}

/** The section with the widths of one row written down as given. */
function withWidths(section: Section, row: number, widths: ReadonlyMap<Cell, number>): Section {
  return { ...section, rows: section.rows.map((one, at) => (at === row ? { ...one, cells: one.cells.map((cell) => withSpans(cell, widths.get(cell) ?? cell.colSpan, cell.rowSpan)) } : one)) };
}

/** How many columns of the paper a cell takes; its neighbours give way, or take what it gives up. */
export function setColumns(definition: FormDefinition, target: Target, columns: number): Edited {
  const standing = standingOf(definition, target);
  if (standing === undefined) return refuse('这个格子已经不在了。');
  const { section, placed, row, index } = standing;
  const widths = new Map(row.map(({ cell, colSpan }) => [cell, colSpan]));
  const free = freeColumns(section, placed.row) - row.reduce((sum, { colSpan }) => sum + colSpan, 0);
  let wanted = columns - placed.colSpan;
  if (wanted > 0) {
    wanted -= Math.min(wanted, free);
    // Those to the right give way first, then those to the left, nearest first.
    for (const { cell } of [...row.slice(index + 1), ...row.slice(0, index).toReversed()]) {
      const width = widths.get(cell) ?? 1;
      const given = Math.min(wanted, width - 1);
      widths.set(cell, width - given);
      wanted -= given;
    }
    if (wanted > 0) return refuse('这一行没有更多的格子了，请先移走同一行的内容。');
  } else {
    const next = row[index + 1];
    if (next !== undefined) widths.set(next.cell, next.colSpan - wanted);
  }
  widths.set(placed.cell, columns);
  if (columns < 1 || columns > GRID_COLUMNS) return refuse(`一个格子占 1 到 ${GRID_COLUMNS} 格。`);
  return fitted(definition, withWidths(section, placed.row, widths), target);
}

/** Columns of a row that no cell from above reaches into. */
function freeColumns(section: Section, row: number): number {
  const reaching = placeCells(section).cells.filter((placed) => placed.row < row && placed.row + placed.rowSpan > row);
  return GRID_COLUMNS - reaching.reduce((sum, { colSpan }) => sum + colSpan, 0);
}

/** How many rows of the paper a cell takes; the rows below make room. */
export function setRows(definition: FormDefinition, target: Target, rows: number): Edited {
  const standing = standingOf(definition, target);
  if (standing === undefined) return refuse('这个格子已经不在了。');
  const { section, placed, row } = standing;
  if (rows < 1 || placed.row + rows > section.rows.length) return refuse(`这个格子下面只有 ${section.rows.length - placed.row - 1} 行，不能再往下合并。`);
  // As it stands now, so that the rows below keep their columns.
  const fixed = withWidths(section, placed.row, new Map(row.map(({ cell, colSpan }) => [cell, colSpan])));
  const next = { ...fixed, rows: fixed.rows.map((one, at) => (at === placed.row ? { ...one, cells: one.cells.map((cell, place) => (place === standing.index ? withSpans(cell, placed.colSpan, rows) : cell)) } : one)) };
  return fitted(definition, next, target);
}

/** Makes one cell of this one and the next to the right or below; only one of them may hold a field. */
export function merge(definition: FormDefinition, target: Target, direction: 'right' | 'down'): Edited {
  const standing = standingOf(definition, target);
  if (standing === undefined) return refuse('这个格子已经不在了。');
  const { section, placed, row, index } = standing;
  const other = direction === 'right' ? row[index + 1] : placeCells(section).cells.find((one) => one.row === placed.row + placed.rowSpan && one.column === placed.column && one.colSpan === placed.colSpan);
  if (other === undefined) return direction === 'right' ? setColumns(definition, target, placed.colSpan + 1) : setRows(definition, target, placed.rowSpan + 1);
  if (direction === 'right' && other.rowSpan !== placed.rowSpan) return refuse('两个格子占的行数不同，不能合并。');
  const joined = join(placed.cell, other.cell);
  if (joined === undefined) return refuse('两个格子里都有字段，不能合并；请先移走其中一个。');
  const [columns, rows] = direction === 'right' ? [placed.colSpan + other.colSpan, placed.rowSpan] : [placed.colSpan, placed.rowSpan + other.rowSpan];
  const merged = withSpans(joined, columns, rows);
  const fixed = direction === 'right' ? section : withWidths(section, placed.row, new Map(row.map(({ cell, colSpan }) => [cell, colSpan])));
  const replaced = { ...fixed, rows: fixed.rows.map((one, at) => (at === placed.row ? { ...one, cells: one.cells.map((cell, place) => (place === index ? merged : cell)) } : one)) };
  // A row that had nothing but the other cell goes, and the merged one reaches one row less.
  const whole = takeOut(replaced, other.cell);
  return fitted(definition, whole, merged.kind === 'field' ? { kind: 'field', id: merged.field.id } : target);
}

function join(one: Cell, other: Cell): Cell | undefined {
  if (one.kind === 'field') return other.kind === 'text' && other.text === '' ? one : undefined;
  if (other.kind === 'field') return one.text === '' ? other : undefined;
  return { ...one, text: [one.text, other.text].filter((text) => text !== '').join('\n').slice(0, 2_000) };
}

/** Divides a merged cell: rows first, then columns; what comes free is blank. */
export function split(definition: FormDefinition, target: Target): Edited {
  const standing = standingOf(definition, target);
  if (standing === undefined) return refuse('这个格子已经不在了。');
  const { section, placed, row, index } = standing;
  const fixed = withWidths(section, placed.row, new Map(row.map(({ cell, colSpan }) => [cell, colSpan])));
  if (placed.rowSpan > 1) return fitted(definition, splitRows(fixed, placed, index), target);
  if (placed.colSpan < 2) return refuse('这个格子只有一格，不能再拆。');
  const left = Math.ceil(placed.colSpan / 2);
  const narrowed = { ...fixed, rows: fixed.rows.map((one, at) => (at === placed.row ? { ...one, cells: one.cells.map((cell, place) => (place === index ? withSpans(cell, left, cell.rowSpan) : cell)) } : one)) };
  return fitted(definition, insertInRow(narrowed, placed.row, index + 1, { kind: 'text', text: '', colSpan: placed.colSpan - left }), target);
}

function splitRows(section: Section, placed: PlacedCell, index: number): Section {
  const before = placeCells(section).cells;
  const single = { ...section, rows: section.rows.map((one, at) => (at === placed.row ? { ...one, cells: one.cells.map((cell, place) => (place === index ? withSpans(cell, placed.colSpan, 1) : cell)) } : one)) };
  let next: Section = single;
  for (let row = placed.row + 1; row < placed.row + placed.rowSpan; row += 1) {
    const place = before.filter((one) => one.row === row && one.column < placed.column).length;
    next = insertInRow(next, row, place, { kind: 'text', text: '', colSpan: placed.colSpan });
  }
  return next;
}

function fitted(definition: FormDefinition, section: Section, target: Target): Edited {
  const fit = fitSection(section);
  return edited(fit && withSection(definition, section.id, () => fit), target);
}
