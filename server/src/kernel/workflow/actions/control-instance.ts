import type { Context } from '../../context.ts';
import type { WriteBatch } from '../../db/index.ts';
import { getPublishedDefinition } from '../definitions/find-definition.ts';
import { moveInstance } from '../engine/move-instance.ts';
import { takeStep } from '../engine/take-step.ts';
import { getInstance, openUnit, type LiveInstance } from '../engine/unit.ts';
import { writeUnit, type StepResult } from '../engine/write-unit.ts';
import {
  completeActivity as completeInState, receiveMessage, resume, suspend, terminate, type Environment, type NodeMap, type Outcome, type ReceiveMessage,
  type Variables,
} from '../interpreter/index.ts';

type Step = (instance: LiveInstance, env: Environment) => Outcome;

async function step(ctx: Context, batch: WriteBatch, instanceId: string, act: Step): Promise<StepResult> {
  const unit = await openUnit(ctx);
  const instance = await getInstance(unit, instanceId);
  await takeStep(unit, instance, (env) => act(instance, env));
  return writeUnit(unit, batch, instance);
}

/** Suspends an instance and what it has called: its tasks leave the inboxes until it is resumed (挂起). */
export function suspendInstance(ctx: Context, batch: WriteBatch, instanceId: string): Promise<StepResult> {
  return step(ctx, batch, instanceId, ({ model, row }, env) => suspend(model, row.state, env));
}

/** Resumes a suspended instance. */
export function resumeInstance(ctx: Context, batch: WriteBatch, instanceId: string): Promise<StepResult> {
  return step(ctx, batch, instanceId, ({ model, row }, env) => resume(model, row.state, env));
}

/** Ends an instance before its end event, cancelling its tasks and timers (撤回, 终止). */
export function cancelInstance(ctx: Context, batch: WriteBatch, instanceId: string): Promise<StepResult> {
  return step(ctx, batch, instanceId, ({ model, row }, env) => terminate(model, row.state, env));
}

/** Delivers a message to the place in the instance that has waited longest for it. */
export function deliverMessage(ctx: Context, batch: WriteBatch, { instanceId, ...message }: ReceiveMessage & { instanceId: string }): Promise<StepResult> {
  return step(ctx, batch, instanceId, ({ model, row }, env) => receiveMessage(model, row.state, message, env));
}

/** Answers `workflow.service-invoked` for a service task that waits. */
export function completeActivity(
  ctx: Context, batch: WriteBatch, { instanceId, ...done }: { instanceId: string; activityId: string; variables?: Variables },
): Promise<StepResult> {
  return step(ctx, batch, instanceId, ({ model, row }, env) => completeInState(model, row.state, done, env));
}

/** Moves an instance to another version of its process by an explicit node map (WFL-03). @throws AppError of a refusal */
export async function migrateInstance(ctx: Context, batch: WriteBatch, input: { instanceId: string; processKey: string; toVersion: number; nodeMap: NodeMap }): Promise<StepResult> {
  const definition = await getPublishedDefinition(ctx.kernel, input.processKey, input.toVersion);
  const unit = await openUnit(ctx);
  const { row } = await getInstance(unit, input.instanceId);
  return writeUnit(unit, batch, await moveInstance(unit, row, definition, input.nodeMap));
}
