import type { ProcessModel } from '@tongban/bpmn-model';
import type { Environment } from './environment.ts';
import type { Outcome } from './outcome.ts';
import { enterNode } from './run.ts';
import { runStep } from './run-step.ts';
import type { Variables } from './state.ts';

/** Starts a process and moves it to its first waiting nodes. */
export function start(model: ProcessModel, variables: Variables, env: Environment): Outcome {
  const empty = { status: 'running', next: 1, tokens: [], scopes: [], variables, done: [] } as const;
  return runStep(model, empty, env, (run) => {
    for (const node of run.graph.content(undefined)) if (node.kind === 'start') enterNode(run, node.id, 0);
  });
}
