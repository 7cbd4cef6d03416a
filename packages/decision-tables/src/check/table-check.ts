import type { CompiledTable } from '../compile-table.ts';
import type { Budget } from './find-uncovered.ts';
import type { Finding } from './finding.ts';
import type { Space } from './space.ts';

/** One table while it is checked. */
export interface TableCheck {
  readonly decision: string;
  readonly label: string;
  readonly table: CompiledTable;
  readonly space: Space;
  /** Whether columns with different expressions read the same input, so that not every combination can occur. */
  readonly related: boolean;
  readonly budget: Budget;
  /** Findings of one kind that are told at most. */
  readonly most: number;
}

/** Says what was not looked at because the budget is spent. */
export function budgetFinding({ decision, label }: TableCheck, what: string): Finding {
  return { code: 'budget', severity: 'notice', decision, rules: [], message: `“${label}”规则太多，没有查完${what}；请拆成几张表，或用测试用例确认。` };
}
