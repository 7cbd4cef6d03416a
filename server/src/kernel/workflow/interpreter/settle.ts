import { isActivity, isGateway, type ProcessNode } from '@tongban/bpmn-model';
import { beginActivity, beginInstance } from './begin-activity.ts';
import { cancelScope } from './cancel-token.ts';
import { finishActivity } from './finish-activity.ts';
import { fireInclusiveJoin } from './inclusive-join.ts';
import { listen } from './listen.ts';
import { passGateway } from './pass-gateway.ts';
import { addToken, findScope, findToken, inScope, leave, refuse, type Move, type Run } from './run.ts';
import { isMulti, scopeOf } from './state.ts';
import { scopeVariables } from './variables.ts';

const maximumMoves = 10_000;
/** The last moves of an endless loop, which name it. */
const namedMoves = 200;

/** Moves tokens until every one waits for something, then ends the process if none is left. */
export function settle(run: Run): void {
  let moves = 0;
  const late = new Set<string>();
  while (run.refusal === undefined) {
    const move = run.queue.shift();
    if (move !== undefined) {
      if (moves > maximumMoves - namedMoves) late.add(move.node.name ?? move.node.id);
      makeMove(run, move);
    } else if (!finishEmptyScope(run) && !fireInclusiveJoin(run)) break;
    if (++moves > maximumMoves) refuse(run, 'endless-loop', { moves: maximumMoves, names: [...late] });
  }
  if (run.refusal !== undefined || run.tokens.length > 0) return;
  run.status = 'completed';
  run.effects.push({ type: 'process-ended', how: 'completed', ...(run.end === undefined ? {} : { end: run.end }), variables: run.variables });
}

function makeMove(run: Run, move: Move): void {
  // the scope may have been cancelled by an earlier move of the same step
  if (move.scope !== 0 && findScope(run, move.scope) === undefined) return;
  if (move.type === 'begin') beginInstance(run, move.node, move.scope, move.index);
  else enter(run, move.node, move);
}

function enter(run: Run, node: ProcessNode, { scope, flow, back }: Extract<Move, { type: 'enter' }>): void {
  if (isActivity(node)) return beginActivity(run, node, scope, back);
  if (isGateway(node)) return passGateway(run, node, scope, flow);
  switch (node.kind) {
    case 'end':
      if (scope === 0) run.end = node.id;
      if (node.terminate === true) cancelScope(run, scope, 'terminated');
      return;
    case 'timer':
    case 'message': {
      const { id, key } = listen(run, node, scopeVariables(run, scope));
      addToken(run, { node: node.id, ...inScope(scope), wait: id, ...(key === undefined ? {} : { key }) });
      return;
    }
    default:
      return leave(run, node.id, scope);
  }
}

/** A sub-process is done when no token is left in it. */
function finishEmptyScope(run: Run): boolean {
  const empty = run.scopes.find((scope) => !isMulti(scope) && !run.tokens.some((token) => scopeOf(token) === scope.no));
  const host = empty === undefined ? undefined : findToken(run, empty.host);
  if (host === undefined) return false;
  finishActivity(run, host);
  return true;
}
