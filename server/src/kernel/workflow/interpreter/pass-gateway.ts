import type { GatewayNode } from '@tongban/bpmn-model';
import { evaluateCondition } from './evaluate.ts';
import { addToken, enterNode, inScope, leave, refuse, removeToken, type Run } from './run.ts';
import { scopeOf, type Token } from './state.ts';
import { scopeVariables } from './variables.ts';

/** Lets a token arrive at a gateway by a flow. */
export function passGateway(run: Run, node: GatewayNode, scope: number, flow: string | undefined): void {
  if (node.kind === 'exclusive') return leaveByFirst(run, node, scope);
  const joins = run.graph.incoming(node.id).length > 1 && flow !== undefined;
  if (joins) addToken(run, { node: node.id, ...inScope(scope), flow });
  if (node.kind === 'parallel') {
    if (joins) joinParallel(run, node, scope);
    else leave(run, node.id, scope);
  } else if (!joins) leaveByAll(run, node, scope);
}

/** Fires a parallel join when every incoming flow has a token; takes one of each, so that rework cannot fill in for a branch. */
export function joinParallel(run: Run, node: GatewayNode, scope: number): boolean {
  const taken: Token[] = [];
  for (const flow of run.graph.incoming(node.id)) {
    const token = run.tokens.find((one) => one.node === node.id && one.flow === flow.id && scopeOf(one) === scope);
    if (token === undefined) return false;
    taken.push(token);
  }
  for (const token of taken) removeToken(run, token);
  leave(run, node.id, scope);
  return true;
}

/** Fires an inclusive join: takes the oldest token of each flow that has one, and decides anew which ways to go. */
export function joinInclusive(run: Run, node: GatewayNode, scope: number): void {
  const taken = new Set<string>();
  for (const token of run.tokens.filter((one) => one.node === node.id && scopeOf(one) === scope)) {
    if (token.flow === undefined || taken.has(token.flow)) continue;
    taken.add(token.flow);
    removeToken(run, token);
  }
  leaveByAll(run, node, scope);
}

function leaveByFirst(run: Run, node: GatewayNode, scope: number): void {
  const variables = scopeVariables(run, scope);
  for (const flow of run.graph.outgoing(node.id)) {
    if (flow.id === node.default) continue;
    if (flow.condition === undefined || evaluateCondition(run, node.id, flow.condition, variables)) return enterNode(run, flow.to, scope, flow.id);
  }
  leaveByDefault(run, node, scope);
}

function leaveByAll(run: Run, node: GatewayNode, scope: number): void {
  const variables = scopeVariables(run, scope);
  const chosen = run.graph
    .outgoing(node.id)
    .filter((flow) => flow.id !== node.default && (flow.condition === undefined || evaluateCondition(run, node.id, flow.condition, variables)));
  for (const flow of chosen) enterNode(run, flow.to, scope, flow.id);
  if (chosen.length === 0) leaveByDefault(run, node, scope);
}

function leaveByDefault(run: Run, node: GatewayNode, scope: number): void {
  const flow = node.default === undefined ? undefined : run.graph.flows.get(node.default);
  if (flow === undefined) refuse(run, 'no-flow-taken', { node: node.id, name: node.name ?? node.id });
  else enterNode(run, flow.to, scope, flow.id);
}
