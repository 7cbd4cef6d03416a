import { isIsoDate, isRecord } from './convert-values.ts';
import { ValueRefused } from './evaluation-failures.ts';
import type { ExpressionContext, ExpressionFunctions, NameType } from './expression.ts';
import { andValues, calculate, compareSimple, equalSimple, NOT_QUICK, orValues, requireNumber, requireSimple } from './quick-operators.ts';
import type { SyntaxNode } from './syntax-tree.ts';
import { spelledName } from './syntax-tree.ts';

/**
 * A part of an expression turned into a closure. `date` values are ISO strings that sort like the dates they name, so
 * they may only meet other dates.
 */
export interface QuickNode {
  readonly kind: 'plain' | 'date' | 'null';
  readonly run: (context: ExpressionContext) => unknown;
}

export interface QuickScope {
  readonly types: Readonly<Record<string, NameType>> | undefined;
  readonly functions: ExpressionFunctions;
}

/**
 * Turns the common part of FEEL (comparison, logic, arithmetic, membership, `if`, paths, a few functions) into closures,
 * so that a form's conditions need no parsing per keystroke. Undefined when the expression uses anything else.
 */
export function compileQuick(node: SyntaxNode, scope: QuickScope): QuickNode | undefined {
  const build = BUILDERS[node.name];
  return build?.(node, scope);
}

type Builder = (node: SyntaxNode, scope: QuickScope) => QuickNode | undefined;

const BUILDERS: Readonly<Record<string, Builder | undefined>> = {
  Root: (node, scope) => only(node, scope),
  Expression: (node, scope) => only(node, scope),
  ParenthesizedExpression: (node, scope) => partAt(node, 1, scope),
  NumericLiteral: (node) => constant(node.text.includes('.') ? Number.parseFloat(node.text) : Number.parseInt(node.text, 10)),
  BooleanLiteral: (node) => constant(node.text === 'true'),
  StringLiteral: (node) => (node.text.includes('\\') ? undefined : constant(node.text.slice(1, -1))),
  null: () => ({ kind: 'null', run: () => null }),
  VariableName: buildName,
  PathExpression: buildPath,
  Comparison: buildComparison,
  Conjunction: (node, scope) => buildPair(node, scope, andValues),
  Disjunction: (node, scope) => buildPair(node, scope, orValues),
  ArithmeticExpression: buildArithmetic,
  IfExpression: buildIf,
  FunctionInvocation: buildCall,
  DateTimeLiteral: buildDateLiteral,
};

function constant(value: unknown): QuickNode {
  return { kind: 'plain', run: () => value };
}

function plain(run: QuickNode['run']): QuickNode {
  return { kind: 'plain', run };
}

function only(node: SyntaxNode, scope: QuickScope): QuickNode | undefined {
  return node.parts.length === 1 ? partAt(node, 0, scope) : undefined;
}

function partAt(node: SyntaxNode, index: number, scope: QuickScope): QuickNode | undefined {
  const part = node.parts[index];
  return part === undefined ? undefined : compileQuick(part, scope);
}

function buildName(node: SyntaxNode, scope: QuickScope): QuickNode {
  const name = spelledName(node);
  const type = scope.types?.[name] ?? 'any';
  const declared = scope.types !== undefined;
  const read = (context: ExpressionContext): unknown => {
    const value = Object.hasOwn(context, name) ? context[name] : undefined;
    if (value === undefined && !declared) throw NOT_QUICK;
    return value ?? null;
  };
  return type === 'date' ? { kind: 'date', run: (context) => requireDate(read(context)) } : plain(read);
}

function requireDate(value: unknown): string | null {
  if (value === null) return null;
  if (typeof value !== 'string') throw NOT_QUICK;
  if (!isIsoDate(value)) throw new ValueRefused('日期应写成 2026-11-20 的样子');
  return value;
}

function buildPath(node: SyntaxNode, scope: QuickScope): QuickNode | undefined {
  const [targetNode, , step] = node.parts;
  if (targetNode?.name !== 'VariableName' || step === undefined) return undefined;
  const field = spelledName(step);
  const type = scope.types?.[spelledName(targetNode)] ?? 'any';
  const isDate = typeof type === 'object' && type[field] === 'date';
  const declared = typeof type === 'object' && Object.hasOwn(type, field);
  const target = buildName(targetNode, scope);
  const pick = (value: unknown): unknown => {
    if (!isRecord(value)) throw NOT_QUICK;
    const entry = Object.hasOwn(value, field) ? value[field] : undefined;
    if (entry === undefined && !declared) throw NOT_QUICK;
    return isDate ? requireDate(entry ?? null) : (entry ?? null);
  };
  const run = (context: ExpressionContext): unknown => {
    const value = target.run(context);
    if (!Array.isArray(value)) return pick(value);
    // A list of dates is not a date: leave it to the interpreter.
    if (isDate) throw NOT_QUICK;
    return value.map(pick);
  };
  return { kind: isDate ? 'date' : 'plain', run };
}

function buildPair(node: SyntaxNode, scope: QuickScope, combine: (left: unknown, right: unknown) => unknown): QuickNode | undefined {
  const left = partAt(node, 0, scope);
  const right = partAt(node, 2, scope);
  if (left === undefined || right === undefined) return undefined;
  return plain((context) => combine(left.run(context), right.run(context)));
}

function buildComparison(node: SyntaxNode, scope: QuickScope): QuickNode | undefined {
  const left = partAt(node, 0, scope);
  const operator = node.parts[1];
  if (left === undefined || operator === undefined) return undefined;
  if (operator.name === 'in') return buildMembership(left, node.parts.slice(2), scope);
  const right = partAt(node, 2, scope);
  if (operator.name !== 'CompareOp' || right === undefined) return undefined;
  if (left.kind !== right.kind && left.kind !== 'null' && right.kind !== 'null') return undefined;
  const sign = operator.text;
  if (sign === '=' || sign === '!=') {
    return plain((context) => {
      const equal = equalSimple(requireSimple(left.run(context)), requireSimple(right.run(context)));
      return equal === null || sign === '=' ? equal : !equal;
    });
  }
  return plain((context) => compareSimple(sign, requireSimple(left.run(context)), requireSimple(right.run(context))));
}

/** `x in [1, 2]`, `x in (1, 2)` and `x in list`, for plain values. */
function buildMembership(left: QuickNode, parts: readonly SyntaxNode[], scope: QuickScope): QuickNode | undefined {
  if (left.kind === 'date') return undefined;
  const tests = parts.flatMap((part) => {
    if (part.name === 'PositiveUnaryTests') return part.parts.flatMap((test) => test.parts);
    return part.name === 'PositiveUnaryTest' ? part.parts : [];
  });
  const first = tests[0];
  const elements = tests.length === 1 && first?.name === 'List' ? first.parts.filter((part) => part.name !== '[' && part.name !== ']') : tests;
  const candidates = elements.map((element) => compileQuick(element, scope));
  const known = candidates.filter((candidate) => candidate !== undefined && candidate.kind !== 'date');
  if (known.length === 0 || known.length !== candidates.length) return undefined;
  return plain((context) => {
    const value = requireSimple(left.run(context));
    const values = known.flatMap((candidate) => candidate?.run(context) ?? null);
    return values.map((candidate) => equalSimple(value, requireSimple(candidate))).includes(true);
  });
}

function buildArithmetic(node: SyntaxNode, scope: QuickScope): QuickNode | undefined {
  if (node.parts.length === 2) {
    const value = partAt(node, 1, scope);
    return value?.kind === 'plain' ? plain((context) => 0 - requireNumber(value.run(context))) : undefined;
  }
  const left = partAt(node, 0, scope);
  const right = partAt(node, 2, scope);
  const operator = node.parts[1]?.text ?? '';
  if (left?.kind !== 'plain' || right?.kind !== 'plain') return undefined;
  return plain((context) => calculate(operator, requireNumber(left.run(context)), requireNumber(right.run(context))));
}

function buildIf(node: SyntaxNode, scope: QuickScope): QuickNode | undefined {
  const condition = partAt(node, 1, scope);
  const yes = partAt(node, 3, scope);
  const no = partAt(node, 5, scope);
  if (condition === undefined || yes === undefined || no === undefined) return undefined;
  if (yes.kind !== no.kind && yes.kind !== 'null' && no.kind !== 'null') return undefined;
  const run = (context: ExpressionContext): unknown => {
    const value = condition.run(context);
    return value !== false && value !== null ? yes.run(context) : no.run(context);
  };
  return { kind: yes.kind === 'null' ? no.kind : yes.kind, run };
}

function buildCall(node: SyntaxNode, scope: QuickScope): QuickNode | undefined {
  const [target, ...rest] = node.parts;
  if (target?.name !== 'VariableName') return undefined;
  const name = spelledName(target);
  const parameters = rest.find((part) => part.name === 'PositionalParameters')?.parts ?? [];
  if (rest.some((part) => part.name === 'NamedParameters')) return undefined;
  const values = parameters.map((part) => compileQuick(part, scope));
  const known = values.flatMap((value) => (value === undefined ? [] : [value]));
  if (known.length !== values.length) return undefined;
  const lent = Object.hasOwn(scope.functions, name) ? scope.functions[name] : undefined;
  if (lent !== undefined) {
    if (known.length > lent.parameters.length) return undefined;
    const run = (context: ExpressionContext): unknown => lent.call(...known.map((value) => value.run(context))) ?? null;
    return lent.returns === 'date' ? { kind: 'date', run: (context) => requireDate(run(context)) } : plain(run);
  }
  const [argument] = known;
  if (argument?.kind !== 'plain' || known.length !== 1) return undefined;
  return buildBuiltin(name, argument);
}

function buildBuiltin(name: string, argument: QuickNode): QuickNode | undefined {
  if (name === 'not') {
    return plain((context) => {
      const value = argument.run(context);
      return typeof value === 'boolean' ? !value : null;
    });
  }
  if (name === 'count') return plain((context) => requireList(argument.run(context)).length);
  if (name !== 'sum') return undefined;
  return plain((context) => {
    const list = requireList(argument.run(context));
    return list.length === 0 ? null : list.reduce((sum: number, value) => sum + requireNumber(value), 0);
  });
}

function requireList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw NOT_QUICK;
}

/** `date("2026-11-20")` and `@"2026-11-20"`. */
function buildDateLiteral(node: SyntaxNode): QuickNode | undefined {
  const text = /^(?:date\s*\(\s*|@)"(\d{4}-\d{2}-\d{2})"\s*\)?$/.exec(node.text)?.[1];
  return text !== undefined && isIsoDate(text) ? { kind: 'date', run: () => text } : undefined;
}
