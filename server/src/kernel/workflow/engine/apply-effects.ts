import type { Effect, TaskCreated } from '../interpreter/index.ts';
import { candidateKey } from './candidate-key.ts';
import { taskDueOn, timerDueAt } from './due.ts';
import { changeTask, type LiveInstance, type TaskRow, type Unit } from './unit.ts';

/** What an effect asks of another instance; done once the effects of this one are in the unit. */
export type FollowUp = Extract<Effect, { type: 'process-called' | 'call-cancelled' | 'process-ended' | 'process-suspended' | 'process-resumed' }>;

/** Officers who find a person for a task that nobody can handle (no-handler policy `administrator`). */
const administrators = { role: 'hall-leader' };

/** Puts the effects of one step into the unit; gives what concerns other instances. */
export function applyEffects(unit: Unit, instance: LiveInstance, effects: readonly Effect[]): FollowUp[] {
  return effects.flatMap((effect): FollowUp[] => {
    switch (effect.type) {
      case 'process-called':
      case 'call-cancelled':
      case 'process-ended':
        return [effect];
      case 'process-suspended':
      case 'process-resumed':
        unit.paused.set(instance.row.id, effect.type === 'process-suspended' ? 'suspended' : 'open');
        return [effect];
      default:
        applyOwn(unit, instance, effect);
        return [];
    }
  });
}

function applyOwn(unit: Unit, instance: LiveInstance, effect: Exclude<Effect, FollowUp>): void {
  switch (effect.type) {
    case 'task-created':
      unit.newTasks.set(effect.taskId, newTask(unit, instance, effect));
      return;
    case 'task-completed':
      return changeTask(unit, effect.taskId, { status: 'completed', endedAt: unit.now });
    case 'task-cancelled':
      return changeTask(unit, effect.taskId, { status: 'cancelled', endedAt: unit.now });
    case 'task-held':
      return changeTask(unit, effect.taskId, { status: 'held' });
    case 'task-released':
      return changeTask(unit, effect.taskId, { status: 'open' });
    case 'task-moved':
      return changeTask(unit, effect.taskId, { node: effect.node, name: effect.name });
    case 'task-reassigned':
      return changeTask(unit, effect.taskId, { assigneeId: effect.to, claimedAt: unit.now, ownerId: effect.owner ?? null });
    case 'task-redirected':
      return changeTask(unit, effect.taskId, {
        candidates: effect.candidates, candidateKeys: effect.candidates.map(candidateKey), assigneeId: null, assigneeName: null, ownerId: null, claimedAt: null, unhandled: false,
      });
    case 'timer-scheduled': {
      const dueAt = timerDueAt(unit.calendar, unit.now, effect.due);
      unit.newTimers.set(effect.timerId, { id: effect.timerId, instanceId: instance.row.id, node: effect.node, dueAt, attempts: 0, error: null });
      return;
    }
    case 'timer-cancelled':
      if (!unit.newTimers.delete(effect.timerId)) unit.endedTimers.add(effect.timerId);
      return;
    case 'service-invoked':
      unit.services.push({ instance, effect });
      return;
    // the state knows what is awaited, and what is passed over or no longer waited for leaves no row
    case 'message-awaited':
    case 'message-cancelled':
    case 'service-cancelled':
    case 'task-skipped':
      return;
  }
}

function newTask(unit: Unit, { row }: LiveInstance, effect: TaskCreated): TaskRow {
  const candidates = effect.unhandled === true ? [administrators] : effect.candidates;
  return {
    id: effect.taskId, instanceId: row.id, node: effect.node, name: effect.name, step: effect.step, status: 'open',
    subjectType: row.subjectType, subjectId: row.subjectId, subjectNumber: row.subjectNumber, subjectTitle: row.subjectTitle, subjectName: row.subjectName,
    candidates, candidateKeys: candidates.map(candidateKey),
    organizationId: effect.reviewOrganisation ?? null, form: effect.form ?? null,
    returned: effect.returned === true, unhandled: effect.unhandled === true,
    signMode: effect.sign?.mode ?? null, signFor: effect.sign?.taskId ?? null,
    assigneeId: null, assigneeName: null, ownerId: null,
    dueOn: effect.limitWorkingDays === undefined ? null : taskDueOn(unit.calendar, unit.now, effect.limitWorkingDays),
    createdAt: unit.now, claimedAt: null, endedAt: null, completedBy: null, completedByName: null, opinion: null, result: null, hint: null,
  };
}
