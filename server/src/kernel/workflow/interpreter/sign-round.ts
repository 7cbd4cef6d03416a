import type { UserTaskNode } from '@tongban/bpmn-model';
import { createSignTask } from './create-task.ts';
import type { Run } from './run.ts';
import type { SignRound, Token } from './state.ts';
import { tokenVariables } from './variables.ts';

export type SignMode = 'before' | 'after';

/** Opens the signing tasks whose turn it is: the next one, or all. */
export function openRound(run: Run, node: UserTaskNode, token: Token, mode: SignMode, round: SignRound): SignRound {
  const turn = round.sequential === true ? round.rest.slice(0, 1) : round.rest;
  const open = turn.map((signer) => createSignTask(run, node, tokenVariables(run, token), signer, { mode, taskId: round.taskId }));
  return { ...round, open: [...round.open, ...open], rest: round.rest.slice(turn.length) };
}

/** Takes a signed task out of its round; undefined when the round is over. */
export function closeSigning(run: Run, node: UserTaskNode, token: Token, mode: SignMode, taskId: string): SignRound | undefined {
  const round = token[mode];
  if (round === undefined) return undefined;
  const left: SignRound = { ...round, open: round.open.filter((open) => open !== taskId) };
  const next = left.open.length === 0 ? openRound(run, node, token, mode, left) : left;
  return next.open.length === 0 ? undefined : next;
}
