/**
 * Finds the cycles of a graph as its strongly connected components: every component of more than one node, and
 * every node that follows itself (Tarjan 1972, with an explicit stack so that a long chain cannot overflow).
 */
export function findCycles(nodes: readonly string[], next: (node: string) => readonly string[]): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const open = new Set<string>();
  const cycles: string[][] = [];
  for (const root of nodes) if (!order.has(root)) visit(root);
  return cycles;

  function visit(root: string): void {
    const frames = [enter(root)];
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const following = frame.pending.pop();
      if (following === undefined) {
        frames.pop();
        leave(frame.node, frames.at(-1)?.node);
      } else if (!order.has(following)) frames.push(enter(following));
      else if (open.has(following)) lower(frame.node, order.get(following) ?? 0);
    }
  }

  function enter(node: string): { node: string; pending: string[] } {
    order.set(node, order.size);
    low.set(node, order.size - 1);
    stack.push(node);
    open.add(node);
    return { node, pending: [...next(node)].reverse() };
  }

  function lower(node: string, to: number): void {
    low.set(node, Math.min(low.get(node) ?? to, to));
  }

  function leave(node: string, parent: string | undefined): void {
    const own = low.get(node) ?? 0;
    if (parent !== undefined) lower(parent, own);
    if (own !== order.get(node)) return;
    const component = stack.splice(stack.indexOf(node));
    for (const member of component) open.delete(member);
    if (component.length > 1 || next(node).includes(node)) cycles.push(component);
  }
}
