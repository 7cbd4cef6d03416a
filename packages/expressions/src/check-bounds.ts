import { QUADRATIC_NAMES } from './builtin-functions.ts';
import { problemAt } from './describe-problems.ts';
import type { ExpressionProblem } from './expression.ts';
import { LIMITS } from './limits.ts';
import type { SyntaxNode } from './syntax-tree.ts';
import { spelledName, walkSyntax } from './syntax-tree.ts';

/** How work grows with the length of lists: as length to the power of `cost`. */
interface Growth {
  /** Power by which a produced list grows; 0 for anything that is not a list. */
  readonly list: number;
  readonly cost: number;
}

export interface BoundsVerdict {
  readonly problems: readonly ExpressionProblem[];
  /** 0, 1 or 2: loops inside one another. */
  readonly loopDepth: number;
}

const NESTING = new Set([
  'ParenthesizedExpression', 'FunctionInvocation', 'IfExpression', 'List', 'Context', 'FilterExpression', 'ForExpression',
  'QuantifiedExpression', 'FunctionDefinition',
]);
const TRANSPARENT_TESTS = new Set(['PositiveUnaryTest', 'PositiveUnaryTests', 'SimplePositiveUnaryTest', 'List', 'ParenthesizedExpression']);

/** Refuses expressions whose running time no bound on their input would bound. */
export function checkBounds(root: SyntaxNode): BoundsVerdict {
  const problems: ExpressionProblem[] = [];
  const deepest = measureNesting(root);
  if (deepest > LIMITS.nesting) problems.push(problemAt(root, 'too-deep', `括号和函数最多嵌套 ${LIMITS.nesting} 层，请拆成几个字段。`));
  checkShapes(root, undefined, false, problems);
  const growth = measureGrowth(root);
  if (growth.cost > LIMITS.loopDepth) {
    problems.push(problemAt(root, 'too-many-loops', `循环和筛选最多套 ${LIMITS.loopDepth} 层，请拆成几个字段。`));
  }
  return { problems, loopDepth: growth.cost };
}

/** Longest list an expression of this loop depth may be given or produce. */
export function listCapFor(loopDepth: number): number {
  return loopDepth >= 2 ? Math.floor(Math.sqrt(LIMITS.loopSteps)) : LIMITS.listLength;
}

function measureNesting(node: SyntaxNode): number {
  const below = node.parts.reduce((deepest, part) => Math.max(deepest, measureNesting(part)), 0);
  return below + (NESTING.has(node.name) ? 1 : 0);
}

function checkShapes(node: SyntaxNode, parent: SyntaxNode | undefined, inTest: boolean, problems: ExpressionProblem[]): void {
  if (node.name === 'FunctionDefinition' && !isSortArgument(parent)) {
    problems.push(problemAt(node, 'function-definition', '只能在 sort 里写自定义函数。'));
  }
  if (node.name === 'VariableName' && spelledName(node) === 'partial') {
    problems.push(problemAt(node, 'partial', '不能使用“partial”，循环不能依赖自己的中间结果。'));
  }
  if (node.name === 'Context') checkContext(node, problems);
  if ((node.name === 'Interval' && !inTest) || (node.name === 'IterationContext' && node.parts.length > 1)) checkRange(node, problems);
  for (const part of node.parts) {
    const test = part.name === 'PositiveUnaryTest' || part.name === 'PositiveUnaryTests' || (inTest && TRANSPARENT_TESTS.has(part.name));
    const keeps = part.name === 'Interval' || part.name === 'List' || TRANSPARENT_TESTS.has(part.name);
    checkShapes(part, node, test || (inTest && keeps), problems);
  }
}

function isSortArgument(parent: SyntaxNode | undefined): boolean {
  return parent?.name === 'PositionalParameters' || parent?.name === 'NamedParameter';
}

/** Entries that build on earlier entries could double a list at every step. */
function checkContext(node: SyntaxNode, problems: ExpressionProblem[]): void {
  const earlier = new Set<string>();
  for (const entry of node.parts.filter((part) => part.name === 'ContextEntry')) {
    const [key, value] = entry.parts;
    if (value !== undefined) {
      walkSyntax(value, (inner) => {
        if (inner.name === 'VariableName' && earlier.has(spelledName(inner))) {
          problems.push(problemAt(inner, 'context-reference', '对象里的一项不能引用同一对象的另一项。'));
        }
      });
    }
    if (key !== undefined) earlier.add(spelledName(key.parts[0] ?? key).replace(/^"|"$/g, ''));
  }
}

function checkRange(node: SyntaxNode, problems: ExpressionProblem[]): void {
  const bounds = node.parts.filter((part) => part.name !== '[' && part.name !== ']' && part.name !== '(' && part.name !== ')' && part.name !== '..');
  const numbers = bounds.map((bound) => (/^-?\d+$/.test(bound.text) ? Number(bound.text) : NaN));
  const [from = NaN, to = NaN] = numbers;
  if (!(Math.abs(to - from) < listCapFor(2))) {
    problems.push(problemAt(node, 'range-too-long', `循环的范围要写成整数，且不超过 ${listCapFor(2)} 个。`));
  }
}

function measureGrowth(node: SyntaxNode): Growth {
  switch (node.name) {
    case 'VariableName':
      return { list: 1, cost: 0 };
    case 'FilterExpression': {
      const target = measureAt(node, 0);
      const condition = measureAt(node, 2);
      const list = Math.max(target.list, 1);
      return { list, cost: Math.max(target.cost, list + condition.cost) };
    }
    case 'ForExpression':
    case 'QuantifiedExpression':
      return measureLoop(node);
    case 'PathExpression': {
      const target = measureAt(node, 0);
      return { list: Math.max(target.list, 1), cost: Math.max(target.cost, target.list > 1 ? target.list : 0) };
    }
    case 'FunctionInvocation':
      return measureCall(node);
    default:
      return node.parts.map(measureGrowth).reduce(widest, { list: 0, cost: 0 });
  }
}

function measureAt(node: SyntaxNode, index: number): Growth {
  const part = node.parts[index];
  return part === undefined ? { list: 0, cost: 0 } : measureGrowth(part);
}

function widest(left: Growth, right: Growth): Growth {
  return { list: Math.max(left.list, right.list), cost: Math.max(left.cost, right.cost) };
}

function measureLoop(node: SyntaxNode): Growth {
  const iterators = (node.parts.find((part) => part.name === 'InExpressions')?.parts ?? []).map((iterator) => measureAt(iterator, 2));
  const list = iterators.reduce((sum, iterator) => sum + Math.max(iterator.list, 1), 0);
  const inner = iterators.reduce((cost, iterator) => Math.max(cost, iterator.cost), 0);
  const body = measureGrowth(node.parts.at(-1) ?? node);
  const nestedSources = iterators.slice(1).some((iterator) => iterator.cost > 0) ? list - 1 + inner : inner;
  return { list: node.name === 'ForExpression' ? list : 0, cost: Math.max(nestedSources, list + body.cost) };
}

function measureCall(node: SyntaxNode): Growth {
  const [target, ...rest] = node.parts;
  const given = rest.map(measureGrowth).reduce(widest, { list: 0, cost: 0 });
  const own = target !== undefined && QUADRATIC_NAMES.has(spelledName(target)) ? given.list * 2 : given.list > 1 ? given.list : 0;
  const lambda = rest.some((part) => part.text.includes('function')) ? given.list + given.cost : 0;
  return { list: Math.min(given.list, 1), cost: Math.max(given.cost, own, lambda) };
}
