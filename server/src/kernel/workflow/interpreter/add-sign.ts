import type { ProcessModel } from '@tongban/bpmn-model';
import type { Environment } from './environment.ts';
import { findTask } from './find-task.ts';
import type { Outcome } from './outcome.ts';
import { refuse, replaceToken } from './run.ts';
import { runStep } from './run-step.ts';
import { openRound, type SignMode } from './sign-round.ts';
import type { InstanceState, SignRound } from './state.ts';

export interface AddSign {
  readonly taskId: string;
  /** `before`: the task waits for the signers; `after`: the signers follow once it is done. */
  readonly mode: SignMode;
  /** Staff ids. */
  readonly signers: readonly string[];
  /** One after the other instead of all at once. */
  readonly sequential?: boolean;
}

/** Adds signers before or after a task (前加签, 后加签). */
export function addSign(model: ProcessModel, state: InstanceState, { taskId, mode, signers, sequential }: AddSign, env: Environment): Outcome {
  return runStep(model, state, env, (run) => {
    const found = findTask(run, taskId);
    if (found === undefined) return;
    const { token, node, role } = found;
    if (role !== 'own') return refuse(run, 'sign-task-not-extendable', { taskId });
    if (signers.length === 0) return refuse(run, 'signers-empty', { taskId });
    if (token[mode] !== undefined) return refuse(run, 'task-already-signed', { taskId, mode });
    const round: SignRound = { taskId, ...(sequential === true ? { sequential } : {}), open: [], rest: [...new Set(signers)] };
    if (mode === 'after') return void replaceToken(run, { ...token, after: round });
    run.effects.push({ type: 'task-held', taskId, node: node.id });
    replaceToken(run, { ...token, before: openRound(run, node, token, mode, round) });
  });
}
