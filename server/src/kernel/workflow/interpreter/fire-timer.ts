import type { ProcessModel } from '@tongban/bpmn-model';
import type { Environment } from './environment.ts';
import { fireEvent, listListening } from './fire-event.ts';
import type { Outcome } from './outcome.ts';
import { refuse } from './run.ts';
import { runStep } from './run-step.ts';
import type { InstanceState } from './state.ts';

/** Lets a due timer fire; one that was cancelled meanwhile is refused, so a late runner does no harm. */
export function fireTimer(model: ProcessModel, state: InstanceState, { timerId }: { readonly timerId: string }, env: Environment): Outcome {
  return runStep(model, state, env, (run) => {
    const isTimer = (node: string) => ['timer', 'boundary-timer'].includes(run.graph.nodes.get(node)?.kind ?? '');
    const [listening] = listListening(run, (node, id) => id === timerId && isTimer(node));
    if (listening === undefined) refuse(run, 'timer-not-found', { timerId });
    else fireEvent(run, listening);
  });
}
