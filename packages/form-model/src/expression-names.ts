import { compile, type ExpressionProblem, type NameType } from '@tongban/expressions';
import { ANSWER_PARTS, scopeOf } from './compile-form.ts';
import type { FormDefinition } from './definition.ts';
import type { Field, FieldType } from './field-schemas.ts';
import { FORM_FUNCTIONS } from './form-functions.ts';
import { columnsOf, findField, listFields } from './list-fields.ts';

/** A name an expression of a form may use, for people who write one. */
export interface ExpressionName {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldType | 'today' | 'parameter';
  /** What can be read of it after a dot: columns of a table, parts of an answer. */
  readonly parts: readonly { readonly name: string; readonly label: string }[];
}

const PART_LABELS: Readonly<Record<string, string>> = {
  start: '开始日期', end: '结束日期', type: '证件类型', number: '证件号码', region: '所在地区', detail: '详细地址', name: '名称', creditCode: '统一社会信用代码',
};

/** Names an expression may use, those of its own row first; `tableId` when it is worked out row by row. */
export function listExpressionNames(definition: FormDefinition, tableId?: string): readonly ExpressionName[] {
  const table = tableId === undefined ? undefined : findField(definition, tableId);
  const own = table === undefined ? [] : columnsOf(table).map(nameOf);
  const parameters = (definition.parameters ?? []).map((name): ExpressionName => ({ name, label: '情形引导的回答', kind: 'parameter', parts: [] }));
  return [...own, ...listFields(definition).map(nameOf), { name: 'today', label: '今天', kind: 'today', parts: [] }, ...parameters];
}

function nameOf(field: Field): ExpressionName {
  const parts: Readonly<Record<string, NameType>> = ANSWER_PARTS[field.type] ?? {};
  return {
    name: field.id, label: field.label, kind: field.type,
    parts: field.type === 'table'
      ? field.columns.map(({ id, label }) => ({ name: id, label }))
      : Object.keys(parts).map((name) => ({ name, label: PART_LABELS[name] ?? name })),
  };
}

/** What is wrong with an expression at this place of a form, names and known traps of FEEL included; circles show in `checkDefinition`. */
export function checkExpression(definition: FormDefinition, source: string, tableId?: string): readonly ExpressionProblem[] {
  const table = tableId === undefined ? undefined : findField(definition, tableId);
  const result = compile(source, { names: scopeOf(definition, table?.type === 'table' ? table : undefined), functions: FORM_FUNCTIONS });
  return result.ok ? [] : result.problems.map((problem) => ({ ...problem, message: nameByLabel(definition, source, problem, tableId) ?? problem.message }));
}

/** People write the label that they see; the rule needs the name behind it. */
function nameByLabel(definition: FormDefinition, source: string, { code, from, to }: ExpressionProblem, tableId: string | undefined): string | undefined {
  const written = code === 'unknown-name' ? source.slice(from, to).trim() : '';
  const found = listExpressionNames(definition, tableId).find(({ label }) => label === written);
  return found && `“${written}”在规则里写作“${found.name}”，请改写，或者从输入时的提示里选。`;
}
