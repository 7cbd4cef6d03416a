/** Result of ordering nodes so that each comes after those it depends on. */
export type OrderResult = { readonly ok: true; readonly order: readonly string[] } | { readonly ok: false; readonly cycle: readonly string[] };

/**
 * Orders the nodes of a graph, `dependencies` listing for each node the nodes it needs first; unknown nodes are ignored.
 * When there is a circle, names one, first node repeated at the end.
 */
export function orderByDependency(dependencies: ReadonlyMap<string, ReadonlySet<string>>): OrderResult {
  const state = new Map<string, 'open' | 'done'>();
  const order: string[] = [];
  const path: string[] = [];
  const visit = (node: string): readonly string[] | undefined => {
    if (state.get(node) === 'done' || !dependencies.has(node)) return undefined;
    if (state.get(node) === 'open') return [...path.slice(path.indexOf(node)), node];
    state.set(node, 'open');
    path.push(node);
    for (const needed of dependencies.get(node) ?? []) {
      const cycle = visit(needed);
      if (cycle !== undefined) return cycle;
    }
    path.pop();
    state.set(node, 'done');
    order.push(node);
    return undefined;
  };
  for (const node of dependencies.keys()) {
    const cycle = visit(node);
    if (cycle !== undefined) return { ok: false, cycle };
  }
  return { ok: true, order };
}
