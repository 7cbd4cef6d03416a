import { isActivity, type ActivityNode } from '@tongban/bpmn-model';
import { cancelScope } from './cancel-token.ts';
import { evaluateCondition, evaluateExpression } from './evaluate.ts';
import { disarmAll } from './listen.ts';
import { enterNode, findMulti, findToken, leave, removeToken, type Run } from './run.ts';
import { scopeOf, type MultiScope, type Token, type Variables } from './state.ts';
import { scopeVariables, tokenVariables, writeVariables } from './variables.ts';

/** Lets a token leave the activity it stands on; `result` is what the work yielded. */
export function finishActivity(run: Run, token: Token, result?: Variables): void {
  const node = run.graph.nodes.get(token.node);
  if (node === undefined || !isActivity(node)) return;
  disarmAll(run, token);
  const multi = findMulti(run, token);
  if (multi === undefined) {
    writeVariables(run, scopeOf(token), result);
    moveOn(run, token);
  } else finishInstance(run, node, token, multi, result);
}

/** Follows the flows out of the activity, or goes straight back to where the token was sent back from. */
function moveOn(run: Run, token: Token): void {
  removeToken(run, token);
  run.scopes = run.scopes.filter((scope) => scope.host !== token.no);
  if (token.back === undefined) return leave(run, token.node, scopeOf(token));
  for (const position of token.back) enterNode(run, position.node, scopeOf(token), position.flow, position.back);
}

/** Counts one instance as done, collects its output, and ends the whole when all are done or the condition holds. */
function finishInstance(run: Run, node: ActivityNode, token: Token, multi: MultiScope, result: Variables | undefined): void {
  const own = { ...tokenVariables(run, token), ...instanceVariables(run, token), ...result };
  const { outputElement, outputCollection, completionCondition, sequential } = node.multi ?? {};
  const output = multi.results === undefined || outputElement === undefined ? undefined : evaluateExpression(run, node.id, outputElement, own);
  const results = multi.results === undefined ? undefined : [...multi.results, output];
  const counted: MultiScope = { ...multi, done: multi.done + 1, ...(results === undefined ? {} : { results }) };
  run.scopes = run.scopes.filter((scope) => scope.host !== token.no).map((scope) => (scope.no === multi.no ? counted : scope));
  removeToken(run, token);
  const collected = outputCollection === undefined || results === undefined ? {} : { [outputCollection]: results };
  const total = counted.items.length;
  const enough = counted.done >= total || holds(run, node.id, completionCondition, { ...own, ...collected, ...countInstances(counted, sequential === true) });
  const host = findToken(run, multi.host);
  if (enough && host !== undefined) {
    cancelScope(run, multi.no, 'completion-condition');
    writeVariables(run, scopeOf(host), collected);
    disarmAll(run, host);
    moveOn(run, host);
  } else if (sequential === true) run.queue.push({ type: 'begin', node, scope: multi.no, index: counted.done });
}

function holds(run: Run, node: string, condition: string | undefined, variables: Variables): boolean {
  return condition !== undefined && evaluateCondition(run, node, condition, variables);
}

/** What a sub-process instance has written for itself. */
function instanceVariables(run: Run, token: Token): Variables {
  const inner = run.scopes.find((scope) => scope.host === token.no);
  return inner === undefined ? {} : scopeVariables(run, inner.no);
}

function countInstances({ items, done }: MultiScope, sequential: boolean): Variables {
  return { numberOfInstances: items.length, numberOfCompletedInstances: done, numberOfActiveInstances: sequential ? 0 : items.length - done };
}
