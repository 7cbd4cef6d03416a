import { isBoundary } from '../model.ts';
import { createProblem, type Problem } from '../problem.ts';
import type { ProcessGraph } from '../graph/graph.ts';

/** Checks that every scope has one start, and that flows and boundary events stay inside their scope. */
export function checkScopes(graph: ProcessGraph): Problem[] {
  const { nodes, flows, name, id } = graph.model;
  const scopes = [{ id, name, key: undefined }, ...nodes.filter((node) => node.kind === 'sub-process').map((node) => ({ id: node.id, name: node.name, key: node.id }))];
  const starts = scopes.flatMap((scope): Problem[] => {
    const count = graph.content(scope.key).filter((node) => node.kind === 'start').length;
    if (count === 1) return [];
    return [createProblem(count === 0 ? 'no-start' : 'several-starts', scope)];
  });
  const crossings = flows.flatMap((flow): Problem[] => {
    const from = graph.nodes.get(flow.from);
    const to = graph.nodes.get(flow.to);
    // an end that was refused as unsupported has been reported already
    if (from === undefined || to === undefined || from.scope === to.scope) return [];
    return [createProblem('flow-crosses-scope', flow, flow.id)];
  });
  const detached = nodes.filter(isBoundary).flatMap((event): Problem[] => {
    const host = graph.nodes.get(event.host);
    const attached = host !== undefined && host.scope === event.scope && !isBoundary(host);
    return attached ? [] : [createProblem('unresolved-reference', event, event.host)];
  });
  return [...starts, ...crossings, ...detached];
}
