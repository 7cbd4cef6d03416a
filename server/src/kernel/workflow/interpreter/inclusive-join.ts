import { findReachable, type GatewayNode, type ProcessGraph } from "@tongban/bpmn-model";
import { joinInclusive } from "./pass-gateway.ts";
import type { Run } from "./run.ts";
import { scopeOf, type Position, type Token } from "./state.ts";

interface Waiting {
  readonly node: GatewayNode;
  readonly scope: number;
  /** Numbers of the tokens that have arrived. */
  readonly arrived: ReadonlySet<number>;
  /** Numbers of the tokens that may still arrive by a flow that has none. */
  readonly expected: readonly number[];
}

const reaches = new WeakMap<ProcessGraph, { gateways: boolean; byFlow: Map<string, ReadonlySet<string>> }>();

/**
 * Fires one inclusive join that can wait no longer; false when there is none. A join waits while a token could still
 * arrive, without passing through the join itself, by an incoming flow that has none. Unlike BPMN 2.0 §13.4.3 a token
 * that could also arrive by a flow that already has one keeps it waiting too: that exemption lets a join fire early
 * whenever a rework loop leads back before the split. Joins that wait only for each other fire oldest first.
 */
export function fireInclusiveJoin(run: Run): boolean {
  if (!reachOf(run.graph).gateways) return false;
  const waiting = listWaiting(run);
  const ready = waiting.find((join) => join.expected.length === 0) ?? findDeadlocked(waiting);
  if (ready !== undefined) joinInclusive(run, ready.node, ready.scope);
  return ready !== undefined;
}

function listWaiting(run: Run): Waiting[] {
  const seen = new Set<string>();
  return run.tokens.flatMap((token): Waiting[] => {
    const node = run.graph.nodes.get(token.node);
    const key = `${scopeOf(token)} ${token.node}`;
    if (node?.kind !== "inclusive" || seen.has(key)) return [];
    seen.add(key);
    return [describeWaiting(run, node, scopeOf(token))];
  });
}

function describeWaiting(run: Run, node: GatewayNode, scope: number): Waiting {
  const sameScope = run.tokens.filter((token) => scopeOf(token) === scope);
  const arrived = sameScope.filter((token) => token.node === node.id);
  const empty = run.graph.incoming(node.id).map((flow) => flow.id).filter((flow) => !arrived.some((token) => token.flow === flow));
  const expected = sameScope.filter((token) => token.node !== node.id && empty.some((flow) => mayArrive(run.graph, node.id, flow, token)));
  return { node, scope, arrived: new Set(arrived.map((token) => token.no)), expected: expected.map((token) => token.no) };
}

/** Tells whether a token, or a place it will be put back to, leads to a flow without passing through the join. */
function mayArrive(graph: ProcessGraph, join: string, flow: string, at: Token | Position): boolean {
  if (at.node === join) return at.flow === flow;
  return reachWithout(graph, join, flow).has(at.node) || (at.back ?? []).some((position) => mayArrive(graph, join, flow, position));
}

/** A set of joins each of which waits only for tokens at the others would wait for ever. */
function findDeadlocked(waiting: readonly Waiting[]): Waiting | undefined {
  let circle = waiting;
  for (;;) {
    const inside = new Set(circle.flatMap((join) => [...join.arrived]));
    const rest = circle.filter((join) => join.expected.every((token) => inside.has(token)));
    if (rest.length === circle.length) return circle[0];
    circle = rest;
  }
}

function reachWithout(graph: ProcessGraph, join: string, flow: string): ReadonlySet<string> {
  const { byFlow } = reachOf(graph);
  const known = byFlow.get(flow);
  if (known !== undefined) return known;
  const source = graph.flows.get(flow)?.from;
  const reach =
    source === undefined || source === join ? new Set<string>() : findReachable([source], (node) => graph.previous(node).filter((previous) => previous !== join));
  byFlow.set(flow, reach);
  return reach;
}

function reachOf(graph: ProcessGraph): { gateways: boolean; byFlow: Map<string, ReadonlySet<string>> } {
  const known = reaches.get(graph);
  if (known !== undefined) return known;
  const created = { gateways: graph.model.nodes.some((node) => node.kind === "inclusive"), byFlow: new Map() };
  reaches.set(graph, created);
  return created;
}
