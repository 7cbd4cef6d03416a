import { compile } from '@tongban/expressions';
import type { FormDefinition } from './definition.ts';
import type { Check } from './field-schemas.ts';
import { FORM_FUNCTIONS } from './form-functions.ts';
import { listFields, listPlacedFields } from './list-fields.ts';

/** The expressions a field may carry. */
export const EXPRESSION_KEYS = ['visibleWhen', 'requiredWhen', 'readOnlyWhen', 'computed'] as const;
export type ExpressionKey = (typeof EXPRESSION_KEYS)[number];

/** One expression of a form: whose it is, what it decides, and in which table it is worked out row by row. */
export interface FormRule {
  readonly owner: { readonly kind: 'field' | 'section' | 'text' | 'check'; readonly id: string };
  readonly key: ExpressionKey | 'expression';
  readonly source: string;
  /** What people call the owner. */
  readonly label: string;
  readonly tableId?: string;
}

/** Every expression of a form in reading order. */
export function listRules(definition: FormDefinition): readonly FormRule[] {
  const ofFields = listPlacedFields(definition).flatMap(({ field, tableId }) => EXPRESSION_KEYS.flatMap((key): FormRule[] => {
    const source = field[key];
    return source === undefined ? [] : [{ owner: { kind: 'field', id: field.id }, key, source, label: field.label, ...(tableId === undefined ? {} : { tableId }) }];
  }));
  const ofSections = definition.sections.flatMap((section): FormRule[] => [
    ...(section.visibleWhen === undefined ? [] : [{ owner: { kind: 'section' as const, id: section.id }, key: 'visibleWhen' as const, source: section.visibleWhen, label: section.title ?? section.id }]),
    ...section.rows.flatMap(({ cells }) => cells).flatMap((cell): FormRule[] => (cell.kind === 'text' && cell.visibleWhen !== undefined
      ? [{ owner: { kind: 'text', id: section.id }, key: 'visibleWhen', source: cell.visibleWhen, label: cell.text }] : [])),
  ]);
  const checksOf = (checks: readonly Check[] = [], tableId?: string): FormRule[] => checks.map(({ id, expression, message }) =>
    ({ owner: { kind: 'check', id }, key: 'expression', source: expression, label: message, ...(tableId === undefined ? {} : { tableId }) }));
  const inRows = listFields(definition).flatMap((field) => (field.type === 'table' ? checksOf(field.checks, field.id) : []));
  return [...ofFields, ...ofSections, ...checksOf(definition.checks), ...inRows];
}

/** The rules that read a field, or a column inside its rows or as `table.column`; those of the field itself left out. */
export function listReaders(definition: FormDefinition, fieldId: string): readonly FormRule[] {
  const tableId = listPlacedFields(definition).find(({ field }) => field.id === fieldId)?.tableId;
  return listRules(definition).filter((rule) => rule.owner.id !== fieldId && readsField(rule, fieldId, tableId));
}

function readsField(rule: FormRule, fieldId: string, tableId: string | undefined): boolean {
  const result = compile(rule.source, { functions: FORM_FUNCTIONS });
  if (!result.ok) return false;
  if (tableId === undefined) return result.expression.names.includes(fieldId);
  if (rule.tableId === tableId && result.expression.names.includes(fieldId)) return true;
  // A whole table, as in count(members), does not break when one of its columns goes.
  return result.expression.paths.includes(`${tableId}.${fieldId}`);
}
