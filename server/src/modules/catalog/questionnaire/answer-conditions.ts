import type { AnswerCondition } from '../contract.ts';

/** Chosen option by question key. */
export type Answers = ReadonlyMap<string, string>;

/** Whether every condition holds; a question without an answer makes its condition false. */
export function conditionsHold(conditions: readonly AnswerCondition[] | undefined, answers: Answers): boolean {
  return (conditions ?? []).every(({ question, options }) => {
    const chosen = answers.get(question);
    return chosen !== undefined && options.includes(chosen);
  });
}

/**
 * Whether the conditions could still hold once the open questions are answered.
 * A question already answered is decided; one that is open may take any of its options.
 */
export function conditionsMayHold(
  conditions: readonly AnswerCondition[] | undefined, answers: Answers, open: ReadonlySet<string>,
): boolean {
  return (conditions ?? []).every(({ question, options }) => {
    const chosen = answers.get(question);
    return chosen === undefined ? open.has(question) : options.includes(chosen);
  });
}
