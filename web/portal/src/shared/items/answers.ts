import type { GivenAnswer } from '@tongban/server/src/modules/guidance/contract.ts';

/** Writes the answers of a guidance into an address: `question.option` pairs joined by `~`. */
export function writeAnswers(answers: readonly GivenAnswer[]): string {
  return answers.map((answer) => `${answer.question}.${answer.option}`).join('~');
}

/** Reads the answers of an address; a broken pair is left out, so that its question is asked again. */
export function readAnswers(text: string | null): GivenAnswer[] {
  return (text ?? '').split('~').flatMap((pair) => {
    const match = /^([a-z0-9][a-z0-9-]*)\.([a-z0-9][a-z0-9-]*)$/.exec(pair);
    return match?.[1] && match[2] ? [{ question: match[1], option: match[2] }] : [];
  });
}
