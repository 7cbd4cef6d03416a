import { compileRuleSet, type CompiledRuleSet, type DecisionTable, type HitPolicy, type RuleInput, type RuleSet, type TableInput, type TableOutput } from '../index.ts';

/** One line of a table: tests, results, and a remark. */
export type Row = readonly [inputs: readonly string[], outputs: readonly string[], annotation?: string];

export interface TableText {
  readonly hitPolicy?: HitPolicy;
  readonly inputs: readonly (Omit<RuleInput, 'id'> & { readonly column?: Omit<TableInput, 'id'> })[];
  readonly outputs?: readonly Omit<TableOutput, 'id'>[];
  readonly rows: readonly Row[];
}

/** A rule set of one table, `结果`, whose columns are its inputs. */
export function tableOf({ hitPolicy = 'U', inputs, outputs = [{ name: '结果', type: 'text' }], rows }: TableText): RuleSet {
  const table: DecisionTable = {
    kind: 'table', hitPolicy,
    inputs: inputs.map((input, index) => ({ id: `in${index}`, ...(input.column ?? { expression: input.name }) })),
    outputs: outputs.map((output, index) => ({ id: `out${index}`, ...output })),
    rules: rows.map(([tests, results, annotation], index) => ({ id: `r${index + 1}`, inputs: tests, outputs: results, ...(annotation !== undefined && { annotation }) })),
  };
  return {
    inputs: inputs.map(({ column: _, ...input }, index) => ({ id: `i${index}`, ...input })),
    decisions: [{ id: 'd', name: '结果', requires: inputs.map((input) => input.name), logic: table }],
  };
}

/** Compiles, or fails with the problems. */
export function compiled(ruleSet: RuleSet): CompiledRuleSet {
  const result = compileRuleSet(ruleSet);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.compiled;
}
