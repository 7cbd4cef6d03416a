import type { FieldCell, FormDefinition, Section } from './definition.ts';
import type { ColumnField, Field } from './field-schemas.ts';

/** A field with where it stands; columns name their table. */
export interface PlacedField {
  readonly field: Field;
  readonly section: Section;
  readonly tableId?: string;
}

/** Fields of one section in reading order, columns of tables left out. */
export function listSectionFields(section: Section): Field[] {
  return section.rows.flatMap((row) => row.cells).filter((cell): cell is FieldCell => cell.kind === 'field').map((cell) => cell.field);
}

/** Fields of a form in reading order, columns of tables left out. */
export function listFields(definition: FormDefinition): Field[] {
  return definition.sections.flatMap(listSectionFields);
}

/** Every field of a form in reading order, each table followed by its columns. */
export function listPlacedFields(definition: FormDefinition): PlacedField[] {
  return definition.sections.flatMap((section) => listSectionFields(section).flatMap((field): PlacedField[] => [
    { field, section },
    ...columnsOf(field).map((column) => ({ field: column, section, tableId: field.id })),
  ]));
}

/** Columns of a table; none for other fields. */
export function columnsOf(field: Field): readonly ColumnField[] {
  return field.type === 'table' ? field.columns : [];
}

/** Finds a field or column by id. */
export function findField(definition: FormDefinition, fieldId: string): Field | undefined {
  return listPlacedFields(definition).find((placed) => placed.field.id === fieldId)?.field;
}

/** Node id of a column in dependency graphs and, without index, in paths: `table.column`. */
export function nodeId(placed: { readonly field: { readonly id: string }; readonly tableId?: string }): string {
  return placed.tableId === undefined ? placed.field.id : `${placed.tableId}.${placed.field.id}`;
}
