import type { FormAnswers, FormContext } from './answers.ts';
import { type FormNode, getCompiledForm } from './compile-form.ts';
import type { FormDefinition, TextCell } from './definition.ts';
import { evaluateAnswers, type Evaluation } from './evaluate-answers.ts';
import { type Scope, testCondition } from './evaluation-scope.ts';
import { cellPath } from './read-answers.ts';
import { isRequired } from './validate-form.ts';

/** How a field or cell is to be shown now. */
export interface FieldState {
  readonly visible: boolean;
  readonly required: boolean;
  readonly readOnly: boolean;
  /** True when the value is worked out, not given. */
  readonly computed: boolean;
  /** The answer in its stored form; for a computed field what it comes to. */
  readonly value: unknown;
}

export interface FormEvaluation {
  /** By path: `income`, `members[0].name`. */
  readonly fields: Readonly<Record<string, FieldState>>;
  readonly visibleSections: ReadonlySet<string>;
  readonly hiddenTexts: ReadonlySet<TextCell>;
}

/** Works out what to show for these answers as they are being typed: visibility, requirement, read-only and computed values. */
export function evaluateForm(definition: FormDefinition, answers: FormAnswers, context: FormContext): FormEvaluation {
  const form = getCompiledForm(definition);
  const evaluation = evaluateAnswers(form, answers, context, false);
  const fields: Record<string, FieldState> = {};
  for (const node of form.nodes) {
    if (node.tableId === undefined) fields[node.id] = toState(evaluation, node, node.id, evaluation.scope);
    else addColumn(fields, evaluation, node, node.tableId);
  }
  const hiddenTexts = new Set([...form.textConditions].filter(([, condition]) => testCondition(condition, evaluation.scope, '').value !== true).map(([cell]) => cell));
  return { fields, visibleSections: evaluation.visibleSections, hiddenTexts };
}

function addColumn(fields: Record<string, FieldState>, evaluation: Evaluation, node: FormNode, tableId: string): void {
  const conditional = node.requiredWhen !== undefined || node.readOnlyWhen !== undefined;
  for (const row of evaluation.readings.tables[tableId]?.rows ?? []) {
    const rowScope = evaluation.rowScopes.get(`${tableId}[${row.index}]`) ?? {};
    const path = cellPath(tableId, row.index, node.field.id);
    fields[path] = toState(evaluation, node, path, conditional ? { ...evaluation.scope, ...rowScope } : rowScope);
  }
}

function toState(evaluation: Evaluation, node: FormNode, path: string, scope: Scope): FieldState {
  const cell = evaluation.states.get(path);
  // What was filed stands as it is, like any other answer.
  const computed = node.computed !== undefined && evaluation.options.context.filed !== true;
  const locked = node.computed !== undefined || node.field.readOnly === true;
  return {
    visible: cell?.visible === true,
    required: isRequired(node, scope),
    readOnly: locked || (node.readOnlyWhen !== undefined && testCondition(node.readOnlyWhen, scope, node.field.label).value === true),
    computed,
    value: cell?.reading.value,
  };
}
