import type { FormAnswers, FormContext } from './answers.ts';
import type { FormDefinition } from './definition.ts';
import type { ColumnField, Field } from './field-schemas.ts';
import { listFields } from './list-fields.ts';
import { readAnswer } from './read-answer.ts';
import { isEmpty } from './reading.ts';

/** A value that is known of a data element, and from where. */
export interface KnownValue {
  readonly value: unknown;
  /** Where it is known from, as the person is told. */
  readonly source: string;
  /** Which source of the element it is; a field orders its sources by these. */
  readonly sourceId: string;
  /** The day as of which it is known, `2026-11-20`. */
  readonly asOf?: string | undefined;
  /** Typed by the applicant at an earlier time: a field that only shows what the platform vouches for does not take it. */
  readonly typed?: boolean | undefined;
}

/** What is known, by data element code, in the order in which the element's sources are asked. */
export type Prefill = Readonly<Record<string, readonly KnownValue[]>>;

/** One answer the platform filled in; source and day are shown to the person (answer once, reuse with a trace). */
export interface FilledAnswer {
  readonly fieldId: string;
  readonly label: string;
  readonly dataElement: string;
  readonly source: string;
  readonly sourceId?: string | undefined;
  readonly asOf?: string | undefined;
  /** The value as it was filled in, where the host knows it: an answer that is another was changed by the person. */
  readonly value?: unknown;
}

export interface PrefillResult {
  readonly answers: Record<string, unknown>;
  readonly filled: readonly FilledAnswer[];
  /** Known values that do not fit their field and were left out; a later source may have filled it. */
  readonly refused: readonly FilledAnswer[];
}

/** Files and signatures belong to the application they were made for. */
const NEVER_FILLED: ReadonlySet<Field['type']> = new Set(['table', 'attachment', 'image', 'signature']);

/** Whether a field can be filled in from what is known: bound to a data element, and not computed. */
export function isFillable(field: Field): field is ColumnField & { dataElement: string } {
  return field.dataElement !== undefined && field.computed === undefined && !NEVER_FILLED.has(field.type);
}

/**
 * Fills fields from what is known about their data elements: the first source with a value that fits wins, in the order of the
 * field or, without one, of the element (FRM-02). What the person has answered is never overwritten, except in read-only
 * fields; values that would not pass on submission are left out.
 */
export function mergePrefill(definition: FormDefinition, answers: FormAnswers, prefill: Prefill, context: FormContext): PrefillResult {
  const merged: Record<string, unknown> = { ...answers };
  const filled: FilledAnswer[] = [];
  const refused: FilledAnswer[] = [];
  for (const field of listFields(definition)) {
    if (!isFillable(field) || !Object.hasOwn(prefill, field.dataElement)) continue;
    if (!isEmpty(answers[field.id]) && field.readOnly !== true) continue;
    for (const { value: known, source, sourceId, asOf } of knownOf(field, prefill[field.dataElement] ?? [])) {
      const { value, faults } = readAnswer(field, known, { context, strict: true });
      const entry: FilledAnswer = { fieldId: field.id, label: field.label, dataElement: field.dataElement, source, sourceId, asOf };
      if (faults.length > 0 || value === undefined) {
        refused.push(entry);
        continue;
      }
      merged[field.id] = value;
      filled.push(entry);
      break;
    }
  }
  return { answers: merged, filled, refused };
}

/** Values for a field in the order in which it asks for them. */
function knownOf(field: Field, known: readonly KnownValue[]): KnownValue[] {
  const usable = known.filter(({ value, typed }) => !isEmpty(value) && !(typed === true && field.readOnly === true));
  return field.prefillFrom === undefined ? usable : field.prefillFrom.flatMap((id) => usable.filter(({ sourceId }) => sourceId === id));
}
