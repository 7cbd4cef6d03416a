import { findExpression } from '@tongban/bpmn-model';
import { refuse, type Run } from './run.ts';
import type { Variables } from './state.ts';

/** Evaluates an expression; refuses the step when the evaluator throws. */
export function evaluateExpression(run: Run, node: string, expression: string, variables: Variables): unknown {
  try {
    return run.env.evaluate(expression, variables);
  } catch (error) {
    refuse(run, 'expression-failed', { node, expression, reason: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}

/** Evaluates a condition. An unknown outcome (null) is no; anything else but true or false refuses the step. */
export function evaluateCondition(run: Run, node: string, expression: string, variables: Variables): boolean {
  const value = evaluateExpression(run, node, expression, variables);
  if (typeof value === 'boolean') return value;
  if (value === null) return false;
  refuse(run, 'condition-not-boolean', { node, expression, value: value === undefined ? null : value });
  return false;
}

/** Returns a literal as it is, or the value of one written with a leading `=`. */
export function evaluateValue(run: Run, node: string, value: string, variables: Variables): unknown {
  const expression = findExpression(value);
  return expression === undefined ? value : evaluateExpression(run, node, expression, variables);
}
