import type { AnswerCondition, ApplicationMaterial } from '../elements.contract.ts';

/** Chosen option by question key. */
export type Answers = ReadonlyMap<string, string>;

/** Conditions that must hold together. */
export type Conjunction = readonly AnswerCondition[];

/**
 * The conjunctions of which one is enough: conditions of the same `alternative` hold together. No condition at all is one
 * empty conjunction, which always holds.
 */
export function alternativesOf(conditions: readonly AnswerCondition[] | undefined): readonly Conjunction[] {
  if (!conditions?.some(({ alternative }) => alternative !== undefined)) return [conditions ?? []];
  const groups = new Map<number, AnswerCondition[]>();
  for (const condition of conditions) groups.set(condition.alternative ?? 0, [...groups.get(condition.alternative ?? 0) ?? [], condition]);
  return [...groups.values()];
}

/** Whether the conditions hold; a question without an answer makes its condition false. */
export function conditionsHold(conditions: readonly AnswerCondition[] | undefined, answers: Answers): boolean {
  return alternativesOf(conditions).some((together) => together.every(({ question, options }) => {
    const chosen = answers.get(question);
    return chosen !== undefined && options.includes(chosen);
  }));
}

/**
 * Whether the conditions could still hold once the open questions are answered.
 * A question already answered is decided; one that is open may take any of its options.
 */
export function conditionsMayHold(
  conditions: readonly AnswerCondition[] | undefined, answers: Answers, open: ReadonlySet<string>,
): boolean {
  return alternativesOf(conditions).some((together) => together.every(({ question, options }) => {
    const chosen = answers.get(question);
    return chosen === undefined ? options.length > 0 && open.has(question) : options.includes(chosen);
  }));
}

/** Whether a material is needed: its conditions hold, and the situation, once there is one, is among those it is limited to. */
export function isNeeded({ when, situations }: Pick<ApplicationMaterial, 'when' | 'situations'>, answers: Answers, situation: string | undefined): boolean {
  return conditionsHold(when, answers) && (situations === undefined || (situation !== undefined && situations.includes(situation)));
}
