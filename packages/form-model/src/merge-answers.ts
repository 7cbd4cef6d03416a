import type { FormAnswers } from './answers.ts';
import { isEmpty } from './reading.ts';

/** Whether two answers are the same; one that is not there and an empty one are. */
export function sameAnswer(one: unknown, other: unknown): boolean {
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other);
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

/** Objects with their keys in one order, since an answer that went through storage may have another. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([key, part]) => [key, inOrder(part)]));
}

/**
 * Takes over what was changed between `before` and `theirs` into `mine`, answer by answer: what was typed meanwhile stays
 * (FRM-02). An answer that `theirs` no longer has is taken out.
 */
export function mergeAnswers(before: FormAnswers, theirs: FormAnswers, mine: FormAnswers): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...mine };
  for (const id of new Set([...Object.keys(before), ...Object.keys(theirs)])) {
    if (sameAnswer(before[id], theirs[id]) || !sameAnswer(before[id], mine[id])) continue;
    if (Object.hasOwn(theirs, id)) merged[id] = theirs[id];
    else delete merged[id];
  }
  return merged;
}
