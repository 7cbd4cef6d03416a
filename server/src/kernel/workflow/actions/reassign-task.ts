import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { WriteBatch } from '../../db/index.ts';
import { getStaffNames } from '../engine/name-assignees.ts';
import { openTask, type OpenedTask } from '../engine/open-task.ts';
import { takeStep } from '../engine/take-step.ts';
import { changeTask } from '../engine/unit.ts';
import { writeUnit } from '../engine/write-unit.ts';
import { addSign, delegate, transfer, type AddSign, type Environment, type Outcome } from '../interpreter/index.ts';

/** Hands one's task to another officer for good (转办). @throws workflow.staff-not-found, AppError of a refusal */
export async function transferTask(ctx: Context, input: { taskId: string; to: string; reason: string }): Promise<void> {
  const { taskId, to } = input;
  await act(ctx, taskId, 'transfer', { to, reason: input.reason }, ({ instance }, env) => transfer(instance.model, instance.row.state, { taskId, to }, env));
}

/** Lets another officer do one's task; with `confirm` it comes back before the process goes on (委托). */
export async function delegateTask(ctx: Context, input: { taskId: string; to: string; confirm: boolean; reason: string }): Promise<void> {
  const { taskId, to, confirm, reason } = input;
  const owner = ctx.actor.id;
  await act(ctx, taskId, 'delegate', { to, confirm, reason }, ({ instance }, env) => delegate(instance.model, instance.row.state, { taskId, to, owner, confirm }, env));
}

/** Adds signers before or after one's task (加签). @throws workflow.staff-not-found, AppError of a refusal */
export async function addSigners(ctx: Context, input: AddSign & { reason: string }): Promise<void> {
  const { reason, ...sign } = input;
  await getStaffNames(ctx, sign.signers);
  await act(ctx, sign.taskId, 'add-signers', { mode: sign.mode, signers: sign.signers, reason }, ({ instance }, env) => addSign(instance.model, instance.row.state, sign, env));
}

async function act(
  ctx: Context, taskId: string, verb: string, detail: Record<string, unknown>, step: (opened: OpenedTask, env: Environment) => Outcome,
): Promise<void> {
  const opened = await openTask(ctx, taskId);
  const { unit, instance, task } = opened;
  await takeStep(unit, instance, (env) => step(opened, env));
  await nameAssignee(opened);
  const batch = new WriteBatch();
  writeUnit(unit, batch, instance);
  recordAudit(ctx, batch, { action: `workflow.${verb}`, objectType: task.subjectType, objectId: task.subjectId, detail: { taskId, ...detail } });
  await commit(ctx, batch);
}

/** Adds the name of the officer a task was given to. @throws workflow.staff-not-found */
export async function nameAssignee({ unit, task }: OpenedTask): Promise<void> {
  const to = unit.taskChanges.get(task.id)?.assigneeId;
  if (to === undefined || to === null) return;
  const [assigneeName] = await getStaffNames(unit.ctx, [to]);
  changeTask(unit, task.id, { assigneeName: assigneeName ?? null });
}
