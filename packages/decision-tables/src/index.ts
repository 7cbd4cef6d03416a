export { checkRuleSet, type CheckOptions } from './check/check-rule-set.ts';
export { type ExampleValue, type Finding, type FindingCode, findingCodes } from './check/finding.ts';
export { compileRuleSet, resultShape, type CompiledRuleSet, type CompileRuleSetOptions, type CompileRuleSetResult } from './compile-rule-set.ts';
export { evaluateRuleSet, type EvaluateOptions } from './evaluate-rule-set.ts';
export { type ExplainedDecision, type ExplainedRule, type ExplainedValue, explainOutcome, hitPolicyLabels } from './explain-outcome.ts';
export { RULE_LIMITS } from './limits.ts';
export { type DecisionTrace, failureCodes, type FailureCode, type RuleFailure, type RuleOutcome } from './outcome.ts';
export type { RulePlace, RuleProblem } from './problem.ts';
export {
  type Decision, type DecisionTable, hitPolicies, type HitPolicy, type LiteralExpression, type RuleInput, type RuleSet, type TableInput,
  type TableOutput, type TableRule, type ValueField, type ValueShape, type ValueType, valueTypes,
} from './rule-set.ts';
export { type RuleExpectation, runTestCase, type TestCaseResult } from './run-test-case.ts';
export { findShape } from './compile-table.ts';
export { formatValue, sameValue, toNameType, typeLabels } from './values.ts';
