import { findExpression, isTimerValue, type BoundaryMessageNode, type BoundaryTimerNode, type MessageCatchNode, type ProcessNode, type TimerCatchNode } from '@tongban/bpmn-model';
import type { TimerDue } from './effect.ts';
import { evaluateExpression, evaluateValue } from './evaluate.ts';
import { refuse, type Run } from './run.ts';
import type { Armed, Token, Variables } from './state.ts';

/** Starts listening for a timer or message; returns what the token remembers of it. */
export function listen(run: Run, node: TimerCatchNode | MessageCatchNode | BoundaryTimerNode | BoundaryMessageNode, variables: Variables): Armed {
  return node.kind === 'timer' || node.kind === 'boundary-timer' ? scheduleTimer(run, node, variables) : awaitMessage(run, node, variables);
}

/** Starts every boundary event of an activity; part of the token that stands on it. */
export function armBoundaries(run: Run, activity: string, variables: Variables): { armed?: readonly Armed[] } {
  const events = run.graph.boundaries(activity);
  return events.length === 0 ? {} : { armed: events.map((event) => listen(run, event, variables)) };
}

/** Schedules a timer anew; `left` is what remains of a repetition, undefined at the first scheduling. */
export function scheduleTimer(run: Run, node: TimerCatchNode | BoundaryTimerNode, variables: Variables, left?: number): Armed {
  const id = run.env.newId();
  const { type } = node.timer;
  const value = evaluateValue(run, node.id, node.timer.value, variables);
  const written = typeof value === 'number' ? String(value) : value;
  if (typeof written !== 'string' || findExpression(written) !== undefined || !isTimerValue({ type, value: written })) {
    refuse(run, 'timer-invalid', { node: node.id, value });
    return { id, node: node.id };
  }
  const [, times, period] = /^R(\d*)\/(.+)$/.exec(written) ?? [];
  const due: TimerDue =
    type === 'working-days' ? { type, value: Number(written) } : type === 'cycle' ? { type: 'duration', value: period ?? '' } : { type, value: written };
  run.effects.push({ type: 'timer-scheduled', timerId: id, node: node.id, due });
  const remaining = left ?? (times === undefined || times === '' ? undefined : Math.max(Number(times) - 1, 0));
  return { id, node: node.id, ...(type === 'cycle' && remaining !== undefined ? { left: remaining } : {}) };
}

function awaitMessage(run: Run, node: MessageCatchNode | BoundaryMessageNode, variables: Variables): Armed {
  const id = run.env.newId();
  const value = node.correlationKey === undefined ? undefined : evaluateExpression(run, node.id, node.correlationKey, variables);
  const key = value === undefined || value === null ? {} : { key: String(value) };
  run.effects.push({ type: 'message-awaited', subscriptionId: id, node: node.id, message: node.message, ...key });
  return { id, node: node.id, ...key };
}

/** Stops listening for one boundary event. */
export function disarm(run: Run, armed: Armed): void {
  emitSilence(run, run.graph.nodes.get(armed.node), armed.id);
}

/** Stops every boundary event of a token. */
export function disarmAll(run: Run, token: Token): void {
  for (const armed of token.armed ?? []) disarm(run, armed);
}

/** Tells the platform that a timer or subscription is no longer wanted. */
export function emitSilence(run: Run, node: ProcessNode | undefined, id: string): void {
  if (node?.kind === 'timer' || node?.kind === 'boundary-timer') run.effects.push({ type: 'timer-cancelled', timerId: id, node: node.id });
  if (node?.kind === 'message' || node?.kind === 'boundary-message') run.effects.push({ type: 'message-cancelled', subscriptionId: id, node: node.id });
}
