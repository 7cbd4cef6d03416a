import { isBoundary, type BoundaryNode, type ProcessModel, type ProcessNode, type SequenceFlow } from '../model.ts';

/** A process model with its connections indexed; derived, never stored. */
export interface ProcessGraph {
  readonly model: ProcessModel;
  readonly nodes: ReadonlyMap<string, ProcessNode>;
  readonly flows: ReadonlyMap<string, SequenceFlow>;
  outgoing(node: string): readonly SequenceFlow[];
  incoming(node: string): readonly SequenceFlow[];
  /** Boundary events attached to an activity. */
  boundaries(node: string): readonly BoundaryNode[];
  /** Nodes of a sub-process, or of the process itself without an id. */
  content(scope: string | undefined): readonly ProcessNode[];
  /** Nodes a token can be at next: along each flow, and at the boundary events of an activity. */
  next(node: string): readonly string[];
  previous(node: string): readonly string[];
}

/** Indexes a model's nodes and flows. */
export function createGraph(model: ProcessModel): ProcessGraph {
  const outgoing = groupBy(model.flows, (flow) => flow.from);
  const incoming = groupBy(model.flows, (flow) => flow.to);
  const boundaries = groupBy(model.nodes.filter(isBoundary), (node) => node.host);
  const content = groupBy(model.nodes, (node) => node.scope ?? '');
  const nodes = new Map(model.nodes.map((node) => [node.id, node]));
  return {
    model,
    nodes,
    flows: new Map(model.flows.map((flow) => [flow.id, flow])),
    outgoing: (node) => outgoing.get(node) ?? [],
    incoming: (node) => incoming.get(node) ?? [],
    boundaries: (node) => boundaries.get(node) ?? [],
    content: (scope) => content.get(scope ?? '') ?? [],
    next: (node) => [...(outgoing.get(node) ?? []).map((flow) => flow.to), ...(boundaries.get(node) ?? []).map((event) => event.id)],
    previous: (node) => {
      const at = nodes.get(node);
      return [...(incoming.get(node) ?? []).map((flow) => flow.from), ...(at !== undefined && isBoundary(at) ? [at.host] : [])];
    },
  };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
