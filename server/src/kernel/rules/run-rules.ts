import { compileRuleSet, evaluateRuleSet, explainOutcome, type CompiledRuleSet, type CompileRuleSetResult, type RuleOutcome as RunOutcome } from '@tongban/decision-tables';
import { FORM_FUNCTIONS } from '@tongban/form-model';
import type { RuleOutcome, RuleSetContent } from './contract.ts';
import { fail } from './errors.ts';

/** Characters of JSON that a run may be told. */
const maximumInputs = 200_000;

/** Compiles rules with the functions that forms have too (`age`, `birthDateOf` …). */
export function compileContent(content: RuleSetContent): CompileRuleSetResult {
  return compileRuleSet(content, { functions: FORM_FUNCTIONS });
}

/** Rules that can run. @throws rules.not-runnable */
export function getRunnable(content: RuleSetContent): CompiledRuleSet {
  const result = compileContent(content);
  if (result.ok) return result.compiled;
  throw fail('rules.not-runnable', { reason: result.problems[0]?.message ?? '' }, { issues: result.problems.map(({ decision, input, code, message }) => ({ path: decision ?? input ?? 'content', code, message })) });
}

/** Runs rules and says in words why they came out so. @throws rules.inputs-too-large */
export function runRules(compiled: CompiledRuleSet, inputs: Readonly<Record<string, unknown>>, decisions?: readonly string[]): RuleOutcome {
  requireBounded(inputs);
  return presentOutcome(compiled, evaluateRuleSet(compiled, inputs, decisions === undefined ? {} : { decisions }));
}

/** @throws rules.inputs-too-large */
export function requireBounded(inputs: Readonly<Record<string, unknown>>): void {
  if (JSON.stringify(inputs).length > maximumInputs) throw fail('rules.inputs-too-large');
}

/** An outcome with its explanation in words, as the API gives it. */
export function presentOutcome(compiled: CompiledRuleSet, outcome: RunOutcome): RuleOutcome {
  const explanation = explainOutcome(compiled, outcome).map((decision) => ({
    ...decision, result: decision.result ?? null, seen: [...decision.seen], rules: decision.rules.map((rule) => ({ ...rule, conditions: [...rule.conditions] })),
  }));
  if (outcome.ok) return { ok: true, results: outcome.results, failure: null, explanation };
  const { rules, ...failure } = outcome.failure;
  return { ok: false, results: {}, failure: { ...failure, rules: [...(rules ?? [])] }, explanation };
}
