import { checkRuleSet, compileRuleSet, type CompiledRuleSet, type Finding, type RulePlace, type RuleProblem, runTestCase, type TestCaseResult } from '@tongban/decision-tables';
import { FORM_FUNCTIONS } from '@tongban/form-model';
import type { RuleSetContent, RuleTestCase } from '@tongban/server/src/kernel/rules/contract.ts';
import { text } from '../text.ts';
import type { RuleDraft } from './draft.ts';

/** What is known of a draft as it stands here, by the same code that the server judges by. */
export interface Judgement {
  /** Undefined while it does not compile. */
  readonly compiled: CompiledRuleSet | undefined;
  readonly problems: readonly RuleProblem[];
  readonly findings: readonly Finding[];
}

export type TestRun = TestCaseResult & { readonly testCase: RuleTestCase };

/** Why a version cannot be published yet, and where to mend it. */
export interface Obstacle {
  readonly message: string;
  readonly place: RulePlace | { readonly tests: true };
}

/** Steps that the check may take while somebody types: less than a tenth of a second. */
const budget = 2_000_000;

export function judge(content: RuleSetContent): Judgement {
  const result = compileRuleSet(content, { functions: FORM_FUNCTIONS });
  if (!result.ok) return { compiled: undefined, problems: result.problems, findings: [] };
  return { compiled: result.compiled, problems: [], findings: checkRuleSet(result.compiled, { budget }) };
}

export function runTests(compiled: CompiledRuleSet | undefined, testCases: readonly RuleTestCase[]): readonly TestRun[] {
  return compiled === undefined ? [] : testCases.map((testCase) => ({ ...runTestCase(compiled, testCase), testCase }));
}

/** Everything that keeps a draft from being published, as the server will say it. */
export function obstaclesOf({ testCases }: RuleDraft, { problems, findings }: Judgement, tests: readonly TestRun[]): readonly Obstacle[] {
  if (problems.length > 0) return problems.map((problem) => ({ message: describeProblem(problem), place: problem }));
  return [
    ...findings.filter(({ severity }) => severity === 'error').map((finding) => ({ message: finding.message, place: placeOfFinding(finding) })),
    ...(testCases.length === 0 ? [{ message: text.obstacles.noTests, place: { tests: true } as const }] : []),
    ...tests.filter(({ passed }) => !passed).map(({ testCase, message }) => ({ message: text.obstacles.test(testCase.name, message), place: { tests: true } as const })),
  ];
}

export function placeOfFinding({ decision, rules: [rule] }: Pick<Finding, 'decision' | 'rules'>): RulePlace {
  return { decision, ...(rule !== undefined && { rule }) };
}

/** A problem with where it is. */
export function describeProblem({ decision, rule, column, input, message }: RuleProblem): string {
  const where = input !== undefined ? text.obstacles.input(input) : decision === undefined ? '' : text.obstacles.cell(decision, rule, column);
  return where === '' ? message : `${where}：${message}`;
}
