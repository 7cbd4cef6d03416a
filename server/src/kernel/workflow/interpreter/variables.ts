import { isActivity } from '@tongban/bpmn-model';
import { findMulti, findScope, findToken, type Run } from './run.ts';
import { isMulti, scopeOf, type Token, type Variables } from './state.ts';

/** Collects what an expression in a scope sees: the process variables, overlaid by those of enclosing instances. */
export function scopeVariables(run: Run, no: number): Variables {
  const scope = no === 0 ? undefined : findScope(run, no);
  const host = scope === undefined ? undefined : findToken(run, scope.host);
  if (scope === undefined || host === undefined) return run.variables;
  if (isMulti(scope)) return scopeVariables(run, scopeOf(host));
  const outer = tokenVariables(run, host);
  return scope.variables === undefined ? outer : { ...outer, ...scope.variables };
}

/** Collects what a token sees: its scope, and among several instances its own element and `loopCounter` (from 1). */
export function tokenVariables(run: Run, token: Token): Variables {
  const outer = scopeVariables(run, scopeOf(token));
  const multi = findMulti(run, token);
  const node = run.graph.nodes.get(token.node);
  if (multi === undefined || token.index === undefined || node === undefined || !isActivity(node)) return outer;
  return { ...outer, [node.multi?.elementVariable ?? 'element']: multi.items[token.index], loopCounter: token.index + 1 };
}

/** Writes variables where a scope keeps them: the nearest instance among several, else the process. */
export function writeVariables(run: Run, no: number, values: Variables | undefined): void {
  if (values === undefined || Object.keys(values).length === 0) return;
  const at = run.scopes.findIndex((scope) => scope.no === no);
  const scope = run.scopes[at];
  const host = scope === undefined ? undefined : findToken(run, scope.host);
  if (scope === undefined || host === undefined) {
    run.variables = { ...run.variables, ...values };
    return;
  }
  if (!isMulti(scope) && host.index !== undefined) run.scopes[at] = { ...scope, variables: { ...scope.variables, ...values } };
  else writeVariables(run, scopeOf(host), values);
}
