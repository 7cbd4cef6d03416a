import { type Cell, type ColumnField, columnsOf, type Field, type FieldCell, type FormDefinition, listFields, type Section, type TableField } from '@tongban/form-model';
import type { Target } from './edited.ts';

/** A cell with where it stands. */
export interface LocatedCell<C extends Cell = Cell> {
  readonly section: Section;
  readonly row: number;
  readonly index: number;
  readonly cell: C;
}

/** Every cell of a form with where it stands. */
export function listCells(definition: FormDefinition): readonly LocatedCell[] {
  return definition.sections.flatMap((section) => section.rows.flatMap(({ cells }, row) => cells.map((cell, index) => ({ section, row, index, cell }))));
}

/** The cell of a field or text; undefined for columns and anything else. */
export function findCell(definition: FormDefinition, target: Target): LocatedCell | undefined {
  if (target.kind === 'field') return listCells(definition).find((located): located is LocatedCell<FieldCell> => located.cell.kind === 'field' && located.cell.field.id === target.id);
  if (target.kind !== 'text') return undefined;
  return listCells(definition).find(({ section, row, index, cell }) => cell.kind === 'text' && section.id === target.sectionId && row === target.row && index === target.cell);
}

/** A column with its table. */
export function findColumn(definition: FormDefinition, id: string): { readonly table: TableField; readonly column: ColumnField; readonly index: number } | undefined {
  for (const table of listFields(definition)) {
    const index = columnsOf(table).findIndex((column) => column.id === id);
    const column = columnsOf(table)[index];
    if (table.type === 'table' && column !== undefined) return { table, column, index };
  }
  return undefined;
}

/** What names a cell: its field, or the place of its text. */
export function targetOf({ section, row, index, cell }: LocatedCell): Target {
  return cell.kind === 'field' ? { kind: 'field', id: cell.field.id } : { kind: 'text', sectionId: section.id, row, cell: index };
}

/** The target of a cell that was just put into a form. */
export function targetIn(definition: FormDefinition, cell: Cell): Target | undefined {
  const located = listCells(definition).find((one) => one.cell === cell);
  return located && targetOf(located);
}

/** The form with one section changed; every other stays the same object. */
export function withSection(definition: FormDefinition, id: string, change: (section: Section) => Section): FormDefinition {
  return { ...definition, sections: definition.sections.map((section) => (section.id === id ? change(section) : section)) };
}

/** The form with one cell replaced. */
export function withCell(definition: FormDefinition, cell: Cell, next: Cell): FormDefinition {
  return { ...definition, sections: definition.sections.map((section) => (section.rows.some(({ cells }) => cells.includes(cell))
    ? { ...section, rows: section.rows.map((row) => (row.cells.includes(cell) ? { ...row, cells: row.cells.map((one) => (one === cell ? next : one)) } : row)) }
    : section)) };
}

/** The form with one field or column replaced. */
export function withField(definition: FormDefinition, id: string, change: (field: Field) => Field): FormDefinition {
  const inColumns = findColumn(definition, id);
  const cell = findCell(definition, { kind: 'field', id: inColumns?.table.id ?? id })?.cell;
  if (cell?.kind !== 'field') return definition;
  const { field } = cell;
  // What a table may not hold is refused with the shape of the whole form.
  const next = inColumns === undefined || field.type !== 'table' ? change(field)
    : { ...field, columns: field.columns.map((column) => (column.id === id ? change(column) as ColumnField : column)) };
  return withCell(definition, cell, { ...cell, field: next });
}
