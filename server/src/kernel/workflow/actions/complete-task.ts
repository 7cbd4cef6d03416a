import type { Actor } from '../../access/index.ts';
import type { Context } from '../../context.ts';
import type { WriteBatch } from '../../db/index.ts';
import { openTask, type StoredTask } from '../engine/open-task.ts';
import { takeStep } from '../engine/take-step.ts';
import { changeTask, type TaskRow } from '../engine/unit.ts';
import { writeUnit, type StepResult } from '../engine/write-unit.ts';
import { completeTask as completeInState, type Variables } from '../interpreter/index.ts';
import { nameAssignee } from './reassign-task.ts';

export interface CompleteTask {
  taskId: string;
  /** The task as `findTasksOf` has just read it, so that it need not be read again; a change since then undoes the batch. */
  stored?: StoredTask;
  variables?: Variables;
  /** What the process is about as the caller holds it, for who routes its tasks. */
  subject?: unknown;
  /** Shown among what the officer has done. */
  opinion?: string;
}

/**
 * Completes a task as its handler and moves the process on, in the batch. An unclaimed task counts as claimed by it; what
 * a delegate has done goes to the owner for confirmation. One more statement part per table; no statement of its own.
 * @throws workflow.task-not-found, workflow.not-handler, workflow.stale (at commit), AppError of a refusal
 */
export async function completeTask(ctx: Context, batch: WriteBatch, { taskId, stored, variables, subject, opinion }: CompleteTask): Promise<StepResult> {
  const opened = await openTask(ctx, taskId, stored, subject);
  const { unit, instance } = opened;
  await takeStep(unit, instance, (env) => completeInState(instance.model, instance.row.state, { taskId, ...(variables ? { variables } : {}) }, env));
  if (unit.taskChanges.get(taskId)?.status === 'completed') changeTask(unit, taskId, { ...doneBy(ctx.actor, opinion), result: variables ?? {} });
  else await nameAssignee(opened);
  return writeUnit(unit, batch, instance);
}

/** Who did it and what they wrote; a system actor is no officer and has no list of things done. */
export function doneBy(actor: Actor, opinion: string | undefined): Partial<TaskRow> {
  return { completedBy: actor.kind === 'staff' ? actor.id : null, completedByName: actor.name, opinion: opinion ?? null };
}

