import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { WriteBatch } from '../../db/index.ts';
import { getStaffNames } from '../engine/name-assignees.ts';
import { openTask, type OpenedTask } from '../engine/open-task.ts';
import { findTaskRouter } from '../engine/task-routers.ts';
import { takeStep } from '../engine/take-step.ts';
import { changeTask } from '../engine/unit.ts';
import { publishRedirected, writeUnit } from '../engine/write-unit.ts';
import { fail } from '../errors.ts';
import { addSign, delegate, transfer, type AddSign, type Environment, type Outcome } from '../interpreter/index.ts';

/** Hands one's task to another officer for good (转办). @throws workflow.staff-not-found, what the router of its subjects refuses */
export async function transferTask(ctx: Context, input: { taskId: string; to: string; reason: string }): Promise<void> {
  const { taskId, to, reason } = input;
  await handOver(ctx, { taskId, to }, 'transfer', { reason }, ({ instance }, env) => transfer(instance.model, instance.row.state, { taskId, to }, env));
}

/** Lets another officer do one's task; with `confirm` it comes back before the process goes on (委托). @throws as `transferTask` */
export async function delegateTask(ctx: Context, input: { taskId: string; to: string; confirm: boolean; reason: string }): Promise<void> {
  const { taskId, to, confirm, reason } = input;
  const owner = ctx.actor.id;
  await handOver(ctx, { taskId, to }, 'delegate', { confirm, reason }, ({ instance }, env) => delegate(instance.model, instance.row.state, { taskId, to, owner, confirm }, env));
}

/** Adds signers before or after one's task (加签). @throws workflow.signs-alone, workflow.staff-not-found, what the router of its subjects refuses */
export async function addSigners(ctx: Context, input: AddSign & { reason: string }): Promise<void> {
  const { reason, ...sign } = input;
  const { taskId, mode } = sign;
  const ids = [...new Set(sign.signers)];
  if (ids.includes(ctx.actor.id)) throw fail('workflow.signs-alone');
  const names = await getStaffNames(ctx, ids);
  const opened = await openTask(ctx, taskId);
  const { subjectType, subjectId, name, step, candidates } = opened.task;
  const signers = ids.map((id, index) => ({ id, name: names[index] ?? '' }));
  await act(opened, 'add-signers', { mode, signers: ids, reason }, ({ instance }, env) => addSign(instance.model, instance.row.state, sign, env), (batch) =>
    findTaskRouter(ctx.kernel, subjectType)?.recordSigning?.(ctx, batch, { taskId, subjectId, name, step, candidates, mode, signers, reason }));
}

type Step = (opened: OpenedTask, env: Environment) => Outcome;

/** Gives the task to one officer, who may do it; its subject's module hears who has it now. */
async function handOver(ctx: Context, { taskId, to }: { taskId: string; to: string }, verb: string, detail: Record<string, unknown>, step: Step): Promise<void> {
  const opened = await openTask(ctx, taskId);
  const { unit, instance, task } = opened;
  const [name = ''] = await getStaffNames(ctx, [to]);
  const { subjectType, subjectId, candidates } = task;
  await findTaskRouter(ctx.kernel, subjectType)?.checkHandover?.(ctx, { taskId, subjectId, name: task.name, step: task.step, candidates, to: { id: to, name } });
  await act(opened, verb, { to, ...detail }, step, (batch) => {
    // the names belong to whom the step has given it to
    changeTask(unit, taskId, { assigneeName: name });
    publishRedirected(unit, batch, instance, task);
  });
}

async function act(opened: OpenedTask, verb: string, detail: Record<string, unknown>, step: Step, also?: (batch: WriteBatch) => void | Promise<void>): Promise<void> {
  const { unit, instance, task } = opened;
  await takeStep(unit, instance, (env) => step(opened, env));
  const batch = new WriteBatch();
  await also?.(batch);
  writeUnit(unit, batch, instance);
  recordAudit(unit.ctx, batch, { action: `workflow.${verb}`, objectType: task.subjectType, objectId: task.subjectId, detail: { taskId: task.id, ...detail } });
  await commit(unit.ctx, batch);
}

/** Adds the name of the officer a task was given to. @throws workflow.staff-not-found */
export async function nameAssignee({ unit, task }: OpenedTask): Promise<void> {
  const to = unit.taskChanges.get(task.id)?.assigneeId;
  if (to === undefined || to === null) return;
  const [assigneeName] = await getStaffNames(unit.ctx, [to]);
  changeTask(unit, task.id, { assigneeName: assigneeName ?? null });
}
