import type { ProcessModel, UserTaskNode } from '@tongban/bpmn-model';
import { candidateKey } from '../engine/candidate-key.ts';
import { durationSeconds } from '../engine/due.ts';
import { evaluateExpression } from '../engine/evaluate.ts';
import { returnTo, start, type Candidate, type Environment, type InstanceState, type Outcome, type Refusal, type TaskOpening, type TimerDue, type Variables } from '../interpreter/index.ts';
import { changePlaces, leavePlace, type Place } from './places.ts';
import type { StepProfile } from './profile.ts';
import { mostVisits } from './simulate.ts';

/** One time that a past case was at a step, told in the elements of the process it is replayed on. */
export interface PastVisit {
  readonly node: string;
  /** What doing it wrote; undefined where that is not known. */
  readonly result?: Variables | undefined;
  /** Working seconds from arrival to the end; undefined while it was not done. */
  readonly seconds?: number | undefined;
  /** It was sent back to this step instead of being done. */
  readonly returnedTo?: string | undefined;
}

/** What is replayed: what the case began with, and what was done of it. */
export interface ReplayInput {
  /** Tells one case from another where chance decides; the same case fares the same each time. */
  readonly seed: string;
  readonly variables: Variables;
  readonly visits: readonly PastVisit[];
}

/** What the author of a process expects of a step that has no record. */
export interface Assumption {
  readonly node: string;
  /** Working days. */
  readonly days?: number | undefined;
  /** What the step may write, with its share of the cases in percent; none means as most often recorded. */
  readonly outcomes: readonly { readonly values: Variables; readonly percent: number }[];
}

/**
 * What rules say of a case on its way, as they do now. It is looked up while the case walks: what is not known yet is noted,
 * found out, and the walk taken again. A key tells one task of one moment of the walk from all others.
 */
export interface Advice {
  /** Whom rules name for a task. */
  readonly route: (key: string) => readonly Candidate[] | undefined;
  /** A task came up, with the values as they were then. */
  readonly noteOpening: (key: string, opening: TaskOpening, variables: Variables) => void;
  /** What the rules of a step propose that it comes to. */
  readonly propose: (key: string, node: UserTaskNode, variables: Variables) => Variables | undefined;
}

export interface Surroundings {
  readonly assumptions: ReadonlyMap<string, Assumption>;
  readonly profiles: ReadonlyMap<string, StepProfile>;
  /** Of all steps with the same part in the handling (`review`, `decision` …), for steps that nobody has done yet. */
  readonly profilesByStep: ReadonlyMap<string, StepProfile>;
  readonly hasHandler: (candidate: Candidate) => boolean;
  readonly advice?: Advice;
}

/** recorded: as this case; assumed: as its author set; ruled: as the rules of the step propose; common: as most cases; limit: its limit used up; none: nothing is known of it. */
export const bases = ['recorded', 'assumed', 'ruled', 'common', 'limit', 'none'] as const;
export type Basis = (typeof bases)[number];

/** One time at a step, as it would be. */
export interface ReplayedVisit {
  readonly node: string;
  /** Working seconds from the start. */
  readonly from: number;
  readonly until: number;
  readonly timeBy: Basis;
  readonly outcomeBy: Basis;
  readonly result: Variables;
  readonly returned: boolean;
  readonly unhandled: boolean;
  /** Key of the task, see `Advice`; undefined when the process was not asked who handles it. */
  readonly key: string | undefined;
  /** Who it went to. */
  readonly candidates: readonly Candidate[];
  /** The values when it came up, and those with which it was done. */
  readonly entered: Variables;
  readonly left: Variables;
}

export interface Replayed {
  /** ended: came to an end event; stuck: the process refused; loop: went round without end. */
  readonly result: 'ended' | 'stuck' | 'loop';
  readonly visits: readonly ReplayedVisit[];
  /** Flows gone along, each once. */
  readonly flows: readonly string[];
  /** Steps passed over because nobody can handle them. */
  readonly skipped: readonly string[];
  readonly seconds: number;
  readonly refusal: Refusal | undefined;
  /** Ids of the steps it went round in. */
  readonly loop: readonly string[];
}

/** Moves of one case; far more than a real one makes, even where many departments sign and a timer repeats. */
const mostMoves = 2_000;
const day = 86_400;

interface Stay { readonly place: Place; readonly from: number; readonly until: number; readonly timeBy: Basis; readonly record: PastVisit | undefined; readonly turn: number; readonly key: string | undefined; readonly candidates: readonly Candidate[]; readonly entered: Variables }

interface Walk {
  readonly model: ProcessModel;
  readonly input: ReplayInput;
  readonly around: Surroundings;
  readonly env: Environment;
  /** What is left of the records of each step, the earliest first. */
  readonly records: Map<string, PastVisit[]>;
  readonly turns: Map<string, number>;
  readonly places: Map<string, Place>;
  readonly stays: Map<string, Stay>;
  readonly visits: ReplayedVisit[];
  readonly flows: Set<string>;
  readonly skipped: Set<string>;
  /** Tasks that came up in the step being taken, and the keys of all. */
  readonly openings: TaskOpening[];
  readonly keys: Map<string, string>;
  steps: number;
  state: InstanceState;
  now: number;
}

/**
 * Takes a past case through a process as it might be: with the values the case had, what was decided and how long it took
 * where a step has a record of this case, and else as assumed or as most cases went (WFL-03). The same interpreter as for
 * real cases; nothing is stored. Bounded: a case that comes to a step 20 times, or makes 2,000 moves, is said to go round.
 */
export function replay(model: ProcessModel, input: ReplayInput, around: Surroundings): Replayed {
  let serial = 0;
  const env: Environment = {
    evaluate: evaluateExpression, newId: () => `r${serial += 1}`, hasHandler: around.hasHandler,
    route: (opening) => {
      const key = `${walk.steps} ${opening.node} ${opening.candidates.map(candidateKey).join(' ')}`;
      walk.keys.set(opening.taskId, key);
      walk.openings.push(opening);
      return around.advice?.route(key);
    },
  };
  const walk: Walk = {
    model, input, around, env, records: groupByNode(input.visits), turns: new Map(), places: new Map(), stays: new Map(), visits: [], flows: new Set(), skipped: new Set(), openings: [], keys: new Map(), steps: 0,
    state: { status: 'running', next: 1, tokens: [], scopes: [], variables: {}, done: [] }, now: 0,
  };
  let refusal = take(walk, start(model, input.variables, env));
  for (let moves = 0; refusal === undefined && walk.state.status === 'running'; moves += 1) {
    const stay = nextStay(walk);
    if (stay === undefined) break;
    const loop = stepsOf(walk, mostVisits);
    if (loop.length > 0) return present(walk, 'loop', undefined, loop);
    if (moves >= mostMoves) return present(walk, 'loop', undefined, [stay.place.node]);
    refusal = leave(walk, stay);
  }
  return present(walk, refusal === undefined ? 'ended' : 'stuck', refusal, []);
}

function present({ visits, flows, skipped, now }: Walk, result: Replayed['result'], refusal: Refusal | undefined, loop: readonly string[]): Replayed {
  return { result, visits, flows: [...flows], skipped: [...skipped], seconds: now, refusal, loop };
}

/** Steps that the case came to so many times; those that several people do count once for each, so they are left out. */
function stepsOf({ model, turns }: Walk, times: number): string[] {
  return [...turns].filter(([node, count]) => count >= times && model.nodes.some((one) => one.id === node && one.kind === 'user-task' && one.multi === undefined)).map(([node]) => node);
}

function groupByNode(visits: readonly PastVisit[]): Map<string, PastVisit[]> {
  const groups = new Map<string, PastVisit[]>();
  for (const visit of visits) groups.set(visit.node, [...groups.get(visit.node) ?? [], visit]);
  return groups;
}

/** The place that is left first; of several at one moment the one that was reached first. */
function nextStay({ stays }: Walk): Stay | undefined {
  let next: Stay | undefined;
  for (const stay of stays.values()) if (next === undefined || stay.until < next.until) next = stay;
  return next;
}

/** Accepts what the interpreter did at this moment of the walk, or gives why it refused. */
function take(walk: Walk, outcome: Outcome): Refusal | undefined {
  const variables = outcome.ok ? outcome.state.variables : walk.state.variables;
  for (const opening of walk.openings.splice(0)) walk.around.advice?.noteOpening(walk.keys.get(opening.taskId) ?? '', opening, variables);
  walk.steps += 1;
  if (!outcome.ok) return outcome.refusal;
  walk.state = outcome.state;
  const created = new Map(outcome.effects.flatMap((effect) => (effect.type === 'task-created' ? [[effect.taskId, effect.candidates]] : [])));
  for (const flow of outcome.taken) walk.flows.add(flow);
  for (const effect of outcome.effects) if (effect.type === 'task-skipped') walk.skipped.add(effect.node);
  for (const place of changePlaces(walk.places, walk.model, outcome.effects)) walk.stays.set(place.id, arrive(walk, place, created.get(place.id) ?? []));
  for (const id of walk.stays.keys()) if (!walk.places.has(id)) walk.stays.delete(id);
  return undefined;
}

function arrive(walk: Walk, place: Place, candidates: readonly Candidate[]): Stay {
  const turn = walk.turns.get(place.node) ?? 0;
  walk.turns.set(place.node, turn + 1);
  const record = place.kind === 'task' ? walk.records.get(place.node)?.shift() : undefined;
  const [seconds, timeBy] = timeOf(walk, place, record);
  return { place, record, turn, from: walk.now, until: walk.now + seconds, timeBy, key: walk.keys.get(place.id), candidates, entered: walk.state.variables };
}

function timeOf({ around }: Walk, { kind, node, due, limit }: Place, record: PastVisit | undefined): [number, Basis] {
  if (record?.seconds !== undefined) return [record.seconds, 'recorded'];
  const assumed = around.assumptions.get(node)?.days;
  if (assumed !== undefined) return [assumed * day, 'assumed'];
  if (kind === 'timer') return [dueSeconds(due), 'limit'];
  const median = around.profiles.get(node)?.median ?? null;
  if (median !== null) return [median, 'common'];
  return limit === undefined ? [0, 'none'] : [limit * day, 'limit'];
}

function dueSeconds(due: TimerDue | undefined): number {
  if (due?.type === 'working-days') return due.value * day;
  // A fixed date says nothing of how long another case would wait.
  return due?.type === 'duration' ? durationSeconds(due.value) : 0;
}

function leave(walk: Walk, stay: Stay): Refusal | undefined {
  const { place, record, from, until, timeBy, key, candidates, entered } = stay;
  walk.now = until;
  const note = (result: Variables, outcomeBy: Basis, returned: boolean): void => {
    if (place.kind !== 'task') return;
    walk.visits.push({ node: place.node, from, until, timeBy, outcomeBy, result, returned, unhandled: place.unhandled === true, key, candidates, entered, left: { ...walk.state.variables, ...result } });
  };
  if (record?.returnedTo !== undefined) {
    const back = returnTo(walk.model, walk.state, { taskId: place.id, target: record.returnedTo, then: 'straight-back' }, walk.env);
    if (back.ok) {
      note({}, 'recorded', true);
      return take(walk, back);
    }
  }
  const [result, outcomeBy] = outcomeOf(walk, stay);
  const outcome = leavePlace(walk.model, walk.state, place, result, walk.env);
  note(result, outcomeBy, false);
  // A repeating timer stays where it is under a new id.
  if (place.kind !== 'task') {
    walk.places.delete(place.id);
    walk.stays.delete(place.id);
  }
  return take(walk, outcome);
}

function outcomeOf({ model, around, input }: Walk, { place: { node, kind }, record, turn, key, entered }: Stay): [Variables, Basis] {
  if (kind === 'timer') return [{}, 'none'];
  if (record?.result !== undefined) return [record.result, 'recorded'];
  const outcomes = around.assumptions.get(node)?.outcomes ?? [];
  if (outcomes.length > 0) return [draw(outcomes, shareOf(`${input.seed} ${node} ${turn}`)), 'assumed'];
  const found = model.nodes.find(({ id }) => id === node);
  const proposed = found?.kind === 'user-task' && key !== undefined ? around.advice?.propose(key, found, entered) : undefined;
  if (proposed !== undefined) return [proposed, 'ruled'];
  const common = around.profiles.get(node)?.outcomes[0] ?? (found?.kind === 'user-task' ? around.profilesByStep.get(found.step)?.outcomes[0] : undefined);
  return common === undefined ? [{}, 'none'] : [common.values, 'common'];
}

function draw(outcomes: Assumption['outcomes'], share: number): Variables {
  const whole = outcomes.reduce((sum, { percent }) => sum + percent, 0);
  let passed = 0;
  for (const { values, percent } of outcomes) {
    passed += percent;
    if (share * whole < passed) return values;
  }
  return outcomes.at(-1)?.values ?? {};
}

/** A number from 0 to 1 that looks like chance and is the same for the same words (FNV-1a). */
export function shareOf(words: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  // Mixed once more, since words that differ in the last letter alone lie close together.
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
