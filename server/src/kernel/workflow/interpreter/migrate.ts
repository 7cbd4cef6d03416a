import { isActivity, type ActivityNode, type ProcessGraph, type ProcessModel, type ProcessNode } from '@tongban/bpmn-model';
import { openTasks } from './cancel-token.ts';
import type { Environment } from './environment.ts';
import { emitSilence, listen } from './listen.ts';
import type { Outcome } from './outcome.ts';
import { joinParallel } from './pass-gateway.ts';
import { graphOf, openRun, refuse, replaceToken, type Run } from './run.ts';
import { closeRun } from './run-step.ts';
import { settle } from './settle.ts';
import { scopeOf, type Armed, type InstanceState, type Position, type Token } from './state.ts';
import { scopeVariables } from './variables.ts';

/** Old node id → new node id; a flow id → flow id where a join's incoming flows cannot be told by their sources. */
export type NodeMap = Readonly<Record<string, string>>;

interface Mapping {
  readonly from: ProcessGraph;
  readonly to: ProcessGraph;
  readonly map: NodeMap;
}

/**
 * Moves a running or suspended instance to another version of its process (WFL-03). Every token must be mapped to a
 * node of the same kind in the corresponding scope, else the migration is refused naming the nodes. Open tasks stay
 * open; boundary events of the new version start, those without a counterpart stop.
 */
export function migrate(fromModel: ProcessModel, toModel: ProcessModel, state: InstanceState, nodeMap: NodeMap, env: Environment): Outcome {
  const mapping: Mapping = { from: graphOf(fromModel), to: graphOf(toModel), map: nodeMap };
  const run = openRun(toModel, state, env);
  if (run.status !== 'running' && run.status !== 'suspended') refuse(run, 'instance-ended', { status: run.status });
  refuseUnmapped(run, mapping, state.tokens);
  if (run.refusal !== undefined) return closeRun(run);
  for (const token of state.tokens) replaceToken(run, mapToken(mapping, token));
  for (const token of state.tokens) moveListeners(run, mapping, token);
  for (const token of state.tokens) announceTasks(run, mapping, token);
  run.done = [...new Set(state.done.flatMap((node) => mapNode(mapping, node)?.id ?? []))];
  if (run.status === 'running') {
    joinAgain(run);
    settle(run);
  }
  return closeRun(run);
}

function refuseUnmapped(run: Run, mapping: Mapping, tokens: readonly Token[]): void {
  const places = tokens.flatMap((token) => [token, ...listPositions(token)]);
  const unmapped = places.filter(({ node }) => mapNode(mapping, node) === undefined).map(({ node }) => node);
  if (unmapped.length > 0) return refuse(run, 'migration-token-unmapped', { nodes: [...new Set(unmapped)] });
  const unfit = places.filter((place) => !fits(mapping, place)).map(({ node }) => node);
  if (unfit.length > 0) refuse(run, 'migration-target-unfit', { nodes: [...new Set(unfit)] });
}

function listPositions(at: Token | Position): Position[] {
  return (at.back ?? []).flatMap((position) => [position, ...listPositions(position)]);
}

function fits(mapping: Mapping, { node: id, flow }: Token | Position): boolean {
  const node = mapping.from.nodes.get(id);
  const target = mapNode(mapping, id);
  if (node === undefined || target === undefined || node.kind !== target.kind) return false;
  const scope = node.scope === undefined ? undefined : mapping.map[node.scope];
  if (target.scope !== scope || (flow !== undefined && mapFlow(mapping, flow) === undefined)) return false;
  if (!isActivity(node) || !isActivity(target)) return true;
  return shapeOf(node) === shapeOf(target);
}

function shapeOf(node: ActivityNode): string {
  return node.multi === undefined ? 'single' : node.multi.sequential === true ? 'sequential' : 'parallel';
}

function mapNode({ to, map }: Mapping, id: string): ProcessNode | undefined {
  const target = map[id];
  return target === undefined ? undefined : to.nodes.get(target);
}

function mapFlow({ from, to, map }: Mapping, id: string): string | undefined {
  const flow = from.flows.get(id);
  if (flow === undefined) return undefined;
  const explicit = map[id];
  const candidates = to.incoming(map[flow.to] ?? '');
  if (explicit !== undefined) return candidates.find((one) => one.id === explicit)?.id;
  const bySource = candidates.filter((one) => one.from === map[flow.from]);
  return (candidates.find((one) => one.id === id) ?? (bySource.length === 1 ? bySource[0] : undefined))?.id;
}

function mapToken(mapping: Mapping, token: Token): Token {
  return { ...token, ...mapPosition(mapping, token) };
}

function mapPosition(mapping: Mapping, { node, flow, back }: Token | Position): Position {
  const mappedFlow = flow === undefined ? undefined : mapFlow(mapping, flow);
  return {
    node: mapNode(mapping, node)?.id ?? node,
    ...(mappedFlow === undefined ? {} : { flow: mappedFlow }),
    ...(back === undefined ? {} : { back: back.map((position) => mapPosition(mapping, position)) }),
  };
}

function moveListeners(run: Run, mapping: Mapping, old: Token): void {
  const token = run.tokens.find((one) => one.no === old.no);
  // an instance among several has no boundary events of its own: they hang on the whole
  if (token === undefined || token.index !== undefined) return;
  const armed = old.armed ?? [];
  const kept = new Set<Armed>();
  const renewed = run.graph.boundaries(token.node).map((event): Armed => {
    const counterpart = armed.find((one) => mapping.map[one.node] === event.id && mapping.from.nodes.get(one.node)?.kind === event.kind);
    if (counterpart === undefined) return listen(run, event, scopeVariables(run, scopeOf(token)));
    kept.add(counterpart);
    return { ...counterpart, node: event.id };
  });
  for (const one of armed) if (!kept.has(one)) emitSilence(run, mapping.from.nodes.get(one.node), one.id);
  const { armed: _old, ...rest } = token;
  replaceToken(run, renewed.length === 0 ? rest : { ...rest, armed: renewed });
}

function announceTasks(run: Run, mapping: Mapping, token: Token): void {
  const node = mapNode(mapping, token.node);
  if (node?.kind !== 'user-task') return;
  for (const taskId of openTasks(token)) run.effects.push({ type: 'task-moved', taskId, from: token.node, node: node.id, name: node.name ?? node.id });
}

/** A join with fewer incoming flows than before may have all it needs. */
function joinAgain(run: Run): void {
  for (const token of [...run.tokens]) {
    const node = run.graph.nodes.get(token.node);
    if (node?.kind === 'parallel' && run.tokens.includes(token)) joinParallel(run, node, scopeOf(token));
  }
}
