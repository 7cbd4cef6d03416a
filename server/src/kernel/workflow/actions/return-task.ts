import type { Context } from '../../context.ts';
import { createId, type WriteBatch } from '../../db/index.ts';
import { evaluateExpression } from '../engine/evaluate.ts';
import { openTask } from '../engine/open-task.ts';
import { takeStep } from '../engine/take-step.ts';
import { changeTask } from '../engine/unit.ts';
import { writeUnit, type StepResult } from '../engine/write-unit.ts';
import { listReturnTargets as listInState, returnTo } from '../interpreter/index.ts';
import { doneBy } from './complete-task.ts';

export interface ReturnTask {
  taskId: string;
  /** Node to be done again, one of `listReturnTargets`. */
  target: string;
  /** The target's completion comes straight back here instead of going through everything between (退回后直送). */
  straightBack?: boolean;
  /** With `straightBack`: whether open parallel work stops meanwhile; it goes on unless told. */
  parallel?: 'keep' | 'cancel';
  /** What the process is about as the caller holds it, for who routes its tasks. */
  subject?: unknown;
  reason: string;
}

/** Sends a task back to a step done before, in the batch (退回). @throws AppError of a refusal, workflow.stale (at commit) */
export async function returnTask(ctx: Context, batch: WriteBatch, input: ReturnTask): Promise<StepResult> {
  const { taskId, target, straightBack, parallel, subject, reason } = input;
  const { unit, instance } = await openTask(ctx, taskId, undefined, subject);
  const request = { taskId, target, then: straightBack === true ? 'straight-back' : 'proceed', ...(parallel ? { parallel } : {}) } as const;
  await takeStep(unit, instance, (env) => returnTo(instance.model, instance.row.state, request, env));
  changeTask(unit, taskId, doneBy(ctx.actor, reason));
  return writeUnit(unit, batch, instance);
}

/** Steps a task may be sent back to, in the order they were first done. */
export async function listReturnTargets(ctx: Context, taskId: string): Promise<{ node: string; name: string }[]> {
  const { instance: { model, row } } = await openTask(ctx, taskId);
  const targets = listInState(model, row.state, taskId, { evaluate: evaluateExpression, newId: createId });
  return targets.map((node) => ({ node, name: model.nodes.find(({ id }) => id === node)?.name ?? node }));
}
