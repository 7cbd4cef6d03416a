import type { ExpressionProblem } from './expression.ts';
import type { SyntaxNode } from './syntax-tree.ts';
import { walkSyntax } from './syntax-tree.ts';

/** Builds a problem located at a node. */
export function problemAt(node: { readonly from: number; readonly to: number }, code: string, message: string): ExpressionProblem {
  return { code, message, from: node.from, to: node.to };
}

/** Lists the places where the source is not FEEL; empty when it parses. */
export function findSyntaxProblems(root: SyntaxNode, source: string): ExpressionProblem[] {
  const problems: ExpressionProblem[] = [];
  walkSyntax(root, (node) => {
    if (!node.isError || problems.length >= 3) return;
    const text = node.text.trim();
    const incomplete = text === '' && source.slice(node.from).trim() === '';
    const found = text || source.slice(node.from).trim().slice(0, 10);
    const message = incomplete ? '表达式没有写完，请补全。' : `第 ${node.from + 1} 个字符处的“${found}”无法识别，请检查括号、引号和运算符。`;
    // One thing that is missing makes several places incomplete.
    if (problems.every((known) => known.message !== message)) problems.push(problemAt(node, incomplete ? 'incomplete' : 'syntax', message));
  });
  return problems;
}

const WARNING_MESSAGES: Readonly<Record<string, readonly [code: string, message: string]>> = {
  NO_VARIABLE_FOUND: ['unknown-name', '表达式用到的名称没有值'],
  NO_CONTEXT_ENTRY_FOUND: ['unknown-property', '对象中没有表达式用到的属性'],
  NO_PROPERTY_FOUND: ['unknown-property', '空值或简单值没有属性可取'],
  NOT_COMPARABLE: ['not-comparable', '两边的类型不同，无法比较'],
  INVALID_TYPE: ['invalid-type', '参与计算的值为空或类型不对'],
  INVALID_ARGUMENTS: ['invalid-arguments', '函数的参数不合要求'],
  NO_FUNCTION_FOUND: ['unknown-function', '没有这个函数'],
  FUNCTION_INVOCATION_FAILURE: ['invalid-arguments', '函数的参数个数或名称不对'],
  UNSUPPORTED: ['unsupported', '不支持这种写法'],
};

/** Turns a warning of the FEEL interpreter into a problem that names the part of the source it came from. */
export function describeWarning(source: string, type: string, from: number, to: number): ExpressionProblem {
  const [code, message] = WARNING_MESSAGES[type] ?? ['evaluation-failed', '表达式无法计算'];
  return { code, message: `${message}：“${source.slice(from, to).slice(0, 60)}”。`, from, to };
}
