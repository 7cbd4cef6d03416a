import { columnsOf, type FormAnswers, type FormDefinition, listFields, type TableField } from '@tongban/form-model';

/** One row of a table while it is being filled in. */
export type RowAnswers = Readonly<Record<string, unknown>>;

/** The answers with one changed; undefined takes it out. Rows up to the one named are made. */
export function setAnswer(answers: FormAnswers, path: string, value: unknown): FormAnswers {
  const cell = /^(.+)\[(\d+)\]\.([^.]+)$/u.exec(path);
  if (cell === null) return withEntry(answers, path, value);
  const [, tableId = '', index = '0', columnId = ''] = cell;
  const rows = rowsOf(answers[tableId]);
  const filled = [...rows, ...Array.from({ length: Math.max(0, Number(index) + 1 - rows.length) }, (): RowAnswers => ({}))];
  return withEntry(answers, tableId, filled.map((row, at) => (at === Number(index) ? withEntry(row, columnId, value) : row)));
}

function withEntry(record: RowAnswers, key: string, value: unknown): RowAnswers {
  const { [key]: _previous, ...rest } = record;
  return value === undefined ? rest : { ...record, [key]: value };
}

/** Rows of a table as objects, whatever was stored. */
export function rowsOf(value: unknown): readonly RowAnswers[] {
  if (!Array.isArray(value)) return [];
  return value.map((row: unknown) => (isRow(row) ? row : {}));
}

function isRow(value: unknown): value is RowAnswers {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Rows to show while filling in: an empty table offers the rows it needs at least, one otherwise. */
export function shownRows(table: TableField, value: unknown, readOnly: boolean): readonly RowAnswers[] {
  const rows = rowsOf(value);
  if (readOnly) return rows;
  const least = Math.max(1, table.minimumRows ?? 0);
  return rows.length >= least ? rows : [...rows, ...Array.from({ length: least - rows.length }, (): RowAnswers => ({}))];
}

/** The answers with the empty rows that are shown, so that their cells are evaluated too. */
export function withShownRows(definition: FormDefinition, answers: FormAnswers, readOnly: boolean): FormAnswers {
  const tables = listFields(definition).filter((field): field is TableField => field.type === 'table' && columnsOf(field).length > 0);
  return { ...answers, ...Object.fromEntries(tables.map((table) => [table.id, shownRows(table, answers[table.id], readOnly)])) };
}
