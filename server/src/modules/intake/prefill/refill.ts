import { type FormContext, type FormDefinition, mergePrefill, type Prefill, type PrefillResult, sameAnswer } from '@tongban/form-model';
import type { DraftPrefilled } from '../tables.ts';

type Answers = Record<string, unknown>;

/** The answers of a draft with what of them the platform filled in, by field. */
export interface FilledDraft {
  answers: Answers;
  /** Answers as they were filled in. */
  locked: Answers;
  prefilled: Record<string, DraftPrefilled>;
}

/** What a field was filled in with, and from where, as drafts keep it. */
export function prefilledFrom(filled: PrefillResult['filled']): Record<string, DraftPrefilled> {
  return Object.fromEntries(filled.map(({ fieldId, source, sourceId = 'profile', asOf }) => [fieldId, { source, sourceId, asOf: asOf ?? null }]));
}

/**
 * Fills a draft in anew from what is known now: what was filled in before and left as it was gives way, what the applicant
 * changed or emptied stays as the applicant left it (FRM-02). @param keeps whether what a source once gave may still be kept
 */
export function refill(
  definition: FormDefinition, draft: FilledDraft, known: Prefill, keeps: (sourceId: string) => boolean, context: FormContext,
): FilledDraft & { refused: PrefillResult['refused'] } {
  const touched = Object.keys(draft.prefilled).filter((id) => !sameAnswer(draft.answers[id], draft.locked[id]));
  const untouched = new Set(Object.keys(draft.prefilled).filter((id) => !touched.includes(id)));
  const own = Object.fromEntries(Object.entries(draft.answers).filter(([id]) => !untouched.has(id)));
  const { answers, filled, refused } = mergePrefill(definition, own, known, context);
  // What was emptied on purpose is not filled in again.
  const emptied = new Set(touched.filter((id) => sameAnswer(draft.answers[id], undefined)));
  const taken = filled.filter(({ fieldId }) => !emptied.has(fieldId));
  const marked = touched.filter((id) => keeps(draft.prefilled[id]?.sourceId ?? ''));
  const markedOf = <T>(record: Record<string, T>): Record<string, T> => Object.fromEntries(Object.entries(record).filter(([id]) => marked.includes(id)));
  return {
    answers: Object.fromEntries(Object.entries(answers).filter(([id]) => !emptied.has(id))),
    locked: { ...markedOf(draft.locked), ...Object.fromEntries(taken.map(({ fieldId }) => [fieldId, answers[fieldId]])) },
    prefilled: { ...markedOf(draft.prefilled), ...prefilledFrom(taken) },
    refused,
  };
}
