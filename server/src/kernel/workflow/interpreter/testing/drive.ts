import { isGateway, type ProcessModel, type ProcessNode, type SequenceFlow } from '@tongban/bpmn-model';
import {
  addSign,
  completeActivity,
  completeTask,
  delegate,
  fireTimer,
  receiveMessage,
  resume,
  returnTo,
  start,
  suspend,
  terminate,
  transfer,
  type Effect,
  type Environment,
  type InstanceState,
  type Outcome,
  type ReturnTo,
  type TaskCreated,
  type Variables,
} from '../index.ts';

type NodeSpec = Partial<Omit<Extract<ProcessNode, { kind: 'user-task' }>, 'kind'>> & Readonly<Record<string, unknown>>;

const defaults = { step: 'custom', candidates: [{ role: 'clerk' }], noHandler: 'administrator' } as const;

/** Builds a node from the short form the tests use. */
export function node<K extends ProcessNode['kind']>(kind: K, id: string, rest: Omit<Extract<ProcessNode, { kind: K }>, 'kind' | 'id'>): ProcessNode;
export function node(kind: string, id: string, rest: object): object {
  return { kind, id, ...rest };
}

/** A user task anybody with the role of clerk may handle. */
export function task(id: string, rest: NodeSpec = {}): ProcessNode {
  return { ...defaults, ...rest, kind: 'user-task', id };
}

/**
 * Builds a model from nodes and lines like `s > fork > a > join`; `gate > a if condition` gives a flow its condition,
 * and `gate > a else` makes it the default. Flow ids are `from-to`.
 */
export function model(nodes: readonly ProcessNode[], ...lines: readonly string[]): ProcessModel {
  const flows: SequenceFlow[] = [];
  const fallbacks = new Map<string, string>();
  for (const line of lines) {
    const [path = '', condition] = line.split(' if ');
    const isDefault = path.endsWith(' else');
    const stops = path.replace(/ else$/, '').split(' > ');
    stops.slice(1).forEach((to, index) => {
      const from = stops[index] ?? '';
      const last = index === stops.length - 2;
      if (isDefault && last) fallbacks.set(from, `${from}-${to}`);
      flows.push({ id: `${from}-${to}`, from, to, ...(condition !== undefined && last ? { condition } : {}) });
    });
  }
  const withDefaults = nodes.map((one) => {
    const fallback = fallbacks.get(one.id);
    return isGateway(one) && fallback !== undefined ? { ...one, default: fallback } : one;
  });
  return { format: 1, id: 'p', nodes: withDefaults, flows };
}

export const begin: ProcessNode = { kind: 'start', id: 's' };
export const finish: ProcessNode = { kind: 'end', id: 'e' };

/** Evaluates the tests' expressions: JSON, `name`, `not name`, `name = json`, `name >= number`, `count name`; `fail` throws. */
export function evaluate(expression: string, variables: Variables): unknown {
  if (expression === 'fail') throw new Error('bad expression');
  if (expression.startsWith('not ')) return variables[expression.slice(4)] !== true;
  if (expression.startsWith('count ')) return [variables[expression.slice(6)]].flat().length;
  const [, name, operator, literal] = /^(\w+) (=|>=) (.+)$/.exec(expression) ?? [];
  if (name !== undefined && literal !== undefined) {
    const value = variables[name];
    return operator === '=' ? value === JSON.parse(literal) : Number(value) >= Number(literal);
  }
  return /^[A-Za-z]\w*$/.test(expression) && expression !== 'true' && expression !== 'false' ? variables[expression] : JSON.parse(expression);
}

/** A running instance with its open tasks, timers and subscriptions kept as the platform would keep them. */
export class Drive {
  readonly model: ProcessModel;
  readonly env: Environment;
  state: InstanceState;
  readonly open = new Map<string, TaskCreated>();
  readonly timers = new Map<string, Extract<Effect, { type: 'timer-scheduled' }>>();
  readonly subscriptions = new Map<string, string>();
  readonly activities = new Map<string, Extract<Effect, { type: 'service-invoked' | 'process-called' }>>();
  readonly held = new Set<string>();
  readonly created: string[] = [];
  ended: Extract<Effect, { type: 'process-ended' }>[] = [];
  last: readonly Effect[] = [];

  constructor(processModel: ProcessModel, variables: Variables = {}, env: Partial<Environment> = {}) {
    let number = 0;
    this.model = processModel;
    this.env = { evaluate, newId: () => `id${++number}`, ...env };
    this.state = { status: 'running', next: 1, tokens: [], scopes: [], variables: {}, done: [] };
    this.take(start(processModel, variables, this.env));
  }

  /** Accepts an outcome; the state goes through JSON as it does in the database. */
  take(outcome: Outcome): this {
    if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
    const stored: { state: InstanceState } = JSON.parse(JSON.stringify({ state: outcome.state }));
    this.state = stored.state;
    this.last = outcome.effects;
    for (const effect of outcome.effects) this.apply(effect);
    return this;
  }

  private apply(effect: Effect): void {
    const drop = (map: Map<string, unknown>, id: string) => {
      if (!map.delete(id)) throw new Error(`${effect.type} of something not open: ${id}`);
    };
    if (effect.type === 'task-created') {
      this.open.set(effect.taskId, effect);
      this.created.push(effect.node);
    } else if (effect.type === 'task-completed' || effect.type === 'task-cancelled') drop(this.open, effect.taskId);
    else if (effect.type === 'timer-scheduled') this.timers.set(effect.timerId, effect);
    else if (effect.type === 'timer-cancelled') drop(this.timers, effect.timerId);
    else if (effect.type === 'message-awaited') this.subscriptions.set(effect.subscriptionId, effect.node);
    else if (effect.type === 'message-cancelled') drop(this.subscriptions, effect.subscriptionId);
    else if (effect.type === 'process-called' || (effect.type === 'service-invoked' && effect.waiting)) this.activities.set(effect.activityId, effect);
    else if (effect.type === 'service-cancelled' || effect.type === 'call-cancelled') drop(this.activities, effect.activityId);
    else if (effect.type === 'task-held') this.held.add(effect.taskId);
    else if (effect.type === 'task-released') this.held.delete(effect.taskId);
    else if (effect.type === 'process-ended') this.ended.push(effect);
  }

  /** Node ids of the open tasks, sorted. */
  get at(): string[] {
    return [...this.open.values()].map((one) => one.node).sort();
  }

  idOf(nodeId: string, nth = 0): string {
    const found = [...this.open.values()].filter((one) => one.node === nodeId)[nth];
    if (found === undefined) throw new Error(`no open task at ${nodeId}, open: ${this.at.join()}`);
    return found.taskId;
  }

  complete(nodeId: string, variables: Variables = {}, nth = 0): this {
    return this.take(this.tryComplete(nodeId, variables, nth));
  }

  tryComplete(nodeId: string, variables: Variables = {}, nth = 0): Outcome {
    return completeTask(this.model, this.state, { taskId: this.idOf(nodeId, nth), variables }, this.env);
  }

  completeActivity(variables: Variables = {}, nth = 0): this {
    const activityId = [...this.activities.keys()][nth] ?? 'none';
    this.activities.delete(activityId);
    return this.take(completeActivity(this.model, this.state, { activityId, variables }, this.env));
  }

  fire(nodeId: string): this {
    const timer = [...this.timers.values()].find((one) => one.node === nodeId);
    if (timer === undefined) throw new Error(`no timer at ${nodeId}`);
    this.timers.delete(timer.timerId);
    return this.take(fireTimer(this.model, this.state, { timerId: timer.timerId }, this.env));
  }

  receive(message: string, key?: string, variables?: Variables): Outcome {
    return receiveMessage(this.model, this.state, { message, ...(key === undefined ? {} : { key }), ...(variables === undefined ? {} : { variables }) }, this.env);
  }

  tryReturn(from: string, target: string, options: Partial<ReturnTo> = {}): Outcome {
    return returnTo(this.model, this.state, { taskId: this.idOf(from), target, then: 'proceed', ...options }, this.env);
  }

  returnTo(from: string, target: string, options: Partial<ReturnTo> = {}): this {
    return this.take(this.tryReturn(from, target, options));
  }

  addSign(nodeId: string, mode: 'before' | 'after', signers: readonly string[], sequential = false): Outcome {
    return addSign(this.model, this.state, { taskId: this.idOf(nodeId), mode, signers, sequential }, this.env);
  }

  transfer(nodeId: string, to: string): Outcome {
    return transfer(this.model, this.state, { taskId: this.idOf(nodeId), to }, this.env);
  }

  delegate(nodeId: string, to: string, confirm: boolean): Outcome {
    return delegate(this.model, this.state, { taskId: this.idOf(nodeId), to, owner: 'owner', confirm }, this.env);
  }

  suspend(): Outcome {
    return suspend(this.model, this.state, this.env);
  }

  resume(): Outcome {
    return resume(this.model, this.state, this.env);
  }

  terminate(): Outcome {
    return terminate(this.model, this.state, this.env);
  }
}
