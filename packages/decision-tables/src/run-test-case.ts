import type { CompiledRuleSet } from './compile-rule-set.ts';
import { evaluateRuleSet } from './evaluate-rule-set.ts';
import type { RuleOutcome } from './outcome.ts';
import { formatValue, sameValue } from './values.ts';

/** What a rule set is told, and what some or all of its decisions must come to, or the code of the failure that must come. */
export interface RuleExpectation {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly failure?: string;
}

export interface TestCaseResult {
  readonly passed: boolean;
  /** Chinese: 通过, or what came out otherwise. */
  readonly message: string;
  readonly outcome: RuleOutcome;
}

/** Runs a test case: the decisions it expects something of, or all when it expects a failure (DEC-02). */
export function runTestCase(compiled: CompiledRuleSet, { inputs, expected, failure }: RuleExpectation): TestCaseResult {
  const decisions = Object.keys(expected);
  const outcome = evaluateRuleSet(compiled, inputs, failure === undefined && decisions.length > 0 ? { decisions } : {});
  const message = failure === undefined ? compareResults(compiled, outcome, expected) : compareFailure(outcome, failure);
  return { passed: message === undefined, message: message ?? '通过', outcome };
}

function compareFailure(outcome: RuleOutcome, failure: string): string | undefined {
  if (outcome.ok) return '应当没有结果，但得出了结果。';
  return outcome.failure.code === failure ? undefined : `没有结果的原因与期望不同：${outcome.failure.message}`;
}

function compareResults(compiled: CompiledRuleSet, outcome: RuleOutcome, expected: Readonly<Record<string, unknown>>): string | undefined {
  if (!outcome.ok) return outcome.failure.message;
  if (Object.keys(expected).length === 0) return '还没有写期望的结果。';
  const wrong = Object.entries(expected).find(([decision, value]) => !sameValue(outcome.results[decision], value));
  if (wrong === undefined) return undefined;
  const [decision, value] = wrong;
  const label = compiled.decisions.get(decision)?.label ?? decision;
  return `“${label}”应当是${formatValue(value)}，实际是${formatValue(outcome.results[decision])}。`;
}
