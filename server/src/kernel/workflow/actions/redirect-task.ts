import type { Context } from '../../context.ts';
import type { WriteBatch } from '../../db/index.ts';
import { unsafeOpenTask } from '../engine/open-task.ts';
import { takeStep } from '../engine/take-step.ts';
import type { TaskRow } from '../engine/unit.ts';
import { publishRedirected, writeUnit } from '../engine/write-unit.ts';
import { redirect, type Candidate } from '../interpreter/index.ts';

/**
 * Means an open task for others in the batch, any of whom may take it (改派, DEC-07); who had it loses it. The caller has
 * checked who may. Gives the task as it was. @throws workflow.task-not-found, workflow.no-handler, workflow.instance-suspended, workflow.stale (at commit)
 */
export async function redirectTask(ctx: Context, batch: WriteBatch, { taskId, candidates }: { taskId: string; candidates: readonly Candidate[] }): Promise<TaskRow> {
  const { unit, instance, task } = await unsafeOpenTask(ctx, taskId);
  await takeStep(unit, instance, (env) => redirect(instance.model, instance.row.state, { taskId, candidates }, env));
  writeUnit(unit, batch, instance);
  publishRedirected(unit, batch, instance, task);
  return task;
}
