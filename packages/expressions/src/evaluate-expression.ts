import { evaluate as evaluateFeel, unaryTest, type Warning } from 'feelin';
import { checkSize, getGuardedBuiltin } from './builtin-functions.ts';
import { listCapFor } from './check-bounds.ts';
import { type CompiledDetails, getDetails } from './compile-expression.ts';
import { fromFeelValue, isTemporal, toFeelValue } from './convert-values.ts';
import { describeWarning, problemAt } from './describe-problems.ts';
import { LimitExceeded, NotComparable, PatternRefused, ValueRefused } from './evaluation-failures.ts';
import type { EvaluateResult, Expression, ExpressionContext, ExpressionFunction, NameType } from './expression.ts';
import { NOT_QUICK } from './quick-operators.ts';

/**
 * Evaluates a compiled expression; dates leave as ISO strings.
 * Anything the FEEL interpreter merely warns about is a failure, and so is a result without a JSON form.
 */
export function evaluate(expression: Expression, context: ExpressionContext): EvaluateResult {
  const details = getDetails(expression);
  try {
    checkContext(expression, context, listCapFor(details.loopDepth));
    const quick = evaluateQuick(details, context);
    return quick === NOT_QUICK ? evaluateSlow(expression, details, context) : present(expression, quick);
  } catch (error) {
    return { ok: false, problem: describeFailure(expression, error) };
  }
}

/** Evaluates a condition: true only when it holds; an unknown outcome (null) counts as false, anything else is a failure. */
export function evaluateBoolean(expression: Expression, context: ExpressionContext): EvaluateResult<boolean> {
  const result = evaluate(expression, context);
  if (!result.ok) return result;
  if (result.value === null) return { ok: true, value: false };
  if (typeof result.value === 'boolean') return { ok: true, value: result.value };
  return { ok: false, problem: problemAt(wholeOf(expression), 'not-boolean', '条件的结果应当是“是”或“否”。') };
}

/**
 * Whether a value of a declared type fits compiled tests; an unknown outcome (null) counts as not fitting. Throws for an
 * expression that was not compiled in the form `tests`.
 */
export function evaluateTests(tests: Expression, value: unknown, type: NameType, context: ExpressionContext): EvaluateResult<boolean> {
  if (tests.form !== 'tests') throw new TypeError('not compiled as tests');
  const details = getDetails(tests);
  try {
    checkContext(tests, context, listCapFor(details.loopDepth));
    checkSize(value, listCapFor(details.loopDepth));
    const scope = { ...toFeelContext(tests, details, context), '?': toFeelValue(value, type) };
    const { value: fits, warnings } = unaryTest(tests.source, scope);
    const warning = warnings[0];
    return warning === undefined ? { ok: true, value: fits === true } : { ok: false, problem: describeFirst(tests, warning) };
  } catch (error) {
    return { ok: false, problem: describeFailure(tests, error) };
  }
}

function wholeOf(expression: Expression): { from: number; to: number } {
  return { from: 0, to: expression.source.length };
}

function checkContext(expression: Expression, context: ExpressionContext, listCap: number): void {
  for (const name of expression.names) if (Object.hasOwn(context, name)) checkSize(context[name], listCap);
}

function evaluateQuick(details: CompiledDetails, context: ExpressionContext): unknown {
  if (details.quick === undefined) return NOT_QUICK;
  try {
    return details.quick.run(context);
  } catch (error) {
    if (error === NOT_QUICK) return NOT_QUICK;
    throw error;
  }
}

function evaluateSlow(expression: Expression, details: CompiledDetails, context: ExpressionContext): EvaluateResult {
  const { value, warnings } = evaluateFeel(expression.source, toFeelContext(expression, details, context));
  const warning = warnings[0];
  return warning === undefined ? present(expression, value) : { ok: false, problem: describeFirst(expression, warning) };
}

function toFeelContext(expression: Expression, details: CompiledDetails, context: ExpressionContext): Record<string, unknown> {
  const listCap = listCapFor(details.loopDepth);
  const scope: Record<string, unknown> = {};
  for (const name of expression.names) {
    const type = details.types?.[name] ?? 'any';
    if (details.types !== undefined || Object.hasOwn(context, name)) scope[name] = toFeelValue(context[name], type);
  }
  for (const name of details.maybeNames) if (Object.hasOwn(context, name)) scope[name] = toFeelValue(context[name], 'any');
  for (const name of details.builtins) if (!scope[name]) scope[name] = getBuiltin(name, listCap);
  for (const name of details.usedFunctions) {
    const lent = details.functions[name];
    if (lent !== undefined) scope[name] = toFeelFunction(lent);
  }
  return scope;
}

const guarded = new Map<string, unknown>();

function getBuiltin(name: string, listCap: number): unknown {
  const key = `${listCap} ${name}`;
  if (!guarded.has(key)) guarded.set(key, getGuardedBuiltin(name, listCap));
  return guarded.get(key);
}

function toFeelFunction(lent: ExpressionFunction): unknown {
  const call = (...values: unknown[]): unknown => {
    const given = values.map((value) => (isTemporal(value) ? value.toString() : value));
    return toFeelValue(lent.call(...given), lent.returns === 'date' ? 'date' : 'any');
  };
  return Object.assign(call, { $args: [...lent.parameters] });
}

function describeFirst(expression: Expression, warning: Warning): ReturnType<typeof problemAt> {
  return describeWarning(expression.source, warning.type, warning.position.from, warning.position.to);
}

function present(expression: Expression, value: unknown): EvaluateResult {
  const presented = fromFeelValue(value);
  if (presented !== undefined) return { ok: true, value: presented };
  return { ok: false, problem: problemAt(wholeOf(expression), 'unusable-result', '计算结果不是可以保存的值，请检查除数是否为零、结果是否为函数或区间。') };
}

function describeFailure(expression: Expression, error: unknown): ReturnType<typeof problemAt> {
  const whole = wholeOf(expression);
  if (error instanceof LimitExceeded) {
    return problemAt(whole, error.code, error.code === 'list-too-long' ? '参与计算的列表太长，请减少行数。' : '参与计算的文字太长，请缩短。');
  }
  if (error instanceof NotComparable) return problemAt(whole, 'not-comparable', '比较的两边类型不同，例如文字与数字，无法比较大小。');
  if (error instanceof PatternRefused) return problemAt(whole, 'pattern-refused', error.message);
  if (error instanceof ValueRefused) return problemAt(whole, 'invalid-value', `${error.message}。`);
  const reason = error instanceof Error ? error.message : String(error);
  return problemAt(whole, 'evaluation-failed', `表达式无法计算：${reason.slice(0, 200)}。`);
}

