import { drawDiagram, type ItemElements } from '../catalog/contract.ts';
import { guide, questionnaireOf } from './guide.contract.ts';
import type { GivenAnswer, GuidanceResult } from './results.contract.ts';

/** The most ways that are listed one by one. */
export const mostListedWays = 2_000;

/**
 * Every complete set of answers with what it leads to, in the order of the questions and options; at most `mostListedWays`.
 * Empty when the questions are too tangled to follow.
 */
export function listWays(version: { itemId: string; versionId: string; elements: ItemElements }): GuidanceResult[] {
  const { questions, situations } = questionnaireOf(version);
  const diagram = drawDiagram(questions, situations);
  if (!diagram) return [];
  const ways: GivenAnswer[][] = [];
  const walk = (id: number, answers: GivenAnswer[]): void => {
    const node = diagram.nodes[id];
    if (!node || ways.length >= mostListedWays) return;
    if (node.kind === 'end') ways.push(answers);
    else for (const { option, to } of node.edges) walk(to, [...answers, { question: node.question, option }]);
  };
  walk(diagram.root, []);
  return ways.map((answers) => guide(version, answers));
}

/** Answers in words: `主体业态：餐饮；是否有中央厨房：是`. */
export function describeAnswers({ elements }: { elements: ItemElements }, answers: readonly GivenAnswer[]): string {
  const { questions } = questionnaireOf({ elements });
  return answers.map(({ question, option }) => {
    const asked = questions.find(({ key }) => key === question);
    return `${asked?.text.replace(/[？?]$/, '') ?? question}：${asked?.options.find(({ key }) => key === option)?.text ?? option}`;
  }).join('；');
}
