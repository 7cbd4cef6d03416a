import { describeElement, createProblem, type Problem } from '../problem.ts';
import { findCycles } from '../graph/find-cycles.ts';
import { findReachable } from '../graph/find-reachable.ts';
import type { ProcessGraph } from '../graph/graph.ts';

/** Checks that every cycle holds a node that waits for a person, a moment, a message or another process. */
export function checkLoops(graph: ProcessGraph): Problem[] {
  const automatic = new Set(graph.model.nodes.filter((node) => !waits(graph, node.id)).map((node) => node.id));
  const next = (node: string) => graph.next(node).filter((following) => automatic.has(following));
  return findCycles([...automatic], next).map((cycle) => {
    const nodes = cycle.map((id) => describeElement(graph.nodes.get(id) ?? { id }));
    return createProblem('endless-loop', graph.nodes.get(cycle[0] ?? ''), nodes.join(''));
  });
}

/** Tells whether a token always rests at a node; a sub-process does when no path through it avoids resting. */
function waits(graph: ProcessGraph, id: string): boolean {
  const node = graph.nodes.get(id);
  switch (node?.kind) {
    case 'user-task':
      return node.noHandler !== 'skip';
    case 'call-activity':
    case 'timer':
    case 'message':
    case 'boundary-timer':
    case 'boundary-message':
      return true;
    case 'service-task':
      return node.waiting === true;
    case 'sub-process':
      return !canPass(graph, id);
    default:
      return false;
  }
}

function canPass(graph: ProcessGraph, scope: string): boolean {
  const content = graph.content(scope);
  const starts = content.filter((node) => node.kind === 'start').map((node) => node.id);
  const next = (node: string) => graph.next(node).filter((following) => !waits(graph, following));
  const passed = findReachable(starts, next);
  return content.some((node) => node.kind === 'end' && passed.has(node.id));
}
