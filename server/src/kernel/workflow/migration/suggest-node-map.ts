import { isBoundary, type ProcessModel, type ProcessNode } from '@tongban/bpmn-model';
import type { NodeMap } from '../interpreter/index.ts';

export interface Suggestion {
  readonly nodeMap: NodeMap;
  /** How the counterpart of each element was found. */
  readonly by: ReadonlyMap<string, 'id' | 'name'>;
}

/** What is the same element in two versions: of one kind, under one id or else under one name that is the only one of its kind (WFL-03). */
export function suggestNodeMap(from: ProcessModel, to: ProcessModel): Suggestion {
  const map: Record<string, string> = {};
  const by = new Map<string, 'id' | 'name'>();
  const note = (id: string, target: ProcessNode | undefined, how: 'id' | 'name'): void => {
    if (target === undefined || map[id] !== undefined || Object.values(map).includes(target.id)) return;
    map[id] = target.id;
    by.set(id, how);
  };
  for (const node of from.nodes) note(node.id, to.nodes.find((one) => one.id === node.id && one.kind === node.kind), 'id');
  for (const node of from.nodes) note(node.id, onlyNamed(to, node), 'name');
  // An event on the boundary goes with what it hangs on.
  for (const node of from.nodes) {
    if (isBoundary(node)) note(node.id, to.nodes.find((one) => isBoundary(one) && one.kind === node.kind && one.host === map[node.host]), 'name');
  }
  return { nodeMap: { ...map, ...pairFlows(from, to, map) }, by };
}

function onlyNamed(to: ProcessModel, node: ProcessNode): ProcessNode | undefined {
  if (node.name === undefined || node.name === '') return undefined;
  const [one, another] = to.nodes.filter(({ kind, name }) => kind === node.kind && name === node.name);
  return another === undefined ? one : undefined;
}

/** Flows that join the same elements in both versions. */
export function pairFlows(from: ProcessModel, to: ProcessModel, map: NodeMap): Record<string, string> {
  return Object.fromEntries(from.flows.flatMap(({ id, from: source, to: target }) => {
    const same = to.flows.filter((one) => one.from === map[source] && one.to === map[target]);
    const found = same.find((one) => one.id === id) ?? (same.length === 1 ? same[0] : undefined);
    return found === undefined ? [] : [[id, found.id]];
  }));
}
