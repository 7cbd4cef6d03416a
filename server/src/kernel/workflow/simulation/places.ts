import type { ProcessModel } from '@tongban/bpmn-model';
import { completeActivity, completeTask, fireTimer, receiveMessage, type Effect, type Environment, type InstanceState, type Outcome, type TimerDue, type Variables } from '../interpreter/index.ts';

/** A place at which a simulated case waits. */
export interface Place {
  readonly id: string;
  readonly node: string;
  readonly name: string;
  readonly kind: 'task' | 'timer' | 'message' | 'activity';
  /** Working days that a task may take. */
  readonly limit?: number;
  /** When a timer is due. */
  readonly due?: TimerDue;
  /** What a subscription waits for. */
  readonly message?: string;
  readonly key?: string;
  /** Who may handle a task was nobody, so that it went to the hall leader. */
  readonly unhandled?: true;
}

/** Changes the places as a step of the interpreter did; gives those that are new, in order. */
export function changePlaces(places: Map<string, Place>, model: ProcessModel, effects: readonly Effect[]): Place[] {
  const opened: Place[] = [];
  const name = (node: string): string => model.nodes.find(({ id }) => id === node)?.name ?? node;
  const open = (id: string, node: string, kind: Place['kind'], more: Partial<Place> = {}): void => {
    const place: Place = { id, node, name: name(node), kind, ...more };
    places.set(id, place);
    opened.push(place);
  };
  for (const effect of effects) {
    switch (effect.type) {
      case 'task-created':
        open(effect.taskId, effect.node, 'task', { ...(effect.limitWorkingDays === undefined ? {} : { limit: effect.limitWorkingDays }), ...(effect.unhandled === true ? { unhandled: true } : {}) });
        break;
      case 'task-completed': case 'task-cancelled': places.delete(effect.taskId); break;
      case 'timer-scheduled': open(effect.timerId, effect.node, 'timer', { due: effect.due }); break;
      case 'timer-cancelled': places.delete(effect.timerId); break;
      case 'message-awaited': open(effect.subscriptionId, effect.node, 'message', { message: effect.message, ...(effect.key === undefined ? {} : { key: effect.key }) }); break;
      case 'message-cancelled': places.delete(effect.subscriptionId); break;
      case 'process-called': open(effect.activityId, effect.node, 'activity'); break;
      case 'service-invoked': if (effect.waiting) open(effect.activityId, effect.node, 'activity'); break;
      case 'service-cancelled': case 'call-cancelled': places.delete(effect.activityId); break;
      default: break;
    }
  }
  // What came and went within one step was never waited at.
  return opened.filter(({ id }) => places.has(id));
}

/** Goes on from a place: the task is done, the timer is due, the message is there, the called process has ended. */
export function leavePlace(model: ProcessModel, state: InstanceState, { id, kind, message = '', key }: Place, variables: Variables, env: Environment): Outcome {
  switch (kind) {
    case 'task': return completeTask(model, state, { taskId: id, variables }, env);
    case 'timer': return fireTimer(model, state, { timerId: id }, env);
    case 'activity': return completeActivity(model, state, { activityId: id, variables }, env);
    case 'message': return receiveMessage(model, state, { message, ...(key === undefined ? {} : { key }), variables }, env);
  }
}
