import type { Cell, ColumnField, Field, FieldCell, FormDefinition } from '@tongban/form-model';
import { edited, type Edited, refuse, type Spot } from './edited.ts';
import { BLANK_ROW, fitSection, insertInRow, insertRow, isBlank, takeOut } from './layout.ts';
import { targetIn, withField, withSection } from './locate.ts';

/** The most columns a table may have. */
const MOST_COLUMNS = 20;

/** Puts a cell in a row of a group and takes out the one it stood as before, each group fitted to its grid. */
export function placeCell(definition: FormDefinition, spot: Exclude<Spot, { kind: 'column' }>, cell: Cell, taken?: Cell): Edited {
  const target = definition.sections.find(({ id }) => id === spot.sectionId);
  if (target === undefined) return refuse('这个分组已经不在了，请重新选择位置。');
  const blank = isBlank(target) && target.rows[0]?.cells[0] !== taken ? target.rows[0]?.cells[0] : undefined;
  const inserted = withSection(definition, spot.sectionId, (section) => (spot.kind === 'row' ? insertRow(section, spot.row, { cells: [cell] }, taken) : insertInRow(section, spot.row, spot.cell, cell)));
  const leaving = [taken, blank].filter((one) => one !== undefined);
  const left = { ...inserted, sections: inserted.sections.map((section) => leaving.reduce(takeOut, section)) };
  return edited(fit(left, spot.sectionId), targetIn(left, cell));
}

/** Fits every group; where something was put it must fit, elsewhere merged cells may be given up. */
export function fit(definition: FormDefinition, strictly?: string): FormDefinition | undefined {
  const sections = definition.sections.map((section) => fitSection(section, section.id !== strictly));
  return sections.includes(undefined) ? undefined : { ...definition, sections: sections.filter((section) => section !== undefined) };
}

/** Puts a field among the columns of a table. */
export function placeColumn(definition: FormDefinition, spot: Extract<Spot, { kind: 'column' }>, field: Field): Edited {
  if (field.type === 'table') return refuse('表格里不能再放表格，请放在表格外面。');
  let full = false;
  const next = withField(definition, spot.tableId, (table) => {
    if (table.type !== 'table') return table;
    full = table.columns.length >= MOST_COLUMNS;
    return { ...table, columns: [...table.columns.slice(0, spot.index), field, ...table.columns.slice(spot.index)] };
  });
  if (full) return refuse(`一个表格最多 ${MOST_COLUMNS} 列，请分成两个表格。`);
  return next === definition ? refuse('这个表格已经不在了，请重新选择位置。') : edited(next, { kind: 'field', id: field.id });
}

/** The form without a column. Undefined when it is the only one. */
export function withoutColumn(definition: FormDefinition, tableId: string, column: ColumnField): FormDefinition | undefined {
  let last = false;
  const next = withField(definition, tableId, (table) => {
    if (table.type !== 'table') return table;
    last = table.columns.length === 1;
    return { ...table, columns: table.columns.filter(({ id }) => id !== column.id) };
  });
  return last ? undefined : next;
}

/** The form without a cell. */
export function withoutCell(definition: FormDefinition, cell: Cell): FormDefinition {
  const left = { ...definition, sections: definition.sections.map((section) => takeOut(section, cell)) };
  return fit(left) ?? left;
}

/** A field as a cell of its own. */
export function cellOf(field: Field): FieldCell {
  return { kind: 'field', field, ...(field.type === 'table' ? { labelSpan: 0 } : {}) };
}

/** A group that has nothing yet. */
export function blankRows(): (typeof BLANK_ROW)[] {
  return [BLANK_ROW];
}
