import { edgeKey, findBackEdges, findReachable, type ProcessGraph } from '@tongban/bpmn-model';

const forwards = new WeakMap<ProcessGraph, Map<string, ReadonlySet<string>>>();

/**
 * Collects the nodes after a node, itself included, within its scope. Loops back for rework do not count as "after":
 * otherwise a parallel branch would be after its sibling whenever the process can be repeated.
 */
export function nodesAfter(graph: ProcessGraph, node: string): ReadonlySet<string> {
  const known = forwards.get(graph) ?? new Map<string, ReadonlySet<string>>();
  forwards.set(graph, known);
  const found = known.get(node);
  if (found !== undefined) return found;
  const start = graph.content(graph.nodes.get(node)?.scope).find((one) => one.kind === 'start');
  const back = start === undefined ? new Set<string>() : findBackEdges(start.id, graph.next);
  const after = findReachable([node], (from) => graph.next(from).filter((to) => !back.has(edgeKey(from, to))));
  known.set(node, after);
  return after;
}
