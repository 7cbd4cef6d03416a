import { createGraph, type ActivityNode, type ProcessGraph, type ProcessModel, type ProcessNode } from '@tongban/bpmn-model';
import type { Effect } from './effect.ts';
import type { Environment } from './environment.ts';
import type { Refusal, RefusalCode } from './outcome.ts';
import { isMulti, scopeOf, type InstanceState, type InstanceStatus, type MultiScope, type Position, type Scope, type Token, type Variables } from './state.ts';

/** A token on its way: into a node, or into one instance of an activity. */
export type Move =
  | { readonly type: 'enter'; readonly node: ProcessNode; readonly scope: number; readonly flow?: string; readonly back?: readonly Position[] }
  | { readonly type: 'begin'; readonly node: ActivityNode; readonly scope: number; readonly index: number };

/** Working copy of a state during one step; discarded when the step is refused. */
export interface Run {
  readonly graph: ProcessGraph;
  readonly env: Environment;
  status: InstanceStatus;
  next: number;
  tokens: Token[];
  scopes: Scope[];
  variables: Variables;
  done: readonly string[];
  readonly effects: Effect[];
  /** Flows that tokens went along in this step, each once, in that order. */
  readonly taken: Set<string>;
  queue: Move[];
  refusal: Refusal | undefined;
  end: string | undefined;
}

const graphs = new WeakMap<ProcessModel, ProcessGraph>();

/** Returns a model's index, built once per model object. */
export function graphOf(model: ProcessModel): ProcessGraph {
  const known = graphs.get(model);
  if (known !== undefined) return known;
  const graph = createGraph(model);
  graphs.set(model, graph);
  return graph;
}

/** Opens a working copy; the state itself is never changed. */
export function openRun(model: ProcessModel, state: InstanceState, env: Environment): Run {
  return {
    graph: graphOf(model),
    env,
    status: state.status,
    next: state.next,
    tokens: [...state.tokens],
    scopes: [...state.scopes],
    variables: state.variables,
    done: state.done,
    effects: [],
    taken: new Set(),
    queue: [],
    refusal: undefined,
    end: undefined,
  };
}

/** Refuses the step; the first reason counts. */
export function refuse(run: Run, code: RefusalCode, params: Readonly<Record<string, unknown>> = {}): void {
  run.refusal ??= { code, params };
}

/** Adds a token and numbers it. */
export function addToken(run: Run, token: Omit<Token, 'no'>): Token {
  const added: Token = { no: run.next++, ...token };
  run.tokens.push(added);
  return added;
}

/** Puts a changed token in the place of the one with its number. */
export function replaceToken(run: Run, token: Token): Token {
  const at = run.tokens.findIndex((other) => other.no === token.no);
  if (at >= 0) run.tokens[at] = token;
  return token;
}

/** Takes a token away without cancelling what it waits for. */
export function removeToken(run: Run, token: Token): void {
  const at = run.tokens.findIndex((other) => other.no === token.no);
  if (at >= 0) run.tokens.splice(at, 1);
}

export function findToken(run: Run, no: number): Token | undefined {
  return run.tokens.find((token) => token.no === no);
}

export function findScope(run: Run, no: number): Scope | undefined {
  return run.scopes.find((scope) => scope.no === no);
}

/** Returns the multi-instance activation an instance token belongs to. */
export function findMulti(run: Run, token: Token): MultiScope | undefined {
  const scope = token.index === undefined ? undefined : findScope(run, scopeOf(token));
  return scope !== undefined && isMulti(scope) ? scope : undefined;
}

/** Scope number as it is stored: absent for the process itself. */
export function inScope(scope: number): { scope?: number } {
  return scope === 0 ? {} : { scope };
}

/** Sends a token out along every flow of a node. */
export function leave(run: Run, node: string, scope: number): void {
  for (const flow of run.graph.outgoing(node)) enterNode(run, flow.to, scope, flow.id);
}

/** Queues a token for a node. */
export function enterNode(run: Run, id: string, scope: number, flow?: string, back?: readonly Position[]): void {
  const node = run.graph.nodes.get(id);
  if (node === undefined) return;
  if (flow !== undefined) run.taken.add(flow);
  run.queue.push({ type: 'enter', node, scope, ...(flow === undefined ? {} : { flow }), ...(back === undefined ? {} : { back }) });
}
