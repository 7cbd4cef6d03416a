import type { ProcessModel } from '@tongban/bpmn-model';
import type { Environment } from './environment.ts';
import { finishActivity } from './finish-activity.ts';
import type { Outcome } from './outcome.ts';
import { refuse } from './run.ts';
import { runStep } from './run-step.ts';
import type { InstanceState, Variables } from './state.ts';

/** Reports that a waiting service or a called process is done, and moves the process on. */
export function completeActivity(
  model: ProcessModel,
  state: InstanceState,
  { activityId, variables }: { readonly activityId: string; readonly variables?: Variables },
  env: Environment,
): Outcome {
  return runStep(model, state, env, (run) => {
    const token = run.tokens.find((one) => one.wait === activityId);
    const kind = token === undefined ? undefined : run.graph.nodes.get(token.node)?.kind;
    if (token === undefined || (kind !== 'service-task' && kind !== 'call-activity')) return refuse(run, 'activity-not-found', { activityId });
    finishActivity(run, token, variables);
  });
}
