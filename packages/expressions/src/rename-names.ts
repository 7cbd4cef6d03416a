import type { ExpressionForm } from './expression.ts';
import { parseSyntax, spelledName, walkSyntax, type SyntaxNode } from './syntax-tree.ts';

/** New names by old ones: of what an expression reads from its context, and of what it reads from a value (`table.column`). */
export interface Renames {
  readonly names: ReadonlyMap<string, string>;
  readonly parts?: ReadonlyMap<string, string>;
}

/**
 * Writes an expression with other names, e.g. when two forms become one and both have a field `area`. Texts, function names
 * and everything else stay as they are. What does not compile is renamed as far as it can be read.
 */
export function renameNames(source: string, { names, parts }: Renames, form: ExpressionForm = 'expression'): string {
  const edits: { node: SyntaxNode; to: string }[] = [];
  walkSyntax(parseSyntax(source, [...names.keys()], form), (node) => {
    const to = node.name === 'VariableName' ? names.get(spelledName(node)) : node.name === 'PathName' ? parts?.get(spelledName(node)) : undefined;
    if (to !== undefined) edits.push({ node, to });
  });
  // From the end, so that earlier places stay where they are.
  return edits.toSorted((one, other) => other.node.from - one.node.from)
    .reduce((text, { node, to }) => text.slice(0, node.from) + to + text.slice(node.to), source);
}
