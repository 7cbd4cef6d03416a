import type { FormAnswers, FormContext } from './answers.ts';
import type { FormDefinition } from './definition.ts';
import { type DefinitionChange, diffDefinitions } from './diff-definitions.ts';
import type { ColumnField, Field } from './field-schemas.ts';
import { formatAnswer } from './format-answer.ts';
import { listFields } from './list-fields.ts';
import { readAnswer } from './read-answer.ts';
import { isEmpty, ownValue } from './reading.ts';

/** What became of one answer that could not simply be kept. */
export interface MovedAnswer {
  /** `field`, or `table[2].column`. */
  readonly path: string;
  readonly label: string;
  readonly outcome: 'converted' | 'dropped';
  /** The answer as it read before, so that the person can enter it again. */
  readonly before: string;
  readonly message: string;
}

export interface MigrationResult {
  readonly answers: Record<string, unknown>;
  readonly changes: readonly DefinitionChange[];
  readonly moved: readonly MovedAnswer[];
}

/**
 * Carries the answers of a draft over to another version of its form and says what changed: answers stay with their
 * field ids, are converted where the kind of field changed and lose nothing, and are otherwise dropped by name (FRM-03).
 */
export function migrateAnswers(older: FormDefinition, newer: FormDefinition, answers: FormAnswers, context: FormContext): MigrationResult {
  const moved: MovedAnswer[] = [];
  const migrated: Record<string, unknown> = {};
  const targets = new Map(listFields(newer).map((field) => [field.id, field]));
  for (const field of listFields(older)) {
    const value = ownValue(answers, field.id);
    if (isEmpty(value)) continue;
    const carried = carry(field, targets.get(field.id), value, context, field.id, moved);
    if (!isEmpty(carried)) migrated[field.id] = carried;
  }
  return { answers: migrated, changes: diffDefinitions(older, newer), moved };
}

function carry(older: Field, newer: Field | undefined, value: unknown, context: FormContext, path: string, moved: MovedAnswer[]): unknown {
  if (older.type === 'table' && newer?.type === 'table') {
    const columns = new Map(newer.columns.map((column) => [column.id, column]));
    return (Array.isArray(value) ? value : []).map((row, index) => Object.fromEntries(older.columns.flatMap((column) => {
      const cell: unknown = carry(column, columns.get(column.id), ownValue(row, column.id), context, `${path}[${index}].${column.id}`, moved);
      return isEmpty(cell) ? [] : [[column.id, cell] as const];
    })));
  }
  if (isEmpty(value)) return undefined;
  const before = older.type === 'table' ? `${Array.isArray(value) ? value.length : 0} 行` : formatAnswer(older, value, context);
  const drop = (message: string): undefined => {
    moved.push({ path, label: older.label, outcome: 'dropped', before, message });
    return undefined;
  };
  if (newer === undefined) return drop(`新版表单没有“${older.label}”，原来填写的内容不再需要。`);
  if (older.type === 'table' || newer.type === 'table') return drop(`“${newer.label}”的填写方式变了，请重新填写。`);
  if (newer.computed !== undefined) return undefined;
  const converted = convert(older, newer, value, context);
  const { value: read, faults } = readAnswer(newer, converted, { context, strict: false });
  if (faults.length > 0 || isEmpty(read)) return drop(`原来填写的内容不适用于新版的“${newer.label}”，请重新填写。`);
  if (older.type !== newer.type) moved.push({ path, label: newer.label, outcome: 'converted', before, message: `“${newer.label}”已按新的填写方式转换，请核对。` });
  return read;
}

const TEXTUAL: ReadonlySet<ColumnField['type']> = new Set(['text', 'multiline', 'personName', 'mobile', 'residentId', 'creditCode']);

/** Conversions that cannot lose anything; for any other change of kind, undefined. */
function convert(older: ColumnField, newer: ColumnField, value: unknown, context: FormContext): unknown {
  if (older.type === newer.type) return value;
  if (TEXTUAL.has(older.type) && TEXTUAL.has(newer.type)) return value;
  if (newer.type === 'text' || newer.type === 'multiline') return older.type === 'number' && typeof value === 'number' ? String(value) : formatAnswer(older, value, context);
  if (older.type === 'text' && (newer.type === 'number' || newer.type === 'date' || newer.type === 'region' || newer.type === 'choice')) return value;
  if (older.type === 'choice' && newer.type === 'choices') return [value];
  if (older.type === 'choices' && newer.type === 'choice') return Array.isArray(value) && value.length === 1 ? value[0] : undefined;
  if (older.type === 'residentId' && newer.type === 'identityDocument') return { type: '111', number: value };
  if (older.type === 'identityDocument' && newer.type === 'residentId') return ownValue(value, 'type') === '111' ? ownValue(value, 'number') : undefined;
  return undefined;
}
