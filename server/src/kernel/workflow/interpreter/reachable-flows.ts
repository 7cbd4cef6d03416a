import type { ProcessGraph } from '@tongban/bpmn-model';
import type { Position, Token } from './state.ts';

/**
 * Collects the flows that may hold a token now or later, as long as the `frozen` gateways do not fire. A parallel join
 * lets a token through only when all its incoming flows may hold one: without that, a branch that waits for a frozen
 * gateway's branch would seem able to run ahead into the next round of a rework loop. Errs on the side of "may".
 */
export function findReachableFlows(graph: ProcessGraph, places: readonly (Token | Position)[], frozen: ReadonlySet<string>): ReadonlySet<string> {
  const flows = new Set<string>();
  const left = new Set<string>();
  const pending: string[] = [];
  places.forEach(stand);
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) leave(node);
  return flows;

  function stand(place: Token | Position): void {
    if (place.flow === undefined) pending.push(place.node);
    else arrive(place.flow, place.node);
    place.back?.forEach(stand);
  }

  function arrive(flow: string, node: string): void {
    flows.add(flow);
    const waits = graph.nodes.get(node)?.kind === 'parallel' && graph.incoming(node).some((incoming) => !flows.has(incoming.id));
    if (!waits && !frozen.has(node)) pending.push(node);
  }

  function leave(node: string): void {
    if (left.has(node)) return;
    left.add(node);
    for (const flow of graph.outgoing(node)) arrive(flow.id, flow.to);
    for (const event of graph.boundaries(node)) pending.push(event.id);
  }
}
