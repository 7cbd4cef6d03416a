import { parseExpression, parseUnaryTests } from 'feelin';
import type { ExpressionForm } from './expression.ts';

/** One node of a parsed expression. `parts` leaves out comments. */
export interface SyntaxNode {
  readonly name: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly isError: boolean;
  readonly parts: readonly SyntaxNode[];
}

interface Building {
  name: string;
  text: string;
  from: number;
  to: number;
  isError: boolean;
  parts: Building[];
}

/** Parses FEEL into nodes; `names` decide how names with spaces are read, as in evaluation. */
export function parseSyntax(source: string, names: readonly string[], form: ExpressionForm = 'expression'): SyntaxNode {
  const known: Record<string, unknown> = Object.fromEntries(names.map((name) => [name, null]));
  const root: Building = { name: 'Root', text: source, from: 0, to: source.length, isError: false, parts: [] };
  const stack: Building[] = [root];
  const tree = form === 'tests' ? parseUnaryTests(source, known, undefined) : parseExpression(source, known, undefined);
  tree.iterate({
    enter(ref) {
      if (ref.type.isSkipped && !ref.type.isError) return false;
      const text = source.slice(ref.from, ref.to);
      const node: Building = { name: ref.name, text, from: ref.from, to: ref.to, isError: ref.type.isError, parts: [] };
      stack.at(-1)?.parts.push(node);
      stack.push(node);
      return undefined;
    },
    leave(ref) {
      if (!ref.type.isSkipped || ref.type.isError) stack.pop();
    },
  });
  return root;
}

/** Calls `visit` for a node and everything below it. */
export function walkSyntax(node: SyntaxNode, visit: (node: SyntaxNode) => void): void {
  visit(node);
  for (const part of node.parts) walkSyntax(part, visit);
}

/** The name a `VariableName`, `PathName` or `Name` node spells, words joined by one space as FEEL does. */
export function spelledName(node: SyntaxNode): string {
  const words = node.parts.map((part) => (part.name === 'BacktickIdentifier' ? part.text.replace(/`/g, '') : part.text));
  return words.length > 0 ? words.join(' ') : node.text.replace(/\s+/g, ' ');
}
