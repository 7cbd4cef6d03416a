import type { FormAnswers, FormContext } from './answers.ts';
import type { FormDefinition } from './definition.ts';
import { listFields } from './list-fields.ts';
import { readAnswer } from './read-answer.ts';
import { isEmpty } from './reading.ts';

/** What the platform already knows, by data element code, and where it knows it from. */
export type Prefill = Readonly<Record<string, { readonly value: unknown; readonly source: string }>>;

/** One answer the platform filled in; `source` is shown to the person (answer once, reuse with a trace). */
export interface FilledAnswer {
  readonly fieldId: string;
  readonly label: string;
  readonly dataElement: string;
  readonly source: string;
}

export interface PrefillResult {
  readonly answers: Record<string, unknown>;
  readonly filled: readonly FilledAnswer[];
  /** Known values that do not fit their field and were left out. */
  readonly refused: readonly FilledAnswer[];
}

/**
 * Fills fields from what is known about their data elements (FRM-02). What the person has answered is never overwritten,
 * except in read-only fields; values that would not pass on submission are left out.
 */
export function mergePrefill(definition: FormDefinition, answers: FormAnswers, prefill: Prefill, context: FormContext): PrefillResult {
  const merged: Record<string, unknown> = { ...answers };
  const filled: FilledAnswer[] = [];
  const refused: FilledAnswer[] = [];
  for (const field of listFields(definition)) {
    const { dataElement } = field;
    if (dataElement === undefined || field.type === 'table' || field.computed !== undefined || !Object.hasOwn(prefill, dataElement)) continue;
    const known = prefill[dataElement];
    if (known === undefined || isEmpty(known.value) || (!isEmpty(answers[field.id]) && field.readOnly !== true)) continue;
    const { value, faults } = readAnswer(field, known.value, { context, strict: true });
    const entry: FilledAnswer = { fieldId: field.id, label: field.label, dataElement, source: known.source };
    if (faults.length > 0 || value === undefined) refused.push(entry);
    else {
      merged[field.id] = value;
      filled.push(entry);
    }
  }
  return { answers: merged, filled, refused };
}
