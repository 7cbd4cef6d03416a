import fc from 'fast-check';
import type { AnswerCondition, Questionnaire } from '../../../server/src/modules/catalog/contract.ts';

interface Asked { key: string; text: string; options: { key: string; text: string }[]; when?: AnswerCondition[] }

/** Conditions on some of the given questions, in up to two alternatives. */
function conditions(before: readonly Asked[], draw: (most: number) => number): AnswerCondition[] {
  if (before.length === 0 || draw(3) === 0) return [];
  const alternatives = 1 + draw(2);
  return Array.from({ length: alternatives }, (_x, alternative) => Array.from({ length: 1 + draw(2) }, (): AnswerCondition[] => {
    const question = before[draw(before.length)];
    if (!question) return [];
    const options = question.options.filter(() => draw(2) === 1).map(({ key }) => key);
    return [{ question: question.key, options, ...(alternatives > 1 ? { alternative } : {}) }];
  }).flat()).flat();
}

/**
 * Any questionnaire of up to six questions, faults included. With `situationsAreExclusive` the answer to the first question,
 * which is always asked, tells the situations apart.
 */
export function questionnaires({ situationsAreExclusive = false } = {}): fc.Arbitrary<Questionnaire> {
  return fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }), fc.infiniteStream(fc.nat(10_000))).map(([questionCount, situationCount, random]) => {
    const draw = (most: number): number => (random.next().value ?? 0) % most;
    const questions: Asked[] = [];
    for (let index = 0; index < questionCount; index += 1) {
      const when = conditions(questions, draw);
      const options = Array.from({ length: 2 + draw(2) }, (_x, at) => ({ key: `o${at}`, text: `选项${at}` }));
      questions.push({ key: `q${index}`, text: `问题${index}`, options, ...(when.length === 0 ? {} : { when }) });
    }
    const [first] = questions;
    const situations = situationsAreExclusive && first
      ? first.options.map(({ key }) => ({ key: `s-${key}`, name: `情形${key}`, notes: [], when: [{ question: first.key, options: [key] }] }))
      : Array.from({ length: situationCount }, (_x, index) => ({ key: `s${index}`, name: `情形${index}`, notes: [], when: conditions(questions, draw) }));
    return { questions, situations };
  });
}
