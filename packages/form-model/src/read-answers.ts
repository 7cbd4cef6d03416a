import type { FormDefinition } from './definition.ts';
import type { ColumnField, Field, TableField } from './field-schemas.ts';
import { listFields } from './list-fields.ts';
import { readAnswer } from './read-answer.ts';
import { EMPTY, fault, type Fault, ownValue, type ReadOptions, type Reading, wrongType } from './reading.ts';

/** Rows of a table that names no number. */
export const DEFAULT_MAXIMUM_ROWS = 50;
const MOST_ROWS = 200;

/** One row as read; `index` is its place in what was sent, which issues point to. */
export interface RowReading {
  readonly index: number;
  readonly cells: Readonly<Record<string, Reading>>;
  readonly isBlank: boolean;
}

export interface TableReading {
  readonly rows: readonly RowReading[];
  readonly faults: readonly Fault[];
}

/** Every answer as read, before anything is known about visibility. */
export interface AnswersReading {
  readonly fields: Readonly<Record<string, Reading>>;
  readonly tables: Readonly<Record<string, TableReading>>;
}

/** Reads all answers of a form; keys the form does not know are never looked at. */
export function readAnswers(definition: FormDefinition, answers: unknown, options: ReadOptions): AnswersReading {
  const fields: Record<string, Reading> = {};
  const tables: Record<string, TableReading> = {};
  for (const field of listFields(definition)) {
    const raw = ownValue(answers, field.id);
    if (field.type === 'table') tables[field.id] = readTable(field, raw, options);
    else fields[field.id] = readCell(field, raw, options);
  }
  return { fields, tables };
}

function readCell(field: ColumnField, raw: unknown, options: ReadOptions): Reading {
  return field.computed === undefined || options.context.filed === true ? readAnswer(field, raw, options) : EMPTY;
}

function readTable(table: TableField, raw: unknown, options: ReadOptions): TableReading {
  if (raw === undefined || raw === null) return { rows: [], faults: [] };
  if (!Array.isArray(raw)) return { rows: [], faults: wrongType(table.label).faults };
  const most = table.maximumRows ?? DEFAULT_MAXIMUM_ROWS;
  const rows = raw.slice(0, MOST_ROWS).map((row, index) => readRow(table, row, index, options));
  const filled = rows.filter((row) => !row.isBlank).length;
  const tooMany = filled > most || raw.length > MOST_ROWS;
  return { rows, faults: tooMany ? [fault('too-many-rows', `“${table.label}”最多填 ${most} 行，请删除多余的行。`)] : [] };
}

function readRow(table: TableField, row: unknown, index: number, options: ReadOptions): RowReading {
  const cells = Object.fromEntries(table.columns.map((column) => [column.id, readCell(column, ownValue(row, column.id), options)]));
  return { index, cells, isBlank: Object.values(cells).every((cell) => !isGiven(cell)) };
}

/** Whether something stands there, be it right or wrong. */
export function isGiven({ value, faults }: Reading): boolean {
  return value !== undefined || faults.length > 0;
}

/** Path of a cell: `table[2].amount`, rows counted from 0. */
export function cellPath(tableId: string, index: number, columnId: string): string {
  return `${tableId}[${index}].${columnId}`;
}

/** What people call the place of an answer: its label, with table and row for a column. */
export function placeLabel(field: Field, table?: TableField, index = 0): string {
  return table === undefined ? field.label : `${table.label}第 ${index + 1} ${table.rowName === undefined ? '行' : `个${table.rowName}`} ${field.label}`;
}
