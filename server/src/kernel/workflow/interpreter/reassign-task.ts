import type { ProcessModel } from '@tongban/bpmn-model';
import type { Candidate } from './effect.ts';
import type { Environment } from './environment.ts';
import { findTask, type FoundTask } from './find-task.ts';
import type { Outcome } from './outcome.ts';
import { refuse, replaceToken, type Run } from './run.ts';
import { withHandler } from './resolve-candidates.ts';
import { runStep } from './run-step.ts';
import type { InstanceState } from './state.ts';

/** Hands a task to another person for good (转办); a delegation pending on it ends. */
export function transfer(model: ProcessModel, state: InstanceState, { taskId, to }: { readonly taskId: string; readonly to: string }, env: Environment): Outcome {
  return runStep(model, state, env, (run) => {
    const found = findTask(run, taskId);
    if (found === undefined) return;
    endDelegation(run, found, taskId);
    run.effects.push({ type: 'task-reassigned', taskId, node: found.node.id, how: 'transfer', to });
  });
}

/** Means a task for others, any of whom may take it (改派); a delegation pending on it ends. Refused when nobody meets them. */
export function redirect(model: ProcessModel, state: InstanceState, { taskId, candidates }: { readonly taskId: string; readonly candidates: readonly Candidate[] }, env: Environment): Outcome {
  return runStep(model, state, env, (run) => {
    const found = findTask(run, taskId);
    if (found === undefined) return;
    const { node } = found;
    if (withHandler(run, candidates).length === 0) return refuse(run, 'no-handler', { node: node.id, name: node.name ?? node.id });
    endDelegation(run, found, taskId);
    run.effects.push({ type: 'task-redirected', taskId, node: node.id, candidates });
  });
}

function endDelegation(run: Run, { token }: FoundTask, taskId: string): void {
  const { owners = {}, ...rest } = token;
  const { [taskId]: _ended, ...left } = owners;
  replaceToken(run, Object.keys(left).length === 0 ? rest : { ...rest, owners: left });
}

export interface Delegate {
  readonly taskId: string;
  readonly to: string;
  readonly owner: string;
  /** The owner has to complete the task too, after the delegate. */
  readonly confirm: boolean;
}

/** Lets another person do a task while its owner stays responsible (委托). */
export function delegate(model: ProcessModel, state: InstanceState, { taskId, to, owner, confirm }: Delegate, env: Environment): Outcome {
  return runStep(model, state, env, (run) => {
    const found = findTask(run, taskId);
    if (found === undefined) return;
    const { token, node } = found;
    if (token.owners?.[taskId] !== undefined) return refuse(run, 'task-already-delegated', { taskId });
    if (confirm) replaceToken(run, { ...token, owners: { ...token.owners, [taskId]: owner } });
    run.effects.push({ type: 'task-reassigned', taskId, node: node.id, how: 'delegate', to, owner });
  });
}
