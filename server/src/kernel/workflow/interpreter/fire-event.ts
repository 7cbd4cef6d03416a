import { isBoundary, type BoundaryNode } from '@tongban/bpmn-model';
import { cancelToken } from './cancel-token.ts';
import { scheduleTimer } from './listen.ts';
import { leave, removeToken, replaceToken, type Run } from './run.ts';
import { scopeOf, type Armed, type Token, type Variables } from './state.ts';
import { scopeVariables, writeVariables } from './variables.ts';

/** An event that is being listened for: by a token of its own, or on the boundary of an activity. */
export interface Listening {
  readonly token: Token;
  readonly armed?: Armed;
}

/** Lists what is listening for events whose node satisfies a condition, oldest first. */
export function listListening(run: Run, matches: (node: string, id: string, key: string | undefined) => boolean): Listening[] {
  return run.tokens.flatMap((token): Listening[] => {
    const own = token.wait !== undefined && matches(token.node, token.wait, token.key) ? [{ token }] : [];
    const boundary = (token.armed ?? []).filter((armed) => matches(armed.node, armed.id, armed.key)).map((armed) => ({ token, armed }));
    return [...own, ...boundary];
  });
}

/** Lets an event happen: the token goes on, or the boundary event interrupts its activity or branches off beside it. */
export function fireEvent(run: Run, { token, armed }: Listening, variables?: Variables): void {
  writeVariables(run, scopeOf(token), variables);
  const node = run.graph.nodes.get(armed?.node ?? token.node);
  if (node === undefined) return;
  if (armed !== undefined && isBoundary(node)) {
    const remaining = (token.armed ?? []).filter((other) => other.id !== armed.id);
    if (node.interrupting) cancelToken(run, { ...token, armed: remaining }, 'interrupted');
    else replaceToken(run, { ...token, armed: [...remaining, ...rearm(run, node, token, armed)] });
  } else removeToken(run, token);
  leave(run, node.id, scopeOf(token));
}

function rearm(run: Run, node: BoundaryNode, token: Token, { left }: Armed): Armed[] {
  if (node.kind !== 'boundary-timer' || node.timer.type !== 'cycle' || left === 0) return [];
  return [scheduleTimer(run, node, scopeVariables(run, scopeOf(token)), left === undefined ? undefined : left - 1)];
}
