import type { ProcessModel } from '@tongban/bpmn-model';
import { cancelScope } from './cancel-token.ts';
import type { Environment } from './environment.ts';
import type { Outcome } from './outcome.ts';
import { openRun, refuse, type Run } from './run.ts';
import { closeRun, isRunning } from './run-step.ts';
import type { InstanceState } from './state.ts';

/** Suspends an instance (挂起): every step is refused until it is resumed. */
export function suspend(model: ProcessModel, state: InstanceState, env: Environment): Outcome {
  return change(model, state, env, (run) => {
    if (!isRunning(run)) return;
    run.status = 'suspended';
    run.effects.push({ type: 'process-suspended' });
  });
}

/** Resumes a suspended instance; timers that fell due meanwhile fire as soon as their runner comes by. */
export function resume(model: ProcessModel, state: InstanceState, env: Environment): Outcome {
  return change(model, state, env, (run) => {
    if (run.status !== 'suspended') return refuse(run, run.status === 'running' ? 'instance-not-suspended' : 'instance-ended', { status: run.status });
    run.status = 'running';
    run.effects.push({ type: 'process-resumed' });
  });
}

/** Ends an instance from outside (撤件, 终止), running or suspended, cancelling everything that is open. */
export function terminate(model: ProcessModel, state: InstanceState, env: Environment): Outcome {
  return change(model, state, env, (run) => {
    if (run.status !== 'running' && run.status !== 'suspended') return refuse(run, 'instance-ended', { status: run.status });
    cancelScope(run, 0, 'terminated');
    run.status = 'terminated';
    run.effects.push({ type: 'process-ended', how: 'terminated', variables: run.variables });
  });
}

function change(model: ProcessModel, state: InstanceState, env: Environment, act: (run: Run) => void): Outcome {
  const run = openRun(model, state, env);
  act(run);
  return closeRun(run);
}
