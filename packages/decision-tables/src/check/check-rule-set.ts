import type { CompiledRuleSet } from '../compile-rule-set.ts';
import type { CompiledTable } from '../compile-table.ts';
import { checkGaps, checkImpossible, checkUnreachable } from './check-coverage.ts';
import { checkPairs } from './check-pairs.ts';
import type { Finding } from './finding.ts';
import { buildSpace } from './space.ts';
import type { TableCheck } from './table-check.ts';

export interface CheckOptions {
  /** Steps that the searches of all tables together may take; 20,000,000 when left out, about a second. */
  readonly budget?: number;
  /** Findings of one kind told for one table; 20 when left out. */
  readonly most?: number;
}

/**
 * Finds rules that contradict themselves, repeat others, fit together where they must not or never decide, and inputs that
 * no rule fits, each with row numbers and an example. Exact for comparisons, intervals, enumerations, truth values and
 * dates; of cells in free FEEL it says that it cannot judge (DEC-02).
 */
export function checkRuleSet(compiled: CompiledRuleSet, { budget = 20_000_000, most = 20 }: CheckOptions = {}): readonly Finding[] {
  const shared = { left: budget };
  return [...compiled.decisions.values()].flatMap(({ definition, label, logic }) => {
    if (logic.kind === 'expression') return [];
    const check: TableCheck = {
      decision: definition.name, label, table: logic, space: buildSpace(logic), related: hasRelatedColumns(compiled, logic), budget: shared, most,
    };
    return [...checkImpossible(check), ...checkPairs(check), ...checkUnreachable(check), ...checkGaps(check)];
  });
}

function hasRelatedColumns(compiled: CompiledRuleSet, table: CompiledTable): boolean {
  const sources = new Map<string, readonly string[]>();
  for (const column of table.columns) sources.set(column.definition.expression.trim(), column.expression.paths.flatMap((path) => rootsOf(compiled, path)));
  const lists = [...sources.values()];
  return lists.some((one, index) => lists.slice(index + 1).some((other) => one.some((path) => other.some((its) => overlaps(path, its)))));
}

/** The paths into inputs that a path stands on: itself, or what the decision it names reads. */
function rootsOf(compiled: CompiledRuleSet, path: string): readonly string[] {
  const decision = compiled.decisions.get(path) ?? compiled.decisions.get(path.split('.')[0] ?? '');
  if (decision === undefined) return [path];
  return decision.definition.requires.flatMap((name) => rootsOf(compiled, name));
}

function overlaps(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
}
