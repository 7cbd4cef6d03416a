import { RULE_LIMITS } from '@tongban/decision-tables';
import type { Block } from './clipboard.ts';
import { newId, type RuleTable, type TableInput, type TableOutput, type TableRule } from './draft.ts';

/** A cell of the grid: rows and columns from 0, the conditions first, then the results, the annotation last. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, both corners included. */
export interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export type ColumnPlace = { readonly kind: 'input' | 'output'; readonly index: number } | { readonly kind: 'annotation'; readonly index: 0 };

export function columnCount({ inputs, outputs }: RuleTable): number {
  return inputs.length + outputs.length + 1;
}

export function placeOf({ inputs, outputs }: RuleTable, column: number): ColumnPlace {
  if (column < inputs.length) return { kind: 'input', index: column };
  if (column < inputs.length + outputs.length) return { kind: 'output', index: column - inputs.length };
  return { kind: 'annotation', index: 0 };
}

/** The column of the grid that a place of a problem names. */
export function columnOf({ inputs }: RuleTable, { kind, index }: { kind: 'input' | 'output'; index: number }): number {
  return kind === 'input' ? index : inputs.length + index;
}

/** The id of a column of the grid. */
export function columnId(table: RuleTable, column: number): string {
  const { kind, index } = placeOf(table, column);
  return kind === 'annotation' ? 'annotation' : (kind === 'input' ? table.inputs[index]?.id : table.outputs[index]?.id) ?? '';
}

export function areaOf(one: Spot, other: Spot): Area {
  return { top: Math.min(one.row, other.row), bottom: Math.max(one.row, other.row), left: Math.min(one.column, other.column), right: Math.max(one.column, other.column) };
}

export function readSpot(table: RuleTable, { row, column }: Spot): string {
  const rule = table.rules[row];
  const { kind, index } = placeOf(table, column);
  if (rule === undefined) return '';
  return (kind === 'annotation' ? rule.annotation : kind === 'input' ? rule.inputs[index] : rule.outputs[index]) ?? '';
}

/** A row that nothing is written in: its conditions fit everything. */
export function emptyRule({ inputs, outputs }: RuleTable): TableRule {
  return { id: newId('r'), inputs: inputs.map(() => '-'), outputs: outputs.map(() => '') };
}

function writeRule(table: RuleTable, rule: TableRule, column: number, cell: string): TableRule {
  const { kind, index } = placeOf(table, column);
  if (kind === 'annotation') {
    const { annotation: _, ...rest } = rule;
    return cell === '' ? rest : { ...rest, annotation: cell };
  }
  if (kind === 'input') return { ...rule, inputs: rule.inputs.map((before, at) => (at === index ? cell : before)) };
  return { ...rule, outputs: rule.outputs.map((before, at) => (at === index ? cell : before)) };
}

/** How a text becomes a cell of a column. */
export type ReadCell = (text: string, column: number) => string;

/**
 * Writes a block into the table from a cell on, with as many new rows as it needs; what lies beyond the last column or the
 * most rows a table may have is left out, and said in `cut`. One cell over an area fills all of it, as in Excel.
 */
export function writeBlockAt(table: RuleTable, area: Area, block: Block, read: ReadCell): { table: RuleTable; area: Area; cut: boolean } {
  const single = block.length === 1 && block[0]?.length === 1;
  const height = single ? area.bottom - area.top + 1 : block.length;
  const width = single ? area.right - area.left + 1 : Math.max(...block.map((row) => row.length));
  const bottom = Math.min(area.top + height, RULE_LIMITS.rules) - 1;
  const right = Math.min(area.left + width, columnCount(table)) - 1;
  const rules = [...table.rules];
  while (rules.length <= bottom) rules.push(emptyRule(table));
  for (let row = area.top; row <= bottom; row += 1) {
    let rule = rules[row];
    for (let column = area.left; column <= right && rule !== undefined; column += 1) {
      const cell = single ? block[0]?.[0] : block[row - area.top]?.[column - area.left];
      if (cell !== undefined) rule = writeRule(table, rule, column, read(cell, column).slice(0, RULE_LIMITS.cellLength));
    }
    if (rule !== undefined) rules[row] = rule;
  }
  return { table: { ...table, rules }, area: { ...area, bottom, right }, cut: bottom - area.top + 1 < height || right - area.left + 1 < width };
}

export function readArea(table: RuleTable, { top, bottom, left, right }: Area): Block {
  const columns = Array.from({ length: right - left + 1 }, (_, index) => left + index);
  return Array.from({ length: Math.min(bottom, table.rules.length - 1) - top + 1 }, (_, index) => columns.map((column) => readSpot(table, { row: top + index, column })));
}

/** Empties cells: conditions then fit everything. */
export function clearArea(table: RuleTable, area: Area): RuleTable {
  return writeBlockAt(table, { ...area, bottom: Math.min(area.bottom, table.rules.length - 1) }, [['']], (_text, column) => (placeOf(table, column).kind === 'input' ? '-' : '')).table;
}

export function insertRows(table: RuleTable, at: number, rules: readonly TableRule[]): RuleTable {
  const room = RULE_LIMITS.rules - table.rules.length;
  return { ...table, rules: [...table.rules.slice(0, at), ...rules.slice(0, room), ...table.rules.slice(at)] };
}

export function removeRows(table: RuleTable, top: number, bottom: number): RuleTable {
  return { ...table, rules: table.rules.filter((_, row) => row < top || row > bottom) };
}

export function duplicateRows(table: RuleTable, top: number, bottom: number): RuleTable {
  return insertRows(table, bottom + 1, table.rules.slice(top, bottom + 1).map((rule) => ({ ...rule, id: newId('r') })));
}

/** Moves rows one up (-1) or down (1); at the end of the table nothing happens. */
export function moveRows(table: RuleTable, top: number, bottom: number, step: -1 | 1): RuleTable {
  if (top + step < 0 || bottom + step >= table.rules.length) return table;
  const moved = table.rules.slice(top, bottom + 1);
  const rest = table.rules.filter((_, row) => row < top || row > bottom);
  return { ...table, rules: [...rest.slice(0, top + step), ...moved, ...rest.slice(top + step)] };
}

const at = <T>(list: readonly T[], index: number, entry: T): T[] => [...list.slice(0, index), entry, ...list.slice(index)];
const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, place) => place !== index);

export function insertInput(table: RuleTable, index: number, input: TableInput, cells?: readonly string[]): RuleTable {
  if (table.inputs.length >= RULE_LIMITS.columns) return table;
  return { ...table, inputs: at(table.inputs, index, input), rules: table.rules.map((rule, row) => ({ ...rule, inputs: at(rule.inputs, index, cells?.[row] ?? '-') })) };
}

export function insertOutput(table: RuleTable, index: number, output: TableOutput, cells?: readonly string[]): RuleTable {
  if (table.outputs.length >= RULE_LIMITS.outputs) return table;
  return { ...table, outputs: at(table.outputs, index, output), rules: table.rules.map((rule, row) => ({ ...rule, outputs: at(rule.outputs, index, cells?.[row] ?? '') })) };
}

/** Takes a column away; the annotation stays, and so does the only result. */
export function removeColumn(table: RuleTable, column: number): RuleTable {
  const { kind, index } = placeOf(table, column);
  if (kind === 'annotation' || (kind === 'output' && table.outputs.length === 1)) return table;
  if (kind === 'input') return { ...table, inputs: without(table.inputs, index), rules: table.rules.map((rule) => ({ ...rule, inputs: without(rule.inputs, index) })) };
  return { ...table, outputs: without(table.outputs, index), rules: table.rules.map((rule) => ({ ...rule, outputs: without(rule.outputs, index) })) };
}

/** Moves a column one to the left (-1) or right (1), among the conditions or among the results. */
export function moveColumn(table: RuleTable, column: number, step: -1 | 1): RuleTable {
  const { kind, index } = placeOf(table, column);
  const to = index + step;
  const shift = <T>(list: readonly T[]): T[] => {
    const entry = list[index];
    return entry === undefined ? [...list] : at(without(list, index), to, entry);
  };
  if (kind === 'annotation' || to < 0 || to >= (kind === 'input' ? table.inputs : table.outputs).length) return table;
  if (kind === 'input') return { ...table, inputs: shift(table.inputs), rules: table.rules.map((rule) => ({ ...rule, inputs: shift(rule.inputs) })) };
  return { ...table, outputs: shift(table.outputs), rules: table.rules.map((rule) => ({ ...rule, outputs: shift(rule.outputs) })) };
}

export function duplicateColumn(table: RuleTable, column: number): RuleTable {
  const { kind, index } = placeOf(table, column);
  const cells = table.rules.map((_, row) => readSpot(table, { row, column }));
  const [input, output] = [table.inputs[index], table.outputs[index]];
  if (kind === 'input' && input) return insertInput(table, index + 1, { ...input, id: newId('c') }, cells);
  if (kind === 'output' && output) return insertOutput(table, index + 1, { ...output, id: newId('o'), name: freeOutput(table, output.name) }, cells);
  return table;
}

/** A name that no result column of the table has yet. */
export function freeOutput({ outputs }: RuleTable, wanted: string): string {
  let name = wanted;
  for (let count = 2; outputs.some((output) => output.name === name); count += 1) name = `${wanted}${count}`;
  return name;
}
