import type { Actor } from '../../access/index.ts';
import type { Context } from '../../context.ts';
import { findRow, readRows } from '../../db/index.ts';
import { fail } from '../errors.ts';
import { candidateKeysOf } from './candidate-key.ts';
import { subjectOf } from './take-step.ts';
import { addInstance, openUnit, type InstanceRow, type LiveInstance, type TaskRow, type Unit } from './unit.ts';

export interface OpenedTask {
  unit: Unit;
  instance: LiveInstance;
  task: TaskRow;
}

/** A task with its instance as they were read. */
export interface StoredTask {
  task: TaskRow;
  instance: InstanceRow;
}

interface Joined extends TaskRow, Pick<InstanceRow, 'definitionId' | 'parentId' | 'parentActivityId' | 'state' | 'taken' | 'version' | 'startedAt'> {
  instanceStatus: InstanceRow['status'];
  instanceEndedAt: InstanceRow['endedAt'];
}

// Every step of every case reads one of these two, so they are written out and prepared.
const joined = `SELECT t.*, i.definition_id, i.parent_id, i.parent_activity_id, i.state, i.taken, i.status AS instance_status, i.version, i.started_at, i.ended_at AS instance_ended_at
FROM workflow.task t JOIN workflow.instance i ON i.id = t.instance_id`;
const byTask = `${joined} WHERE t.id = $1`;
const bySubject = `${joined} WHERE i.subject_id = $1 AND i.subject_type = $2 AND i.status IN ('running', 'suspended')
AND t.status IN ('open', 'held', 'suspended') ORDER BY t.id`;

function split(row: Joined): StoredTask {
  const { definitionId, parentId, parentActivityId, state, taken, instanceStatus, version, startedAt, instanceEndedAt, ...task } = row;
  const instance = {
    id: task.instanceId, definitionId, ...subjectOf(task), parentId, parentActivityId, state, taken, status: instanceStatus, version, startedAt, endedAt: instanceEndedAt,
  };
  return { task, instance };
}

/** Reads the tasks of a subject that are not done, oldest first, each with its instance. */
export async function readSubjectTasks(ctx: Context, subject: { subjectType: string; subjectId: string }): Promise<StoredTask[]> {
  return (await readRows<Joined>(ctx.kernel.db, bySubject, [subject.subjectId, subject.subjectType])).map(split);
}

async function readTask(ctx: Context, taskId: string): Promise<StoredTask> {
  const row = await findRow<Joined>(ctx.kernel.db, byTask, [taskId]);
  if (!row || row.status === 'completed' || row.status === 'cancelled') throw fail('workflow.task-not-found');
  return split(row);
}

/**
 * Opens a task for its handler, with its instance; one that the caller has read already is not read again.
 * @throws workflow.task-not-found, workflow.not-handler, workflow.claimed-by-other
 */
export async function openTask(ctx: Context, taskId: string, stored?: StoredTask, subject?: unknown): Promise<OpenedTask> {
  const found = stored ?? await readTask(ctx, taskId);
  requireHandler(ctx.actor, found.task);
  return enter(ctx, found, subject);
}

/** As `openTask`, whoever the task is meant for: the caller has checked who may. */
export async function unsafeOpenTask(ctx: Context, taskId: string): Promise<OpenedTask> {
  return enter(ctx, await readTask(ctx, taskId));
}

async function enter(ctx: Context, { task, instance: row }: StoredTask, subject?: unknown): Promise<OpenedTask> {
  const unit = await openUnit(ctx, subject);
  return { unit, task, instance: await addInstance(unit, row) };
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
