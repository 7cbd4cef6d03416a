import type { Questionnaire } from '../contract.ts';
import { conditionsHold, type Answers } from './answer-conditions.contract.ts';

/** The most complete sets of answers that are listed one by one. */
const MAX_PATHS = 20_000;

/** Every complete set of answers, or undefined when there are more than `MAX_PATHS`. */
export function listQuestionnairePaths({ questions }: Pick<Questionnaire, 'questions'>): Answers[] | undefined {
  let paths: Answers[] = [new Map()];
  for (const question of questions) {
    const next: Answers[] = [];
    for (const path of paths) {
      if (!conditionsHold(question.when, path)) next.push(path);
      else for (const option of question.options) next.push(new Map([...path, [question.key, option.key]]));
      if (next.length > MAX_PATHS) return undefined;
    }
    paths = next;
  }
  return paths;
}
