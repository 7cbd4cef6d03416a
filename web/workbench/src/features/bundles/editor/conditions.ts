import type { AnswerCondition, Question } from '@tongban/server/src/modules/catalog/contract.ts';

/** Conditions in words: 要设置大型户外广告吗？要设置. */
export function sayConditions(questions: readonly Question[], when: readonly AnswerCondition[]): string {
  return when.map(({ question, options }) => {
    const asked = questions.find(({ key }) => key === question);
    return `${asked?.text ?? question} ${options.map((option) => asked?.options.find(({ key }) => key === option)?.text ?? option).join('、')}`;
  }).join('；');
}
