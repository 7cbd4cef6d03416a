/** Collects every node reachable from the given ones, themselves included, following `next`. */
export function findReachable(from: Iterable<string>, next: (node: string) => readonly string[]): Set<string> {
  const reached = new Set(from);
  // a Set iterates over members added while iterating, so it is its own work list
  for (const node of reached) for (const following of next(node)) reached.add(following);
  return reached;
}
