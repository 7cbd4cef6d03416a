import { BUILTIN_NAMES, CLOCK_NAMES } from './builtin-functions.ts';
import { problemAt } from './describe-problems.ts';
import type { ExpressionFunctions, ExpressionNames, ExpressionProblem, NameType } from './expression.ts';
import type { SyntaxNode } from './syntax-tree.ts';
import { spelledName } from './syntax-tree.ts';

/** What an expression reads and calls, and what is wrong with that. */
export interface Analysis {
  readonly names: Set<string>;
  /** Names inside filters that may be fields of the element or, failing that, names of the context. */
  readonly maybeNames: Set<string>;
  readonly paths: Set<string>;
  readonly builtins: Set<string>;
  readonly functions: Set<string>;
  readonly problems: ExpressionProblem[];
}

/** Names visible at a node: loop variables, lambda parameters, and inside a filter the fields of the element. */
interface Scope {
  readonly locals: ReadonlySet<string>;
  /** Fields of the element a filter looks at: known ones, `'open'` when unknown, none outside filters. */
  readonly elementFields: ReadonlySet<string> | 'open' | 'none';
}

interface Analyser {
  readonly types: Readonly<Record<string, NameType>> | undefined;
  readonly functions: ExpressionFunctions;
  readonly result: Analysis;
}

/** Resolves every name of a parsed expression; `names` undefined accepts any name. */
export function analyseExpression(root: SyntaxNode, names: ExpressionNames | undefined, functions: ExpressionFunctions): Analysis {
  const result: Analysis = { names: new Set(), maybeNames: new Set(), paths: new Set(), builtins: new Set(), functions: new Set(), problems: [] };
  const analyser: Analyser = { types: names === undefined ? undefined : toTypes(names), functions, result };
  visit(analyser, root, { locals: new Set(), elementFields: 'none' });
  return result;
}

/** Names with their types; names of a plain list are of any type. */
export function toTypes(names: ExpressionNames): Readonly<Record<string, NameType>> {
  return isNameList(names) ? Object.fromEntries(names.map((name): [string, NameType] => [name, 'any'])) : names;
}

function isNameList(names: ExpressionNames): names is readonly string[] {
  return Array.isArray(names);
}

function visit(analyser: Analyser, node: SyntaxNode, scope: Scope): void {
  switch (node.name) {
    case 'VariableName':
      readName(analyser, node, node, scope);
      return;
    case 'PathExpression':
      visitPath(analyser, node, scope);
      return;
    case 'FunctionInvocation':
      visitCall(analyser, node, scope);
      return;
    case 'FilterExpression':
      visitFilter(analyser, node, scope);
      return;
    case 'ForExpression':
    case 'QuantifiedExpression':
      visitLoop(analyser, node, scope);
      return;
    case 'FunctionDefinition':
      visitLambda(analyser, node, scope);
      return;
    case 'Comparison':
      for (const part of node.parts) visit(analyser, part, scope);
      noteDateAsText(analyser, node, scope);
      return;
    case 'Type':
    case 'Key':
    case 'ParameterName':
    case 'PathName':
      return;
    default:
      for (const part of node.parts) visit(analyser, part, scope);
  }
}

/** `born > "2020-01-01"` compares a date with text, which has no answer. */
function noteDateAsText({ types, result }: Analyser, node: SyntaxNode, { locals }: Scope): void {
  const date = node.parts.find((part) => {
    const [first = '', ...path] = part.name === 'VariableName' || part.name === 'PathExpression' ? part.text.split('.').map((name) => name.trim()) : [];
    return types !== undefined && !locals.has(first) && typeAt(types, [first, ...path]) === 'date';
  });
  const text = date && node.parts.find(({ name }) => name === 'StringLiteral');
  if (date && text) result.problems.push(problemAt(node, 'date-as-text', `“${date.text}”是日期，不能和文字${text.text}比较，请写成 date("2026-01-01") 这样的日期。`));
}

function typeAt(types: Readonly<Record<string, NameType>>, path: readonly string[]): NameType | undefined {
  const [first = '', ...rest] = path;
  const found = Object.hasOwn(types, first) ? types[first] : undefined;
  return rest.length === 0 || typeof found !== 'object' ? found : typeAt(found, rest);
}

/** Records a name read from the context; false when it is local to the expression. */
function readName(analyser: Analyser, node: SyntaxNode, place: SyntaxNode, scope: Scope): boolean {
  const name = spelledName(node);
  const { result, types } = analyser;
  if (scope.locals.has(name)) return false;
  if (scope.elementFields !== 'none') {
    if (name === 'item' || (scope.elementFields !== 'open' && scope.elementFields.has(name))) return false;
    if (scope.elementFields === 'open' && (types === undefined || !Object.hasOwn(types, name))) {
      result.maybeNames.add(name);
      return false;
    }
  }
  if (types !== undefined && !Object.hasOwn(types, name)) {
    result.problems.push(problemAt(place, 'unknown-name', describeUnknown(name)));
    return false;
  }
  result.names.add(name);
  result.paths.add(name);
  return true;
}

function describeUnknown(name: string): string {
  if (BUILTIN_NAMES.has(name) || CLOCK_NAMES.has(name)) return `“${name}”是函数，要写成“${name}(…)”才能使用。`;
  return `没有名为“${name}”的字段或变量，请检查拼写和运算符。`;
}

function visitPath(analyser: Analyser, node: SyntaxNode, scope: Scope): void {
  const chain = findPathChain(node);
  if (chain === undefined) {
    for (const part of node.parts) visit(analyser, part, scope);
    return;
  }
  const [root, ...steps] = chain;
  const name = spelledName(root);
  if (!readName(analyser, root, root, scope)) return;
  const spelled = steps.map(spelledName);
  analyser.result.paths.delete(name);
  analyser.result.paths.add([name, ...spelled].join('.'));
  checkFields(analyser, name, steps);
}

function checkFields(analyser: Analyser, name: string, steps: readonly SyntaxNode[]): void {
  let type = analyser.types?.[name] ?? 'any';
  for (const step of steps) {
    if (typeof type === 'string') return;
    const field = spelledName(step);
    const next = Object.hasOwn(type, field) ? type[field] : undefined;
    if (next === undefined) {
      analyser.result.problems.push(problemAt(step, 'unknown-name', `“${name}”里没有名为“${field}”的字段，请检查拼写。`));
      return;
    }
    type = next;
  }
}

/** `a.b.c` as its nodes, or undefined when the path starts from something other than a name. */
function findPathChain(node: SyntaxNode): readonly [SyntaxNode, ...SyntaxNode[]] | undefined {
  const steps: SyntaxNode[] = [];
  let current = node;
  while (current.name === 'PathExpression') {
    const [target, , step] = current.parts;
    if (target === undefined || step === undefined) return undefined;
    steps.unshift(step);
    current = target;
  }
  return current.name === 'VariableName' ? [current, ...steps] : undefined;
}

function visitCall(analyser: Analyser, node: SyntaxNode, scope: Scope): void {
  const [target, ...rest] = node.parts;
  if (target === undefined) return;
  const name = target.name === 'SpecialFunctionName' ? target.text.replace(/\s+/g, ' ') : spelledName(target);
  const { result, functions } = analyser;
  const named = target.name === 'VariableName' || target.name === 'SpecialFunctionName';
  if (named && Object.hasOwn(functions, name)) result.functions.add(name);
  else if (named && BUILTIN_NAMES.has(name)) {
    // FEEL resolves names made of its own keywords itself; they return single values and need no guard.
    if (target.name === 'VariableName') result.builtins.add(name);
  } else if (named && CLOCK_NAMES.has(name)) {
    result.problems.push(problemAt(target, 'system-clock', `不能用“${name}()”读取系统时间，请改用名称“today”。`));
  } else result.problems.push(problemAt(target, 'unknown-function', `没有名为“${target.text}”的函数。`));
  for (const part of rest) visit(analyser, part, scope);
}

function visitFilter(analyser: Analyser, node: SyntaxNode, scope: Scope): void {
  const [target, , condition] = node.parts;
  if (target === undefined || condition === undefined) return;
  visit(analyser, target, scope);
  const type = target.name === 'VariableName' ? analyser.types?.[spelledName(target)] : undefined;
  const fields = type === undefined || typeof type === 'string' ? 'open' : new Set(Object.keys(type));
  visit(analyser, condition, { ...scope, elementFields: fields });
}

function visitLoop(analyser: Analyser, node: SyntaxNode, scope: Scope): void {
  const iterators = node.parts.find((part) => part.name === 'InExpressions')?.parts ?? [];
  const locals = new Set(scope.locals);
  for (const iterator of iterators) {
    const [variable, , source] = iterator.parts;
    if (source !== undefined) visit(analyser, source, { ...scope, locals: new Set(locals) });
    if (variable !== undefined) locals.add(spelledName(variable));
  }
  const body = node.parts.at(-1);
  if (body !== undefined) visit(analyser, body, { ...scope, locals });
}

function visitLambda(analyser: Analyser, node: SyntaxNode, scope: Scope): void {
  const parameters = node.parts.find((part) => part.name === 'FormalParameters')?.parts ?? [];
  const locals = new Set(scope.locals);
  for (const parameter of parameters) locals.add(spelledName(parameter.parts[0] ?? parameter));
  const body = node.parts.at(-1);
  if (body !== undefined) visit(analyser, body, { ...scope, locals });
}
