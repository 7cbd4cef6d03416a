import type { CancelReason } from './effect.ts';
import { disarmAll, emitSilence } from './listen.ts';
import { removeToken, type Run } from './run.ts';
import { scopeOf, type Token } from './state.ts';

/** Removes a token, everything inside the activity it stands on, and whatever it waits for. */
export function cancelToken(run: Run, token: Token, reason: CancelReason): void {
  for (const scope of run.scopes.filter((one) => one.host === token.no)) {
    cancelScope(run, scope.no, reason);
    run.scopes = run.scopes.filter((one) => one.no !== scope.no);
  }
  removeToken(run, token);
  disarmAll(run, token);
  const node = run.graph.nodes.get(token.node);
  for (const taskId of openTasks(token)) if (node?.kind === 'user-task') run.effects.push({ type: 'task-cancelled', taskId, node: node.id, reason });
  if (token.wait === undefined) return;
  if (node?.kind === 'service-task') run.effects.push({ type: 'service-cancelled', activityId: token.wait, node: node.id });
  if (node?.kind === 'call-activity') run.effects.push({ type: 'call-cancelled', activityId: token.wait, node: node.id });
  emitSilence(run, node, token.wait);
}

/** Cancels every token of a scope, those still on their way included. */
export function cancelScope(run: Run, scope: number, reason: CancelReason): void {
  for (const token of run.tokens.filter((one) => scopeOf(one) === scope)) cancelToken(run, token, reason);
  run.queue = run.queue.filter((move) => move.scope !== scope);
}

/** Lists the tasks open at a token: its own and those of its signers. */
export function openTasks(token: Token): string[] {
  return [...(token.wait === undefined ? [] : [token.wait]), ...(token.before?.open ?? []), ...(token.after?.open ?? [])];
}
