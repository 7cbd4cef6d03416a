import { compile, evaluate as evaluateFeel } from '@tongban/expressions';
import type { Variables } from '../interpreter/index.ts';

/** Evaluates a FEEL expression over process variables. @throws Error with a Chinese reason, which refuses the step */
export function evaluateExpression(source: string, variables: Variables): unknown {
  const compiled = compile(source);
  if (!compiled.ok) throw new Error(compiled.problems[0]?.message ?? '表达式有误');
  const result = evaluateFeel(compiled.expression, variables);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

/** Says in Chinese what is wrong with an expression; undefined when it can be used. */
export function checkExpression(source: string): string | undefined {
  const compiled = compile(source);
  return compiled.ok ? undefined : compiled.problems.map((problem) => problem.message).join('');
}
