import { createProblem, type Problem, type ProblemCode } from '../problem.ts';
import type { ModdleElement } from './element.ts';

/** Checks an expression's syntax; returns the reason when it is wrong. Supplied by whoever owns the language. */
export type ExpressionCheck = (expression: string) => string | undefined;

/** Collects problems while elements are read, so that an author sees all of them at once. */
export interface Reading {
  readonly problems: Problem[];
  readonly checkExpression: ExpressionCheck | undefined;
  readonly handlers: ReadonlySet<string> | undefined;
}

/** Records a problem about an element. */
export function report(reading: Reading, code: ProblemCode, element: ModdleElement, value?: string): void {
  reading.problems.push(createProblem(code, element, value));
}

/** Records a syntax error of an expression, if the caller supplied a check. */
export function checkExpression(reading: Reading, element: ModdleElement, expression: string | undefined): void {
  if (expression === undefined) return;
  const reason = reading.checkExpression?.(expression);
  if (reason !== undefined) report(reading, 'invalid-expression', element, `${expression}（${reason}）`);
}
