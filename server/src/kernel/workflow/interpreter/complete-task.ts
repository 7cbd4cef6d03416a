import type { ProcessModel } from '@tongban/bpmn-model';
import type { Environment } from './environment.ts';
import { findTask, type FoundTask } from './find-task.ts';
import { finishActivity } from './finish-activity.ts';
import type { Outcome } from './outcome.ts';
import { refuse, replaceToken, type Run } from './run.ts';
import { runStep } from './run-step.ts';
import { closeSigning, openRound, type SignMode } from './sign-round.ts';
import type { InstanceState, Token, Variables } from './state.ts';

export interface CompleteTask {
  readonly taskId: string;
  /** Joins the process variables; of one instance among several only what `outputElement` collects survives. */
  readonly variables?: Variables;
}

/** Completes a task and moves the process on; a delegate's completion goes to the owner for confirmation instead. */
export function completeTask(model: ProcessModel, state: InstanceState, { taskId, variables }: CompleteTask, env: Environment): Outcome {
  return runStep(model, state, env, (run) => {
    const found = findTask(run, taskId);
    if (found === undefined) return;
    const owner = found.token.owners?.[taskId];
    if (owner !== undefined) return returnToOwner(run, found, taskId, owner);
    if (found.role === 'own') completeOwn(run, found, taskId, variables);
    else completeSigning(run, found, found.role, taskId);
  });
}

function returnToOwner(run: Run, { token, node }: FoundTask, taskId: string, owner: string): void {
  const { [taskId]: _confirmed, ...left } = token.owners ?? {};
  const { owners: _owners, ...rest } = token;
  replaceToken(run, Object.keys(left).length === 0 ? rest : { ...rest, owners: left });
  run.effects.push({ type: 'task-reassigned', taskId, node: node.id, how: 'confirm', to: owner });
}

function completeOwn(run: Run, { token, node }: FoundTask, taskId: string, result: Variables | undefined): void {
  if (token.before !== undefined) return refuse(run, 'task-held', { taskId });
  run.effects.push({ type: 'task-completed', taskId, node: node.id });
  if (!run.done.includes(node.id)) run.done = [...run.done, node.id];
  if (token.after === undefined) return finishActivity(run, token, result);
  const after = openRound(run, node, token, 'after', token.after);
  const { wait: _done, ...rest } = token;
  replaceToken(run, { ...rest, after, ...(result === undefined ? {} : { result }) });
}

function completeSigning(run: Run, { token, node }: FoundTask, mode: SignMode, taskId: string): void {
  run.effects.push({ type: 'task-completed', taskId, node: node.id });
  const round = closeSigning(run, node, token, mode, taskId);
  const { [mode]: _round, ...rest } = token;
  const left: Token = round === undefined ? rest : { ...rest, [mode]: round };
  replaceToken(run, left);
  if (round !== undefined) return;
  if (mode === 'after') return finishActivity(run, left, left.result);
  if (left.wait !== undefined) run.effects.push({ type: 'task-released', taskId: left.wait, node: node.id });
}
