import { renameNames, type Renames } from '@tongban/expressions';
import type { Cell, FormDefinition, Section } from './definition.ts';
import type { Check, Field } from './field-schemas.ts';
import { listPlacedFields } from './list-fields.ts';
import { EXPRESSION_KEYS } from './list-rules.ts';

/** A field with new ids in its rules and for itself and its columns; `ids` are the new ids by old ones. Its expressions must compile. */
export function renameField<F extends Field>(field: F, renames: Renames, ids: ReadonlyMap<string, string>): F {
  const expressions = EXPRESSION_KEYS.flatMap((name): [string, string][] => {
    const source = field[name];
    return source === undefined ? [] : [[name, renameNames(source, renames)]];
  });
  const table = field.type !== 'table' ? {} : {
    columns: field.columns.map((column) => renameField(column, renames, ids)),
    ...(field.checks === undefined ? {} : { checks: field.checks.map((check) => renameCheck(check, renames, ids)) }),
  };
  return { ...field, ...Object.fromEntries(expressions), ...table, id: ids.get(field.id) ?? field.id };
}

/** A rule over several answers with new ids. */
export function renameCheck(check: Check, renames: Renames, ids: ReadonlyMap<string, string>): Check {
  return { ...check, expression: renameNames(check.expression, renames), fieldIds: check.fieldIds.map((id) => ids.get(id) ?? id) };
}

/** A group of a form with new ids in its fields and rules. */
export function renameSection(section: Section, renames: Renames, ids: ReadonlyMap<string, string>): Section {
  const when = ({ visibleWhen }: { readonly visibleWhen?: string }) => (visibleWhen === undefined ? {} : { visibleWhen: renameNames(visibleWhen, renames) });
  const cells = (cell: Cell): Cell => (cell.kind === 'field' ? { ...cell, field: renameField(cell.field, renames, ids) } : { ...cell, ...when(cell) });
  return { ...section, ...when(section), rows: section.rows.map((row) => ({ ...row, cells: row.cells.map(cells) })) };
}

/** The form with one field or column under another id, in every rule that reads it too. */
export function renameFieldIn(definition: FormDefinition, from: string, to: string): FormDefinition {
  const ids = new Map([[from, to]]);
  const isColumn = listPlacedFields(definition).some(({ field, tableId }) => tableId !== undefined && field.id === from);
  const renames: Renames = { names: ids, ...(isColumn ? { parts: ids } : {}) };
  return {
    ...definition,
    sections: definition.sections.map((section) => renameSection(section, renames, ids)),
    ...(definition.checks === undefined ? {} : { checks: definition.checks.map((check) => renameCheck(check, renames, ids)) }),
  };
}

/** Every id of a form: parameters, fields and columns. */
export function listIds(definition: FormDefinition): ReadonlySet<string> {
  return new Set([...(definition.parameters ?? []), ...listPlacedFields(definition).map(({ field }) => field.id)]);
}
