import type { ProcessModel } from '@tongban/bpmn-model';
import { evaluateExpression } from '../engine/evaluate.ts';
import { refusalError } from '../engine/take-step.ts';
import { fail } from '../errors.ts';
import { start, type Environment, type InstanceState, type Outcome, type Variables } from '../interpreter/index.ts';
import { changePlaces, leavePlace, type Place } from './places.ts';

/** Goes on from one place that waits; `id` is that of the place in the simulation before it. */
export interface Move { readonly id: string; readonly variables?: Variables }

/** Where a simulated case waits. */
export interface Waiting extends Pick<Place, 'id' | 'node' | 'name' | 'kind'> {
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
export const mostVisits = 20;

interface Walk {
  readonly model: ProcessModel;
  readonly env: Environment;
  state: InstanceState;
  readonly places: Map<string, Place>;
  /** Place → when the case came to it. */
  readonly since: Map<string, number>;
  /** Token that waits at a join → when it came there. */
  readonly arrived: Map<number, number>;
  readonly path: { node: string; name: string; until: number }[];
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
  const walk: Walk = { model, env, state, places: new Map(), since: new Map(), arrived: new Map(), path: [] };
  take(walk, start(model, variables, env), 0);
  for (const move of moves) {
    if (findLoop(walk).length > 0) break;
    go(walk, move);
  }
  const waiting = [...walk.places.values()].map((place): Waiting => ({ id: place.id, node: place.node, name: place.name, kind: place.kind, from: walk.since.get(place.id) ?? 0, workingDays: daysAt(place) }));
  const days = [...walk.path.map(({ until }) => until), ...waiting.map(({ from }) => from)];
  return { path: walk.path, waiting, ended: walk.state.status === 'completed', workingDays: Math.max(0, ...days), loop: findLoop(walk) };
}

function findLoop({ path }: Walk): string[] {
  const visits = new Map<string, number>();
  for (const { name } of path) visits.set(name, (visits.get(name) ?? 0) + 1);
  return [...visits].filter(([, count]) => count >= mostVisits).map(([name]) => name);
}

function daysAt({ limit = 0, due }: Place): number {
  return due?.type === 'working-days' ? due.value : limit;
}

function go(walk: Walk, { id, variables = {} }: Move): void {
  const place = walk.places.get(id);
  if (!place) throw fail('workflow.simulation-move-unknown');
  const until = (walk.since.get(id) ?? 0) + daysAt(place);
  walk.path.push({ node: place.node, name: place.name, until });
  if (place.kind !== 'task') walk.places.delete(id);
  take(walk, leavePlace(walk.model, walk.state, place, variables, walk.env), until);
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
  for (const { id } of changePlaces(walk.places, walk.model, outcome.effects)) walk.since.set(id, from);
}
