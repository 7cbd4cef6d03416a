import type { UserTaskNode } from '@tongban/bpmn-model';
import { refuse, type Run } from './run.ts';
import type { SignMode } from './sign-round.ts';
import type { Token } from './state.ts';

export interface FoundTask {
  readonly token: Token;
  readonly node: UserTaskNode;
  /** Its own task, or that of a signer before or after it. */
  readonly role: 'own' | SignMode;
}

/** Finds an open task by id; refuses the step when there is none. */
export function findTask(run: Run, taskId: string): FoundTask | undefined {
  for (const token of run.tokens) {
    const node = run.graph.nodes.get(token.node);
    if (node?.kind !== 'user-task') continue;
    if (token.wait === taskId) return { token, node, role: 'own' };
    for (const role of ['before', 'after'] as const) if (token[role]?.open.includes(taskId) === true) return { token, node, role };
  }
  refuse(run, 'task-not-found', { taskId });
  return undefined;
}
