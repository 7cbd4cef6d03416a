import type { ProcessModel } from '@tongban/bpmn-model';
import type { Environment } from './environment.ts';
import { fireEvent, listListening } from './fire-event.ts';
import type { Outcome } from './outcome.ts';
import { refuse } from './run.ts';
import { runStep } from './run-step.ts';
import type { InstanceState, Variables } from './state.ts';

export interface ReceiveMessage {
  readonly message: string;
  /** Must equal the key a listener was opened with, when it was opened with one. */
  readonly key?: string;
  readonly variables?: Variables;
}

/** Delivers a message to the one listener that has waited longest for it. */
export function receiveMessage(model: ProcessModel, state: InstanceState, { message, key, variables }: ReceiveMessage, env: Environment): Outcome {
  return runStep(model, state, env, (run) => {
    const [listening] = listListening(run, (id, _subscription, expected) => {
      const node = run.graph.nodes.get(id);
      const awaits = (node?.kind === 'message' || node?.kind === 'boundary-message') && node.message === message;
      return awaits && (expected === undefined || expected === key);
    });
    if (listening === undefined) refuse(run, 'message-not-awaited', { message, ...(key === undefined ? {} : { key }) });
    else fireEvent(run, listening, variables);
  });
}
