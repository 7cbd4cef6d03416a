import { conditionsHold, conditionsMayHold, type Answers, type Question, type Questionnaire, type Situation } from '../catalog/contract.ts';
import type { GivenAnswer } from './results.contract.ts';

/** Where the answers lead: the next question, the one situation, or a fault of the questionnaire. */
export type Resolution =
  | { readonly kind: 'question'; readonly question: Question; readonly answers: Answers; readonly remainingAtMost: number }
  | { readonly kind: 'situation'; readonly situation: Situation; readonly answers: Answers }
  | { readonly kind: 'no-situation'; readonly answers: Answers };

/**
 * Follows the questions with the given answers (GDE-01).
 * Answers to questions that are not asked, or with an option that does not exist, are dropped: the result's `answers`
 * holds those that count. Pure, so that server, tests and a designer's preview agree.
 */
export function resolveSituation(questionnaire: Questionnaire, given: readonly GivenAnswer[]): Resolution {
  const chosen = new Map(given.map(({ question, option }) => [question, option]));
  const answers = new Map<string, string>();
  for (const [index, question] of questionnaire.questions.entries()) {
    if (!conditionsHold(question.when, answers)) continue;
    const option = chosen.get(question.key);
    if (option === undefined || !question.options.some(({ key }) => key === option)) {
      return { kind: 'question', question, answers, remainingAtMost: countPossible(questionnaire.questions.slice(index), answers) };
    }
    answers.set(question.key, option);
  }
  const situation = questionnaire.situations.find(({ when }) => conditionsHold(when, answers));
  return situation ? { kind: 'situation', situation, answers } : { kind: 'no-situation', answers };
}

function countPossible(questions: readonly Question[], answers: Answers): number {
  const open = new Set<string>();
  for (const question of questions) {
    if (conditionsMayHold(question.when, answers, open)) open.add(question.key);
  }
  return open.size;
}
