import { describeCell } from './compile-cell.ts';
import type { CompiledDecision, CompiledRuleSet } from './compile-rule-set.ts';
import type { CompiledTable } from './compile-table.ts';
import type { DecisionTrace, RuleOutcome } from './outcome.ts';
import type { HitPolicy, ValueType } from './rule-set.ts';
import { formatValue } from './values.ts';

export interface ExplainedValue {
  readonly label: string;
  readonly value: string;
}

/** A rule that fits: what each of its conditions asks and what it saw. */
export interface ExplainedRule {
  readonly number: number;
  readonly id: string;
  /** Whether its outputs are part of the result. */
  readonly decided: boolean;
  readonly annotation: string;
  readonly conditions: readonly { readonly label: string; readonly test: string; readonly value: string }[];
}

export interface ExplainedDecision {
  readonly decision: string;
  readonly label: string;
  /** One sentence: what decided, and what came of it. */
  readonly summary: string;
  readonly seen: readonly ExplainedValue[];
  readonly rules: readonly ExplainedRule[];
  /** In words; undefined when the decision failed. */
  readonly result: string | undefined;
}

export const hitPolicyLabels: Readonly<Record<HitPolicy, string>> = {
  U: '唯一：只允许一行适用', A: '任一：适用的各行结果相同', P: '优先级：取优先的结果', F: '首个：取第一行适用的',
  R: '按规则顺序列出', O: '按优先级列出', C: '全部列出', 'C+': '求和', 'C<': '取最小', 'C>': '取最大', 'C#': '计数',
};

/** Says in Chinese why a run came out as it did: which rules fit, what each condition saw, what decided (DEC-02, design §5.8). */
export function explainOutcome(compiled: CompiledRuleSet, outcome: RuleOutcome): readonly ExplainedDecision[] {
  return outcome.trace.flatMap((step, index) => {
    const decision = compiled.decisions.get(step.decision);
    if (decision === undefined) return [];
    const failed = !outcome.ok && index === outcome.trace.length - 1;
    return [explainDecision(compiled, decision, step, failed ? outcome.failure.message : undefined)];
  });
}

function explainDecision({ inputs }: CompiledRuleSet, decision: CompiledDecision, step: DecisionTrace, failure: string | undefined): ExplainedDecision {
  const { logic, label } = decision;
  const result = failure === undefined ? formatResult(decision, step.result) : undefined;
  const shared = { decision: step.decision, label, result };
  if (logic.kind === 'expression') {
    const seen = logic.expression.names.slice(0, step.seen.length).map((name, index): ExplainedValue => ({ label: inputs.get(name)?.label ?? name, value: formatValue(step.seen[index], inputs.get(name)?.definition.type) }));
    return { ...shared, seen, rules: [], summary: failure ?? `“${label}”由表达式 ${logic.definition.expression.trim()} 算得${result ?? ''}。` };
  }
  const seen = step.seen.map((value, index): ExplainedValue => ({ label: logic.columns[index]?.label ?? '', value: formatSeen(logic, value, index) }));
  return { ...shared, seen, rules: step.matched.flatMap((number) => explainRule(logic, step, number)), summary: failure ?? summarize(label, logic, step, result ?? '') };
}

function summarize(label: string, { definition }: CompiledTable, step: DecisionTrace, result: string): string {
  if (step.usedDefault) return `“${label}”没有一行规则适用，取默认结果${result}。`;
  if (step.matched.length === 0) return `“${label}”没有一行规则适用，结果是${result}。`;
  const rows = `第 ${step.decided.join('、')} 行`;
  if (step.matched.length === 1) return `“${label}”由${rows}决定，结果是${result}。`;
  const fitting = step.matched.length === step.decided.length ? '' : `第 ${step.matched.join('、')} 行适用，`;
  return `“${label}”${fitting}由${rows}决定（${hitPolicyLabels[definition.hitPolicy]}），结果是${result}。`;
}

function explainRule(table: CompiledTable, step: DecisionTrace, number: number): ExplainedRule[] {
  const rule = table.rules[number - 1];
  if (rule === undefined) return [];
  const conditions = rule.tested.toSorted((one, other) => one.column - other.column).map(({ column, test }) => ({
    label: table.columns[column]?.label ?? '', test: describeCell(test), value: formatSeen(table, step.seen[column], column),
  }));
  return [{ number, id: rule.definition.id, decided: step.decided.includes(number), annotation: rule.definition.annotation ?? '', conditions }];
}

function formatSeen(table: CompiledTable, value: unknown, column: number): string {
  return formatValue(value, table.columns[column]?.shape.type ?? 'any');
}

function formatResult({ logic }: CompiledDecision, value: unknown): string {
  if (logic.kind === 'expression') return formatValue(value, logic.definition.type);
  const types = new Map(logic.outputs.map((output): [string, [string, ValueType]] => [output.definition.name, [output.label, output.definition.type]]));
  const [only] = logic.outputs;
  const one = (entry: unknown): string => {
    if (logic.outputs.length === 1) return formatValue(entry, logic.definition.hitPolicy === 'C#' ? 'number' : only?.definition.type ?? 'any');
    if (typeof entry !== 'object' || entry === null) return formatValue(entry);
    return Object.entries(entry).map(([name, part]) => `${types.get(name)?.[0] ?? name} ${formatValue(part, types.get(name)?.[1] ?? 'any')}`).join('，');
  };
  if (!Array.isArray(value)) return one(value);
  return value.length === 0 ? '空列表' : value.map(one).join('；');
}
