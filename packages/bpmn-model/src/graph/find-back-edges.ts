/**
 * Finds the edges that lead back to a node still being explored from `start`, as `from\nto` keys.
 * Without them the graph has no cycle, which gives "before" and "after" a meaning in a process with rework loops.
 */
export function findBackEdges(start: string, next: (node: string) => readonly string[]): Set<string> {
  const back = new Set<string>();
  const entered = new Set([start]);
  const active = new Set([start]);
  const frames = [{ node: start, pending: [...next(start)].reverse() }];
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const following = frame.pending.pop();
    if (following === undefined) {
      active.delete(frame.node);
      frames.pop();
    } else if (active.has(following)) back.add(edgeKey(frame.node, following));
    else if (!entered.has(following)) {
      entered.add(following);
      active.add(following);
      frames.push({ node: following, pending: [...next(following)].reverse() });
    }
  }
  return back;
}

/** Names an edge in the set `findBackEdges` returns. */
export function edgeKey(from: string, to: string): string {
  return `${from}\n${to}`;
}
