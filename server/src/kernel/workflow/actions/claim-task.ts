import { requireStaff } from '../../access/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { tablesOf, writesFor, WriteBatch } from '../../db/index.ts';
import { requireHandler } from '../engine/open-task.ts';
import type { TaskRow } from '../engine/unit.ts';
import { fail } from '../errors.ts';
import type { WorkflowTables } from '../tables.ts';

/** Takes a task out of the others' inboxes (签收, INT-12); claiming one's own again changes nothing. @throws workflow.claimed-by-other */
export async function claimTask(ctx: Context, taskId: string): Promise<void> {
  const actor = requireStaff(ctx);
  const task = await getOpenTask(ctx, taskId);
  requireHandler(actor, task);
  if (task.assigneeId === actor.id) return;
  await change(ctx, task, 'claim-task', { assigneeId: actor.id, assigneeName: actor.name, claimedAt: ctx.kernel.clock.now() }, null);
}

/** Gives a claimed task back to everybody who may handle it. @throws workflow.not-claimed */
export async function releaseTask(ctx: Context, taskId: string): Promise<void> {
  const actor = requireStaff(ctx);
  const task = await getOpenTask(ctx, taskId);
  // a task that was given to one person has no others to go back to
  const given = task.ownerId !== null || (task.candidateKeys.length === 1 && task.candidateKeys[0] === `u:${actor.id}`);
  if (task.assigneeId !== actor.id || given) throw fail('workflow.not-claimed');
  await change(ctx, task, 'release-task', { assigneeId: null, assigneeName: null, claimedAt: null }, actor.id);
}

async function getOpenTask(ctx: Context, taskId: string): Promise<TaskRow> {
  const task = await tablesOf<WorkflowTables>(ctx.kernel.db).selectFrom('workflow.task').selectAll().where('id', '=', taskId).where('status', '=', 'open').executeTakeFirst();
  if (!task) throw fail('workflow.task-not-found');
  return task;
}

async function change(ctx: Context, { id, subjectType, subjectId }: TaskRow, verb: string, set: Partial<TaskRow>, from: string | null): Promise<void> {
  const batch = new WriteBatch();
  const guard = { expected: 1, otherwise: () => fail('workflow.claimed-by-other', { name: '其他人员' }) };
  writesFor<WorkflowTables>(batch).update('workflow.task', set, { id, status: 'open', assigneeId: from }, guard);
  recordAudit(ctx, batch, { action: `workflow.${verb}`, objectType: subjectType, objectId: subjectId, detail: { taskId: id } });
  await commit(ctx, batch);
}
