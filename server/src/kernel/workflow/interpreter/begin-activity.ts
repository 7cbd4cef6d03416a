import type { ActivityNode } from '@tongban/bpmn-model';
import { createTask } from './create-task.ts';
import { evaluateExpression } from './evaluate.ts';
import { finishActivity } from './finish-activity.ts';
import { armBoundaries } from './listen.ts';
import { addToken, enterNode, inScope, refuse, replaceToken, type Run } from './run.ts';
import type { Position, Token, Variables } from './state.ts';
import { scopeVariables, tokenVariables } from './variables.ts';

const maximumInstances = 1000;

/** Lets a token enter an activity: its boundary events start, then its work, once or once per element. */
export function beginActivity(run: Run, node: ActivityNode, scope: number, back?: readonly Position[]): void {
  const variables = scopeVariables(run, scope);
  const token = addToken(run, {
    node: node.id,
    ...inScope(scope),
    ...armBoundaries(run, node.id, variables),
    ...(back === undefined ? {} : { back }),
  });
  if (node.multi === undefined) work(run, node, token, variables);
  else beginInstances(run, node, token, evaluateExpression(run, node.id, node.multi.collection, variables));
}

/** Starts one instance of a multi-instance activity. */
export function beginInstance(run: Run, node: ActivityNode, scope: number, index: number): void {
  const token = addToken(run, { node: node.id, ...inScope(scope), index });
  work(run, node, token, tokenVariables(run, token));
}

function beginInstances(run: Run, node: ActivityNode, host: Token, collection: unknown): void {
  const items: unknown = typeof collection === 'number' && Number.isInteger(collection) && collection >= 0 ? countTo(collection) : collection;
  if (!Array.isArray(items)) return refuse(run, 'collection-not-list', { node: node.id, value: collection ?? null });
  if (items.length > maximumInstances) return refuse(run, 'too-many-instances', { node: node.id, count: items.length, maximum: maximumInstances });
  const { outputCollection, outputElement } = node.multi ?? {};
  const collects = outputCollection !== undefined && outputElement !== undefined;
  if (items.length === 0) return finishActivity(run, host, collects ? { [outputCollection]: [] } : {});
  const scope = run.next++;
  run.scopes.push({ no: scope, host: host.no, items, done: 0, ...(collects ? { results: [] } : {}) });
  const started = node.multi?.sequential === true ? 1 : items.length;
  for (let index = 0; index < started; index++) run.queue.push({ type: 'begin', node, scope, index });
}

function countTo(count: number): number[] {
  return Array.from({ length: Math.min(count, maximumInstances + 1) }, (_, index) => index + 1);
}

function work(run: Run, node: ActivityNode, token: Token, variables: Variables): void {
  switch (node.kind) {
    case 'user-task': {
      const wait = createTask(run, node, variables, {
        ...(token.index === undefined ? {} : { index: token.index }),
        ...(token.back === undefined ? {} : { returned: true }),
      });
      if (wait === undefined) finishActivity(run, token);
      else replaceToken(run, { ...token, wait });
      return;
    }
    case 'service-task': {
      const activityId = run.env.newId();
      run.effects.push({ type: 'service-invoked', activityId, node: node.id, handler: node.handler, waiting: node.waiting === true, variables });
      if (node.waiting === true) replaceToken(run, { ...token, wait: activityId });
      else finishActivity(run, token);
      return;
    }
    case 'call-activity': {
      const activityId = run.env.newId();
      run.effects.push({ type: 'process-called', activityId, node: node.id, process: node.process, variables });
      replaceToken(run, { ...token, wait: activityId });
      return;
    }
    case 'sub-process':
      return openSubProcess(run, node.id, token);
  }
}

function openSubProcess(run: Run, id: string, host: Token): void {
  const no = run.next++;
  run.scopes.push({ no, host: host.no });
  for (const node of run.graph.content(id)) if (node.kind === 'start') enterNode(run, node.id, no);
}

