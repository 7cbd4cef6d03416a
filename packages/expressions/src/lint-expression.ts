import { problemAt } from './describe-problems.ts';
import type { ExpressionProblem } from './expression.ts';
import type { SyntaxNode } from './syntax-tree.ts';
import { walkSyntax } from './syntax-tree.ts';

const LOGIC = new Set(['Conjunction', 'Disjunction']);
const NOT_BOOLEAN = new Set(['StringLiteral', 'NumericLiteral', 'List', 'Context', 'ArithmeticExpression']);

/** Finds ways of writing that FEEL accepts but reads otherwise than the author means. */
export function lintExpression(root: SyntaxNode): ExpressionProblem[] {
  const problems: ExpressionProblem[] = [];
  walkSyntax(root, (node) => {
    const problem = lintNode(node);
    if (problem !== undefined) problems.push(problem);
  });
  return problems;
}

function lintNode(node: SyntaxNode): ExpressionProblem | undefined {
  if (node.name === 'Comparison') return lintMembership(node) ?? lintChain(node);
  if (LOGIC.has(node.name)) {
    const operand = node.parts.find((part) => NOT_BOOLEAN.has(part.name));
    if (operand === undefined) return undefined;
    const word = node.name === 'Conjunction' ? 'and' : 'or';
    return problemAt(operand, 'not-boolean', `“${word}”两边都要是条件，“${operand.text}”不是。要比较几个值请写“x in ("甲", "乙")”。`);
  }
  return undefined;
}

/** `x in [1, 2] and y` is read as `x in ([1, 2] and y)`, which is never true. */
function lintMembership(node: SyntaxNode): ExpressionProblem | undefined {
  const test = node.parts.find((part) => part.name === 'PositiveUnaryTest');
  const inner = test?.parts[0];
  if (inner === undefined || !LOGIC.has(inner.name)) return undefined;
  const word = inner.name === 'Conjunction' ? 'and' : 'or';
  return problemAt(node, 'membership-precedence', `“in […] ${word} …”会把“${word}”后面的条件也算进列表，请给前半句加上括号：“(x in […]) ${word} …”。`);
}

/** `1 < x < 5` compares a truth value with 5. */
function lintChain(node: SyntaxNode): ExpressionProblem | undefined {
  const isChain = node.parts.some((part) => part.name === 'CompareOp') && node.parts[0]?.name === 'Comparison';
  return isChain ? problemAt(node, 'comparison-chain', '比较不能连写，请改成“x > 1 and x < 5”。') : undefined;
}
