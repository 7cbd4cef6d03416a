import type { ProcessModel } from '@tongban/bpmn-model';
import type { Environment } from './environment.ts';
import type { Outcome } from './outcome.ts';
import { openRun, refuse, type Run } from './run.ts';
import { settle } from './settle.ts';
import type { InstanceState } from './state.ts';

/** Takes one step on a running instance: `change` sets it off, then tokens move until all of them wait. */
export function runStep(model: ProcessModel, state: InstanceState, env: Environment, change: (run: Run) => void): Outcome {
  const run = openRun(model, state, env);
  if (isRunning(run)) {
    change(run);
    settle(run);
  }
  return closeRun(run);
}

/** Refuses unless the instance is running. */
export function isRunning(run: Run): boolean {
  if (run.status === 'suspended') refuse(run, 'instance-suspended');
  else if (run.status !== 'running') refuse(run, 'instance-ended', { status: run.status });
  return run.refusal === undefined;
}

/** Turns the working copy into the outcome of the step. */
export function closeRun(run: Run): Outcome {
  if (run.refusal !== undefined) return { ok: false, refusal: run.refusal };
  const { status, next, tokens, scopes, variables, done } = run;
  return { ok: true, state: { status, next, tokens, scopes, variables, done }, effects: run.effects, taken: [...run.taken] };
}
