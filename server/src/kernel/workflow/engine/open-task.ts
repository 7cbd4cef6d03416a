import type { Actor } from '../../access/index.ts';
import type { Context } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import { fail } from '../errors.ts';
import type { WorkflowTables } from '../tables.ts';
import { candidateKeysOf } from './candidate-key.ts';
import { subjectOf } from './take-step.ts';
import { addInstance, openUnit, type LiveInstance, type TaskRow, type Unit } from './unit.ts';

export interface OpenedTask {
  unit: Unit;
  instance: LiveInstance;
  task: TaskRow;
}

/** Reads a task with its instance, in one query, for its handler. @throws workflow.task-not-found, workflow.not-handler, workflow.claimed-by-other */
export async function openTask(ctx: Context, taskId: string): Promise<OpenedTask> {
  const row = await tablesOf<WorkflowTables>(ctx.kernel.db).selectFrom('workflow.task as task')
    .innerJoin('workflow.instance as instance', 'instance.id', 'task.instanceId')
    .selectAll('task')
    .select(['instance.definitionId', 'instance.parentId', 'instance.parentActivityId', 'instance.state', 'instance.status as instanceStatus',
      'instance.version', 'instance.startedAt', 'instance.endedAt as instanceEndedAt'])
    .where('task.id', '=', taskId).executeTakeFirst();
  if (!row || row.status === 'completed' || row.status === 'cancelled') throw fail('workflow.task-not-found');
  const { definitionId, parentId, parentActivityId, state, instanceStatus, version, startedAt, instanceEndedAt, ...task } = row;
  requireHandler(ctx.actor, task);
  const unit = await openUnit(ctx);
  const instance = await addInstance(unit, {
    id: task.instanceId, definitionId, ...subjectOf(task), parentId, parentActivityId, state, status: instanceStatus, version, startedAt, endedAt: instanceEndedAt,
  });
  return { unit, task, instance };
}

/** Whether the actor may act on a task: its assignee, or while nobody has it any of its candidates. */
export function isHandler(actor: Actor, task: Pick<TaskRow, 'assigneeId' | 'candidateKeys'>): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'staff') return false;
  if (task.assigneeId !== null) return task.assigneeId === actor.id;
  const own = new Set(candidateKeysOf(actor));
  return task.candidateKeys.some((key) => own.has(key));
}

/** @throws workflow.not-handler, workflow.claimed-by-other */
export function requireHandler(actor: Actor, task: Pick<TaskRow, 'assigneeId' | 'assigneeName' | 'candidateKeys'>): void {
  if (isHandler(actor, task)) return;
  const candidate = isHandler(actor, { ...task, assigneeId: null });
  throw candidate ? fail('workflow.claimed-by-other', { name: task.assigneeName ?? '其他人员' }) : fail('workflow.not-handler');
}
