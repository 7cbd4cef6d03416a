import type { GatewayNode, ProcessGraph } from '@tongban/bpmn-model';
import { joinInclusive } from './pass-gateway.ts';
import { findReachableFlows } from './reachable-flows.ts';
import type { Run } from './run.ts';
import { scopeOf, type Token } from './state.ts';
import { nodesAfter } from './upstream.ts';

interface Waiting {
  readonly node: GatewayNode;
  readonly scope: number;
  /** Incoming flows that have no token. */
  readonly empty: readonly string[];
}

const withInclusive = new WeakMap<ProcessGraph, boolean>();

/**
 * Fires one inclusive join that can wait no longer; false when there is none. A join waits while any token may still
 * arrive, without passing through the join itself, by an incoming flow that has none. Unlike BPMN 2.0 §13.4.3 a token
 * that could also arrive by a flow that already has one keeps it waiting too: that exemption lets a join fire early
 * whenever a rework loop leads back before the split. Joins that wait only for each other fire oldest first.
 */
export function fireInclusiveJoin(run: Run): boolean {
  if (!hasInclusive(run.graph)) return false;
  const waiting = listWaiting(run);
  const ready = waiting.find((join) => !isBlocked(run, join, [join])) ?? findDeadlocked(run, waiting);
  if (ready !== undefined) joinInclusive(run, ready.node, ready.scope);
  return ready !== undefined;
}

function hasInclusive(graph: ProcessGraph): boolean {
  const known = withInclusive.get(graph) ?? graph.model.nodes.some((node) => node.kind === 'inclusive');
  withInclusive.set(graph, known);
  return known;
}

function listWaiting(run: Run): Waiting[] {
  const seen = new Set<string>();
  return run.tokens.flatMap((token): Waiting[] => {
    const node = run.graph.nodes.get(token.node);
    const scope = scopeOf(token);
    if (node?.kind !== 'inclusive' || seen.has(`${scope} ${node.id}`)) return [];
    seen.add(`${scope} ${node.id}`);
    const taken = new Set(tokensOf(run, scope).flatMap((one) => (one.node === node.id && one.flow !== undefined ? [one.flow] : [])));
    return [{ node, scope, empty: run.graph.incoming(node.id).map((flow) => flow.id).filter((flow) => !taken.has(flow)) }];
  });
}

/** Tells whether a token may still arrive while none of the `frozen` joins fires. */
function isBlocked(run: Run, join: Waiting, frozen: readonly Waiting[]): boolean {
  if (join.empty.length === 0) return false;
  const still = new Set(frozen.filter((other) => other.scope === join.scope).flatMap((other) => joinsAfter(run.graph, other.node.id)));
  const reachable = findReachableFlows(run.graph, tokensOf(run, join.scope), still);
  return join.empty.some((flow) => reachable.has(flow));
}

/** A join and the inclusive joins after it: those wait for its tokens, so none of them lets anything into a next round before. */
function joinsAfter(graph: ProcessGraph, join: string): string[] {
  return [...nodesAfter(graph, join)].filter((node) => graph.nodes.get(node)?.kind === 'inclusive' && graph.incoming(node).length > 1);
}

/** Narrows down to the joins that nothing but each other keeps waiting; they would wait for ever. */
function findDeadlocked(run: Run, waiting: readonly Waiting[]): Waiting | undefined {
  for (let circle = waiting; ; ) {
    const rest = circle.filter((join) => !isBlocked(run, join, circle));
    if (rest.length === circle.length) return circle[0];
    circle = rest;
  }
}

function tokensOf(run: Run, scope: number): Token[] {
  return run.tokens.filter((token) => scopeOf(token) === scope);
}
