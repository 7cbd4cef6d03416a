import { isBoundary } from '../model.ts';
import { createProblem, type Problem } from '../problem.ts';
import { findReachable } from '../graph/find-reachable.ts';
import type { ProcessGraph } from '../graph/graph.ts';

/** Checks that every node lies on a path from its scope's start to an end. */
export function checkPaths(graph: ProcessGraph): Problem[] {
  const starts = graph.model.nodes.filter((node) => node.kind === 'start').map((node) => node.id);
  const ends = graph.model.nodes.filter((node) => node.kind === 'end').map((node) => node.id);
  const reached = findReachable(starts, graph.next);
  const leading = findReachable(ends, graph.previous);
  // What leads to a dead end is told at the dead end alone, where it is mended; of a circle without a way out, at each of its nodes.
  const isDeadEnd = (id: string): boolean => [...findReachable([id], graph.next)].every((other) => findReachable([other], graph.next).has(id));
  return graph.model.nodes.flatMap((node): Problem[] => {
    const problems: Problem[] = [];
    if (!reached.has(node.id)) problems.push(createProblem('unreachable-node', node));
    if (!leading.has(node.id) && isDeadEnd(node.id)) problems.push(createProblem('no-path-to-end', node));
    if (node.kind === 'end' && graph.outgoing(node.id).length > 0) problems.push(createProblem('flow-out-of-end', node));
    if (node.kind === 'start' && graph.incoming(node.id).length > 0) problems.push(createProblem('flow-into-start', node));
    if (isBoundary(node) && graph.incoming(node.id).length > 0) problems.push(createProblem('flow-into-boundary', node));
    return problems;
  });
}
