import type { FormAnswers, FormContext } from './answers.ts';
import { type CompiledForm, type FormNode, getCompiledForm } from './compile-form.ts';
import type { FormDefinition } from './definition.ts';
import { evaluateForm, type FormEvaluation } from './evaluate-form.ts';
import { isEmpty } from './reading.ts';

/**
 * Fields that are hidden and stay so whatever is still filled in: their conditions read only what is known by now, namely the
 * parameters, what was answered, and what is worked out from these. A field that waits for an open question is not among them.
 */
export function listHiddenFields(definition: FormDefinition, answers: FormAnswers, context: FormContext): ReadonlySet<string> {
  const form = getCompiledForm(definition);
  const { fields } = evaluateForm(definition, answers, context);
  const nodes = new Map(form.nodes.flatMap((node) => (node.tableId === undefined ? [[node.id, node] as const] : [])));
  const hidden = new Set<string>();
  // Nodes come in the order in which they depend on each other, so what a condition reads was judged before.
  for (const node of nodes.values()) {
    if (fields[node.id]?.visible !== true && conditionsOf(form, node).every((name) => isSettled(name, { form, fields, nodes, hidden }))) hidden.add(node.id);
  }
  return hidden;
}

interface Judging { form: CompiledForm; fields: FormEvaluation['fields']; nodes: ReadonlyMap<string, FormNode>; hidden: ReadonlySet<string> }

/** Names that decide on whether a field is shown. */
function conditionsOf({ sectionConditions }: CompiledForm, { visibleWhen, section }: FormNode): string[] {
  return namesOf(visibleWhen, sectionConditions.get(section.id));
}

function namesOf(...expressions: readonly (FormNode['visibleWhen'])[]): string[] {
  return expressions.flatMap((expression) => expression?.paths ?? []).map((path) => path.split('.')[0] ?? '');
}

/** Whether the value of a name cannot become another by answering open questions. */
function isSettled(name: string, judging: Judging): boolean {
  const node = judging.nodes.get(name);
  // Not a field: a parameter or the day.
  if (node === undefined || judging.hidden.has(name)) return true;
  if (node.computed !== undefined) return [...namesOf(node.computed), ...conditionsOf(judging.form, node)].every((read) => isSettled(read, judging));
  return node.field.type !== 'table' && !isEmpty(judging.fields[name]?.value);
}
