import type { ProcessGraph, ProcessModel, UserTaskNode } from '@tongban/bpmn-model';
import { cancelToken } from './cancel-token.ts';
import type { Environment } from './environment.ts';
import { findTask } from './find-task.ts';
import type { Outcome } from './outcome.ts';
import { enterNode, findScope, findToken, refuse, type Run } from './run.ts';
import { runStep } from './run-step.ts';
import { scopeOf, type InstanceState, type Position, type Token } from './state.ts';
import { nodesAfter } from './upstream.ts';

export interface ReturnTo {
  /** Task that sends back; an instance of a 会签 or a signer sends back the whole. */
  readonly taskId: string;
  /** Id of the user task node to be done again. */
  readonly target: string;
  /** `proceed`: everything after the target is done again; `straight-back`: the target's completion comes straight here (退回后直送). */
  readonly then: 'proceed' | 'straight-back';
  /** Whether open work parallel to the sender and after the target stops; kept by default when coming straight back. */
  readonly parallel?: 'keep' | 'cancel';
}

/**
 * Sends a task back to a user task done before (退回). Coming straight back restores the sender and, where parallel work
 * was cancelled, that too. Proceeding cancels all work after the target; parallel branches that had already arrived at a
 * join between the two count as arrived again. A sender that itself was to go straight back always gets the task back.
 */
export function returnTo(model: ProcessModel, state: InstanceState, request: ReturnTo, env: Environment): Outcome {
  return runStep(model, state, env, (run) => {
    const found = findTask(run, request.taskId);
    const target = found === undefined ? undefined : findTarget(run, request.target);
    const sender = found === undefined || target === undefined ? undefined : liftToScope(run, found.token, target);
    if (target === undefined || sender === undefined || !isUpstream(run, target, sender)) return;
    if (request.then === 'straight-back' || sender.back !== undefined) goStraightBack(run, target, sender, request.parallel ?? 'keep');
    else proceed(run, target, sender, request.parallel ?? 'cancel');
  });
}

/** Lists the user tasks a task may be sent back to, in the order they were first done. */
export function listReturnTargets(model: ProcessModel, state: InstanceState, taskId: string, env: Environment): string[] {
  return state.done.filter((target) => returnTo(model, state, { taskId, target, then: 'straight-back' }, env).ok);
}

function findTarget(run: Run, id: string): UserTaskNode | undefined {
  const node = run.graph.nodes.get(id);
  if (node?.kind !== 'user-task') refuse(run, 'return-target-not-task', { target: id });
  else if (!run.done.includes(id)) refuse(run, 'return-target-not-visited', { target: id });
  return run.refusal === undefined && node?.kind === 'user-task' ? node : undefined;
}

/** Finds the sender's token, or the activity it is inside of, in the scope that holds the target. */
function liftToScope(run: Run, token: Token, target: UserTaskNode): Token | undefined {
  let lifted: Token | undefined = token;
  while (lifted !== undefined && (run.graph.nodes.get(lifted.node)?.scope !== target.scope || lifted.index !== undefined)) {
    const scope = findScope(run, scopeOf(lifted));
    lifted = scope === undefined ? undefined : findToken(run, scope.host);
  }
  if (lifted === undefined) refuse(run, 'return-target-out-of-scope', { target: target.id });
  return lifted;
}

function isUpstream(run: Run, target: UserTaskNode, sender: Token): boolean {
  if (sender.node === target.id) refuse(run, 'return-target-same', { target: target.id });
  else if (!nodesAfter(run.graph, target.id).has(sender.node)) refuse(run, 'return-target-not-upstream', { target: target.id, from: sender.node });
  return run.refusal === undefined;
}

function goStraightBack(run: Run, target: UserTaskNode, sender: Token, parallel: 'keep' | 'cancel'): void {
  const others = parallel === 'keep' ? [] : listAfter(run, target, sender);
  const back = [sender, ...others].map(toPosition);
  for (const token of [sender, ...others]) cancelToken(run, token, 'returned');
  enterNode(run, target.id, scopeOf(sender), undefined, back);
}

function proceed(run: Run, target: UserTaskNode, sender: Token, parallel: 'keep' | 'cancel'): void {
  const others = listAfter(run, target, sender);
  if (parallel === 'keep' && others.length > 0) return refuse(run, 'return-would-double', { target: target.id, nodes: others.map((token) => token.node) });
  for (const token of [sender, ...others]) cancelToken(run, token, 'returned');
  enterNode(run, target.id, scopeOf(sender));
  refillJoins(run, target, sender);
}

function listAfter(run: Run, target: UserTaskNode, sender: Token): Token[] {
  const after = nodesAfter(run.graph, target.id);
  return run.tokens.filter((token) => token.no !== sender.no && scopeOf(token) === scopeOf(sender) && standsAfter(run.graph, after, token));
}

/** A token that waits at a join stands where it came from: the join itself is after every branch. */
function standsAfter(graph: ProcessGraph, after: ReadonlySet<string>, at: Token | Position): boolean {
  const place = at.flow === undefined ? at.node : graph.flows.get(at.flow)?.from;
  return (place !== undefined && after.has(place)) || (at.back ?? []).some((position) => standsAfter(graph, after, position));
}

/** Gives the parallel joins passed between target and sender the tokens of those branches that are not done again. */
function refillJoins(run: Run, target: UserTaskNode, sender: Token): void {
  const after = nodesAfter(run.graph, target.id);
  for (const join of after) {
    if (run.graph.nodes.get(join)?.kind !== 'parallel' || !nodesAfter(run.graph, join).has(sender.node)) continue;
    for (const flow of run.graph.incoming(join)) {
      const waiting = run.tokens.some((token) => token.flow === flow.id && scopeOf(token) === scopeOf(sender));
      if (!waiting && !after.has(flow.from)) enterNode(run, join, scopeOf(sender), flow.id);
    }
  }
}

function toPosition({ node, flow, back }: Token): Position {
  return { node, ...(flow === undefined ? {} : { flow }), ...(back === undefined ? {} : { back }) };
}

