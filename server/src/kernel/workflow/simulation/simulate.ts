import type { ProcessModel } from '@tongban/bpmn-model';
import { evaluateExpression } from '../engine/evaluate.ts';
import { refusalError } from '../engine/take-step.ts';
import { fail } from '../errors.ts';
import { completeActivity, completeTask, fireTimer, receiveMessage, start, type Effect, type Environment, type InstanceState, type Outcome, type Variables } from '../interpreter/index.ts';

/** Goes on from one place that waits; `id` is that of the place in the simulation before it. */
export interface Move { readonly id: string; readonly variables?: Variables }

/** Where a simulated case waits. */
export interface Waiting {
  readonly id: string;
  readonly node: string;
  readonly name: string;
  readonly kind: 'task' | 'timer' | 'message' | 'activity';
  /** Working days from the start until it began to wait, and how many it may take. */
  readonly from: number;
  readonly workingDays: number;
}

export interface Simulation {
  /** What was done, in order. */
  readonly path: readonly { readonly node: string; readonly name: string; readonly until: number }[];
  readonly waiting: readonly Waiting[];
  readonly ended: boolean;
  /** Working days that all limits on the way come to; branches beside each other count once. */
  readonly workingDays: number;
  /** Steps that were gone through so often that nothing new can come of it. */
  readonly loop: readonly string[];
}

/** As often as a real case may come back to a step before somebody would look at it. */
const mostVisits = 20;

interface Walk {
  readonly model: ProcessModel;
  readonly env: Environment;
  state: InstanceState;
  readonly waiting: Map<string, Waiting>;
  /** Message that a subscription waits for, with its key. */
  readonly messages: Map<string, { message: string; key?: string }>;
  /** Token that waits at a join → when it came there. */
  readonly arrived: Map<number, number>;
  readonly path: { node: string; name: string; until: number }[];
  ended: boolean;
}

/**
 * Walks a case that does not exist through a process: the same interpreter as for real cases, over chosen values and moves,
 * with nothing stored (WFL-03). Every limit is taken as used up.
 * @throws the refusal of the interpreter as it would be for a case; workflow.simulation-move-unknown
 */
export function simulate(model: ProcessModel, variables: Variables, moves: readonly Move[]): Simulation {
  let serial = 0;
  const env: Environment = { evaluate: evaluateExpression, newId: () => `s${serial += 1}` };
  const state: InstanceState = { status: 'running', next: 1, tokens: [], scopes: [], variables: {}, done: [] };
  const walk: Walk = { model, env, state, waiting: new Map(), messages: new Map(), arrived: new Map(), path: [], ended: false };
  take(walk, start(model, variables, env), 0);
  for (const move of moves) {
    if (findLoop(walk).length > 0) break;
    go(walk, move);
  }
  const days = [...walk.path.map(({ until }) => until), ...[...walk.waiting.values()].map(({ from }) => from)];
  return { path: walk.path, waiting: [...walk.waiting.values()], ended: walk.ended, workingDays: Math.max(0, ...days), loop: findLoop(walk) };
}

function findLoop({ path }: Walk): string[] {
  const visits = new Map<string, number>();
  for (const { name } of path) visits.set(name, (visits.get(name) ?? 0) + 1);
  return [...visits].filter(([, count]) => count >= mostVisits).map(([name]) => name);
}

function go(walk: Walk, { id, variables = {} }: Move): void {
  const place = walk.waiting.get(id);
  if (!place) throw fail('workflow.simulation-move-unknown');
  const until = place.from + place.workingDays;
  walk.path.push({ node: place.node, name: place.name, until });
  if (place.kind !== 'task') walk.waiting.delete(id);
  take(walk, advance(walk, place, variables), until);
}

function advance({ model, state, env, messages }: Walk, { id, kind }: Waiting, variables: Variables): Outcome {
  switch (kind) {
    case 'task': return completeTask(model, state, { taskId: id, variables }, env);
    case 'timer': return fireTimer(model, state, { timerId: id }, env);
    case 'activity': return completeActivity(model, state, { activityId: id, variables }, env);
    case 'message': return receiveMessage(model, state, { message: '', ...messages.get(id), variables }, env);
  }
}

/** Accepts what the interpreter did; what begins now began at `at`, or when the last branch came to the join before it. */
function take(walk: Walk, outcome: Outcome, at: number): void {
  if (!outcome.ok) throw refusalError(outcome.refusal);
  walk.state = outcome.state;
  const atJoins = new Set(outcome.state.tokens.filter(({ flow }) => flow !== undefined).map(({ no }) => no));
  let from = at;
  for (const [no, when] of walk.arrived) {
    if (atJoins.has(no)) continue;
    from = Math.max(from, when);
    walk.arrived.delete(no);
  }
  for (const no of atJoins) if (!walk.arrived.has(no)) walk.arrived.set(no, at);
  for (const effect of outcome.effects) note(walk, effect, from);
}

function note(walk: Walk, effect: Effect, from: number): void {
  const name = (node: string): string => walk.model.nodes.find(({ id }) => id === node)?.name ?? node;
  const wait = (id: string, node: string, kind: Waiting['kind'], workingDays = 0) => walk.waiting.set(id, { id, node, name: name(node), kind, from, workingDays });
  switch (effect.type) {
    case 'task-created': wait(effect.taskId, effect.node, 'task', effect.limitWorkingDays); break;
    case 'task-completed': case 'task-cancelled': walk.waiting.delete(effect.taskId); break;
    case 'timer-scheduled': wait(effect.timerId, effect.node, 'timer', effect.due.type === 'working-days' ? effect.due.value : 0); break;
    case 'timer-cancelled': walk.waiting.delete(effect.timerId); break;
    case 'message-awaited':
      walk.messages.set(effect.subscriptionId, { message: effect.message, ...(effect.key === undefined ? {} : { key: effect.key }) });
      wait(effect.subscriptionId, effect.node, 'message');
      break;
    case 'message-cancelled': walk.waiting.delete(effect.subscriptionId); break;
    case 'process-called': wait(effect.activityId, effect.node, 'activity'); break;
    case 'service-invoked': if (effect.waiting) wait(effect.activityId, effect.node, 'activity'); break;
    case 'service-cancelled': case 'call-cancelled': walk.waiting.delete(effect.activityId); break;
    case 'process-ended': walk.ended = true; break;
    default: break;
  }
}
