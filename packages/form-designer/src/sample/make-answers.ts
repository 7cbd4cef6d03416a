import { columnsOf, type FormAnswers, type FormContext, type FormDefinition, type FormIssue, listFields, type TableField, validateForm } from '@tongban/form-model';
import { makeAnswer } from './make-answer.ts';

export interface SampleAnswers {
  readonly answers: FormAnswers;
  /** What could not be met, such as a rule over several answers: for the person to fill in. */
  readonly issues: readonly FormIssue[];
}

/** Tries for a field whose answer is refused. */
const ROUNDS = 12;

/**
 * Makes answers to a form that the form itself accepts, to try and to show it with (FRM-01). The same turn gives the same
 * answers, another turn others; names and numbers are made up.
 */
export function makeAnswers(definition: FormDefinition, context: FormContext, turn = 0): SampleAnswers {
  const turns = new Map<string, number>();
  let best = attempt(definition, context, turn, turns);
  for (let round = 1; round < ROUNDS && best.issues.length > 0; round += 1) {
    // What the rules of the form refuse is answered otherwise: the field that is shown, and what else the rule reads.
    for (const { path, fieldId } of best.issues) for (const id of [fieldId, tableOf(path)]) turns.set(id, round);
    const next = attempt(definition, context, turn, turns);
    if (next.issues.length < best.issues.length) best = next;
    if (round > ROUNDS / 2) for (const field of listFields(definition)) turns.set(field.id, round);
  }
  return best;
}

function tableOf(path: string): string {
  return /^[^[.]+/.exec(path)?.[0] ?? path;
}

function attempt(definition: FormDefinition, context: FormContext, turn: number, turns: ReadonlyMap<string, number>): SampleAnswers {
  const given: Record<string, unknown> = {};
  for (const field of listFields(definition)) {
    const own = turn + (turns.get(field.id) ?? 0);
    const value = field.type === 'table' ? makeRows(field, context, own, turns) : field.computed === undefined ? makeAnswer(field, context, own) : undefined;
    if (value !== undefined) given[field.id] = value;
  }
  const { value, issues } = validateForm(definition, given, { ...context, mode: 'submit' });
  return { answers: value, issues };
}

function makeRows(table: TableField, context: FormContext, turn: number, turns: ReadonlyMap<string, number>): Record<string, unknown>[] {
  const least = Math.max(table.minimumRows ?? 0, 1);
  const count = Math.min(Math.max(least, 2), table.maximumRows ?? least + 1);
  return Array.from({ length: count }, (_, row) => Object.fromEntries(columnsOf(table).flatMap((column) => {
    const value = column.computed === undefined ? makeAnswer(column, context, turn + row + (turns.get(column.id) ?? 0)) : undefined;
    return value === undefined ? [] : [[column.id, value]];
  })));
}
