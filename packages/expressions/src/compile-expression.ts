import { analyseExpression, toTypes } from './analyse-expression.ts';
import { checkBounds } from './check-bounds.ts';
import { findSyntaxProblems, problemAt } from './describe-problems.ts';
import type { CompileResult, Expression, ExpressionForm, ExpressionFunctions, ExpressionNames, ExpressionProblem, NameType } from './expression.ts';
import { LIMITS } from './limits.ts';
import { lintExpression } from './lint-expression.ts';
import { compileQuick, type QuickNode } from './quick-evaluator.ts';
import { parseSyntax } from './syntax-tree.ts';

export interface CompileOptions {
  /** Names the expression may use, optionally typed; left out, any name is accepted and must have a value when evaluated. */
  readonly names?: ExpressionNames;
  /** Functions lent by the caller, such as working-day arithmetic. Keep one object and reuse it: it is part of the cache key. */
  readonly functions?: ExpressionFunctions;
  /** What the source is; `expression` when left out. */
  readonly form?: ExpressionForm;
}

/** What evaluation needs beyond the public face of an expression. */
export interface CompiledDetails {
  readonly types: Readonly<Record<string, NameType>> | undefined;
  readonly functions: ExpressionFunctions;
  readonly usedFunctions: readonly string[];
  readonly builtins: readonly string[];
  /** Names a filter may mean either as a field or as a name of the context; passed on when present. */
  readonly maybeNames: readonly string[];
  readonly loopDepth: number;
  readonly quick: QuickNode | undefined;
}

const NO_FUNCTIONS: ExpressionFunctions = Object.freeze({});
const details = new WeakMap<Expression, CompiledDetails>();
const caches = new WeakMap<ExpressionFunctions, Map<string, CompileResult>>();

/**
 * Compiles a FEEL expression, or says in Chinese what is wrong with it.
 * Refuses unknown names, known traps of the language and anything whose running time could not be bounded; results are cached.
 * Source: OMG DMN 1.3 chapter 10; FRM-03.
 */
export function compile(source: string, options: CompileOptions = {}): CompileResult {
  const functions = options.functions ?? NO_FUNCTIONS;
  const cache = caches.get(functions) ?? new Map<string, CompileResult>();
  caches.set(functions, cache);
  const key = JSON.stringify([source, options.form ?? 'expression', options.names ?? null]);
  const cached = cache.get(key);
  if (cached !== undefined) return cached;
  const result = compileAnew(source, options.form ?? 'expression', options.names, functions);
  const oldest = cache.keys().next();
  if (cache.size >= LIMITS.cacheSize && oldest.done !== true) cache.delete(oldest.value);
  cache.set(key, result);
  return result;
}

/** Names an expression reads from its context, sorted. */
export function referencedNames(expression: Expression): readonly string[] {
  return expression.names;
}

/** Details of an expression made by `compile`; throws for anything else. */
export function getDetails(expression: Expression): CompiledDetails {
  const found = details.get(expression);
  if (found === undefined) throw new TypeError('not an expression made by compile()');
  return found;
}

function compileAnew(source: string, form: ExpressionForm, names: ExpressionNames | undefined, functions: ExpressionFunctions): CompileResult {
  const whole = { from: 0, to: source.length };
  if (source.trim() === '') return { ok: false, problems: [problemAt(whole, 'empty', '请填写表达式。')] };
  if (source.length > LIMITS.sourceLength) {
    return { ok: false, problems: [problemAt(whole, 'too-long', `表达式不能超过 ${LIMITS.sourceLength} 个字符，请拆成几个字段。`)] };
  }
  const types = names === undefined ? undefined : toTypes(names);
  const root = parseSyntax(source, [...Object.keys(types ?? {}), ...Object.keys(functions)], form);
  const syntax = findSyntaxProblems(root, source);
  if (syntax.length > 0) return { ok: false, problems: syntax };
  const analysis = analyseExpression(root, names, functions);
  const bounds = checkBounds(root);
  const problems: ExpressionProblem[] = [...analysis.problems, ...lintExpression(root), ...bounds.problems];
  for (const name of [...analysis.builtins, ...analysis.functions]) {
    if (analysis.names.has(name)) problems.push(problemAt(whole, 'name-is-function', `“${name}”同时是字段名和函数名，请给字段换个名称。`));
  }
  if (problems.length > 0) return { ok: false, problems };
  const quick = form === 'tests' ? undefined : compileQuick(root, { types, functions });
  const expression: Expression = Object.freeze({
    source, form, names: [...analysis.names].sort(), paths: [...analysis.paths].sort(), quick: quick !== undefined, loopDepth: bounds.loopDepth,
  });
  details.set(expression, {
    types, functions, quick, loopDepth: bounds.loopDepth, builtins: [...analysis.builtins],
    maybeNames: [...analysis.maybeNames], usedFunctions: [...analysis.functions],
  });
  return { ok: true, expression };
}
