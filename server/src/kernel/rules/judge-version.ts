import { checkRuleSet, runTestCase, type CompiledRuleSet } from '@tongban/decision-tables';
import { elapsedMilliseconds } from '../clock/index.ts';
import { takeTurns } from '../turns.ts';
import type { RuleCheck, RuleSetContent, RuleTestCase, TestResult } from './contract.ts';
import { compileContent, presentOutcome, requireBounded } from './run-rules.ts';

/** Steps that a check may take here: about a quarter of a second. */
const budget = 5_000_000;
/** How long the test cases of a version may run together, ms. */
const longestTests = 10_000;

/** Checks rules and runs their test cases; `obstacles` says what keeps them from being published (DEC-02). */
export async function judgeVersion({ content, testCases }: { content: RuleSetContent; testCases: readonly RuleTestCase[] }): Promise<RuleCheck> {
  const result = compileContent(content);
  if (!result.ok) return { problems: [...result.problems], findings: [], tests: [], obstacles: result.problems.map(({ message }) => message) };
  const findings = checkRuleSet(result.compiled, { budget }).map((finding) => {
    const { rules, example, filling, ...rest } = finding;
    return { ...rest, rules: [...rules], ...(example && { example: [...example] }), ...(filling && { filling: [...filling] }) };
  });
  const turn = takeTurns();
  const tests: TestResult[] = [];
  const began = elapsedMilliseconds();
  for (const testCase of testCases) {
    tests.push(elapsedMilliseconds() - began < longestTests ? runTest(result.compiled, testCase) : notRun(testCase));
    await turn();
  }
  const obstacles = [
    ...findings.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    ...(tests.length === 0 ? ['还没有测试用例，请至少添加一个。'] : []),
    ...tests.filter(({ passed }) => !passed).map(({ name, message }) => `测试用例“${name}”没有通过：${message}`),
  ];
  return { problems: [], findings, tests, obstacles };
}

function notRun({ id, name }: RuleTestCase): TestResult {
  const message = '前面的用例运行太久，这个没有运行；请减少循环的条件。';
  return { id, name, passed: false, message, outcome: { ok: false, results: {}, failure: null, explanation: [] } };
}

function runTest(compiled: CompiledRuleSet, { id, name, ...testCase }: RuleTestCase): TestResult {
  requireBounded(testCase.inputs);
  const { passed, message, outcome } = runTestCase(compiled, testCase);
  return { id, name, passed, message, outcome: presentOutcome(compiled, outcome) };
}
