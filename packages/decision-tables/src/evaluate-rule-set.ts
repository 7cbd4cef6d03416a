import { evaluate, type ExpressionContext } from '@tongban/expressions';
import type { CompiledDecision, CompiledLiteral, CompiledRuleSet } from './compile-rule-set.ts';
import { allows, evaluateTable } from './evaluate-table.ts';
import { type DecisionTrace, RunFailed, type RuleFailure, type RuleOutcome } from './outcome.ts';
import { findShapeFault, formatValue, typeLabels } from './values.ts';

export interface EvaluateOptions {
  /** Names of the decisions that are wanted, with what they require; all when left out. */
  readonly decisions?: readonly string[];
}

/**
 * Runs a rule set on values by input name (JSON; dates ISO, money in 分). Values of the wrong type, values that are not
 * allowed, no fitting rule, too many of them: each is a named failure, never an empty result. Unknown values are ignored.
 */
export function evaluateRuleSet(compiled: CompiledRuleSet, values: Readonly<Record<string, unknown>>, options: EvaluateOptions = {}): RuleOutcome {
  const trace: DecisionTrace[] = [];
  const context: Record<string, unknown> = {};
  const results: Record<string, unknown> = {};
  const wanted = options.decisions && new Set(options.decisions);
  let running = '';
  try {
    for (const { definition } of wanted === undefined ? compiled.decisions.values() : needed(compiled, wanted)) {
      running = definition.name;
      readInputs(compiled, definition.requires, values, context);
      const step = run(compiled, definition.name, context);
      trace.push(step);
      context[definition.name] = step.result;
      if (wanted?.has(definition.name) !== false) results[definition.name] = step.result;
    }
    return { ok: true, results, trace };
  } catch (error) {
    if (!(error instanceof RunFailed)) throw error;
    trace.push({ decision: running, seen: error.seen, matched: error.matched, decided: [], usedDefault: false });
    return { ok: false, failure: error.failure, trace };
  }
}

/** The wanted decisions and those they require, each after those it requires. */
function needed(compiled: CompiledRuleSet, wanted: ReadonlySet<string>): readonly CompiledDecision[] {
  const names = new Set<string>();
  const add = (name: string): void => {
    if (names.has(name)) return;
    names.add(name);
    for (const required of compiled.decisions.get(name)?.definition.requires ?? []) if (compiled.decisions.has(required)) add(required);
  };
  for (const name of wanted) {
    if (!compiled.decisions.has(name)) throw new RunFailed({ code: 'unknown-decision', decision: name, message: `规则集里没有名为“${name}”的决策。` });
    add(name);
  }
  return [...compiled.decisions.values()].filter(({ definition }) => names.has(definition.name));
}

function readInputs(compiled: CompiledRuleSet, requires: readonly string[], values: Readonly<Record<string, unknown>>, context: Record<string, unknown>): void {
  for (const name of requires) {
    const input = compiled.inputs.get(name);
    if (input === undefined || Object.hasOwn(context, name)) continue;
    const value = Object.hasOwn(values, name) ? values[name] ?? null : null;
    const failure = judgeInput(input, value);
    if (failure !== undefined) throw new RunFailed(failure);
    context[name] = value;
  }
}

function judgeInput({ definition, label, allowed }: NonNullable<ReturnType<CompiledRuleSet['inputs']['get']>>, value: unknown): RuleFailure | undefined {
  const fault = findShapeFault(value, definition);
  const place = { input: definition.name };
  if (fault?.code === 'missing') return { ...place, code: 'missing-input', message: `缺少“${label}${fault.path}”的值。` };
  if (fault !== undefined) {
    const expected = fault.shape.list === true && !Array.isArray(fault.value) ? `${typeLabels[fault.shape.type]}的列表` : typeLabels[fault.shape.type];
    return { ...place, code: 'wrong-type', message: `“${label}${fault.path}”应当是${expected}，现在是${formatValue(fault.value)}。` };
  }
  if (value === null || allows(allowed, value, definition.list === true)) return undefined;
  return { ...place, code: 'not-allowed', message: `“${label}”的值${formatValue(value, definition.type)}不在允许的值之内。` };
}

function run(compiled: CompiledRuleSet, name: string, context: ExpressionContext): DecisionTrace {
  const decision = compiled.decisions.get(name);
  if (decision === undefined) throw new RunFailed({ code: 'unknown-decision', decision: name, message: `规则集里没有名为“${name}”的决策。` });
  if (decision.logic.kind === 'table') return evaluateTable({ decision: name, label: decision.label, table: decision.logic, context });
  return evaluateLiteral(decision.logic, decision, context);
}

function evaluateLiteral(logic: CompiledLiteral, { definition, label }: CompiledDecision, context: ExpressionContext): DecisionTrace {
  const seen = logic.expression.names.map((name) => context[name] ?? null);
  const fail = (code: RuleFailure['code'], message: string): RunFailed => new RunFailed({ decision: definition.name, code, message }, seen);
  const result = evaluate(logic.expression, context);
  if (!result.ok) throw fail('expression-failed', `“${label}”无法计算：${result.problem.message}`);
  const fault = findShapeFault(result.value, logic.definition);
  if (fault?.code === 'missing') throw fail('null-result', `“${label}”算出来${fault.path === '' ? '是空的' : `缺少${fault.path}`}，不能作为结果。`);
  if (fault !== undefined) throw fail('wrong-type', `“${label}${fault.path}”应当是${typeLabels[fault.shape.type]}，算出来是${formatValue(fault.value)}。`);
  if (result.value !== null && !allows(logic.allowed, result.value, logic.definition.list === true)) {
    throw fail('not-allowed', `“${label}”算出来是${formatValue(result.value, logic.definition.type)}，不在允许的值之内。`);
  }
  return { decision: definition.name, seen, matched: [], decided: [], usedDefault: false, result: result.value };
}
