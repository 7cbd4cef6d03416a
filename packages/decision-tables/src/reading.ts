import type { Expression, ExpressionFunctions, ExpressionNames } from '@tongban/expressions';
import { type CellTest, compileCell } from './compile-cell.ts';
import type { RulePlace, RuleProblem } from './problem.ts';
import type { ValueShape } from './rule-set.ts';

/** What a decision may read, with its types. */
export interface Reading {
  readonly place: RulePlace;
  readonly names: ExpressionNames;
  readonly functions: ExpressionFunctions;
  readonly problems: RuleProblem[];
  /** The inputs and decisions that the decision requires, by name. */
  readonly shapes: ReadonlyMap<string, ValueShape>;
  /** Adds to the work one run may ask for. */
  readonly count: (expression: Expression) => void;
}

/** Compiles the allowed values of an input, a column or a result; they may read nothing but the value itself. */
export function compileAllowed(shape: Pick<ValueShape, 'type' | 'allowedValues'>, reading: Pick<Reading, 'functions' | 'problems' | 'place' | 'count'>): CellTest {
  if (shape.allowedValues === undefined) return { kind: 'any' };
  const result = compileCell(shape.allowedValues, shape.type, [], reading.functions);
  if (!result.ok) {
    reading.problems.push(...result.problems.map(({ code, message }) => ({ ...reading.place, code: `allowed-values-${code}`, message: `允许的值：${message}` })));
    return { kind: 'any' };
  }
  if (result.test.kind === 'free') reading.count(result.test.tests);
  return result.test;
}

/** What people read for an input, a decision or a column. */
export function labelOf(named: { readonly name: string; readonly label?: string }): string {
  return named.label === undefined || named.label.trim() === '' ? named.name : named.label;
}
