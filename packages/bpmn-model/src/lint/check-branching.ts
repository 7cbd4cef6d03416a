import { isGateway, type GatewayNode, type SequenceFlow } from '../model.ts';
import { createProblem, describeElement, type Problem } from '../problem.ts';
import type { ProcessGraph } from '../graph/graph.ts';

/** Checks that every choice is explicit: splits only at gateways, conditions where they count, a way out of each choice. */
export function checkBranching(graph: ProcessGraph): Problem[] {
  return graph.model.nodes.flatMap((node): Problem[] => {
    const outgoing = graph.outgoing(node.id);
    if (isGateway(node) && node.kind !== 'parallel') return checkChoice(graph, node, outgoing);
    const problems = outgoing.filter((flow) => flow.condition !== undefined).map((flow) => createProblem('condition-not-allowed', flow, flow.id));
    if (outgoing.length > 1 && !isGateway(node)) problems.push(createProblem('implicit-split', node));
    return problems;
  });
}

function checkChoice(graph: ProcessGraph, gateway: GatewayNode, outgoing: readonly SequenceFlow[]): Problem[] {
  const fallback = gateway.default;
  if (fallback !== undefined && !outgoing.some((flow) => flow.id === fallback)) return [createProblem('default-not-outgoing', gateway, fallback)];
  const chosen = outgoing.filter((flow) => flow.id !== fallback);
  const problems = outgoing
    .filter((flow) => flow.id === fallback && flow.condition !== undefined)
    .map((flow) => createProblem('default-with-condition', flow, flow.id));
  if (fallback === undefined && outgoing.length > 0 && outgoing.every((flow) => flow.condition !== undefined)) {
    problems.push(createProblem('no-default-flow', gateway));
  }
  // a second unconditional flow of an exclusive gateway would never be taken, or always, depending on drawing order
  if (gateway.kind === 'exclusive' && outgoing.length > 1) {
    for (const flow of chosen) if (flow.condition === undefined) problems.push(createProblem('missing-condition', gateway, flow.name ? `上「${flow.name}」` : `到${describeElement(graph.nodes.get(flow.to) ?? { id: flow.to })}`));
  }
  return problems;
}
