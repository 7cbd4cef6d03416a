import { renameNames, type ExpressionForm } from '@tongban/expressions';
import type { RuleDecision, RuleDraft } from './draft.ts';

/** Gives an input or a decision another name wherever it is read: expressions, cells, what is required, test cases. */
export function renameEverywhere(draft: RuleDraft, from: string, to: string): RuleDraft {
  const { content, testCases } = draft;
  const taken = [...content.inputs, ...content.decisions].some(({ name }) => name === to);
  // Two of the same name, or one without: nothing else can follow until that is mended.
  const follow = from !== '' && to !== '' && !taken;
  const names = new Map([[from, to]]);
  const rewrite = (source: string, form: ExpressionForm = 'expression'): string => (follow && source.includes(from) ? renameNames(source, { names }, form) : source);
  const key = <T>(record: Readonly<Record<string, T>>): Record<string, T> => Object.fromEntries(Object.entries(record).map(([name, value]) => [follow && name === from ? to : name, value]));
  return {
    ...draft,
    content: {
      inputs: content.inputs.map((input) => (input.name === from ? { ...input, name: to } : input)),
      decisions: content.decisions.map((decision) => ({
        ...decision, name: decision.name === from ? to : decision.name, requires: decision.requires.map((name) => (follow && name === from ? to : name)),
        logic: follow && decision.requires.includes(from) ? rewriteLogic(decision.logic, rewrite) : decision.logic,
      })),
    },
    testCases: testCases.map((testCase) => ({ ...testCase, inputs: key(testCase.inputs), expected: key(testCase.expected) })),
  };
}

function rewriteLogic(logic: RuleDecision['logic'], rewrite: (source: string, form?: ExpressionForm) => string): RuleDecision['logic'] {
  if (logic.kind === 'expression') return { ...logic, expression: rewrite(logic.expression) };
  return {
    ...logic,
    inputs: logic.inputs.map((input) => ({ ...input, expression: rewrite(input.expression) })),
    rules: logic.rules.map((rule) => ({ ...rule, inputs: rule.inputs.map((cell) => rewrite(cell, 'tests')), outputs: rule.outputs.map((cell) => rewrite(cell)) })),
  };
}
