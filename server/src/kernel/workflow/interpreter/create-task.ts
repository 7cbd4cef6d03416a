import type { UserTaskNode } from '@tongban/bpmn-model';
import type { Candidate, TaskCreated } from './effect.ts';
import { evaluateValue } from './evaluate.ts';
import { resolveCandidates } from './resolve-candidates.ts';
import { refuse, type Run } from './run.ts';
import type { Variables } from './state.ts';

/** Creates the task of a user task node; undefined when nobody can handle it and the node says to pass over it. */
export function createTask(run: Run, node: UserTaskNode, variables: Variables, extra: Pick<TaskCreated, 'index' | 'returned'>): string | undefined {
  const candidates = resolveCandidates(run, node, variables);
  if (candidates.length === 0 && node.noHandler === 'refuse') refuse(run, 'no-handler', { node: node.id, name: node.name ?? node.id });
  if (candidates.length === 0 && node.noHandler === 'skip') {
    run.effects.push({ type: 'task-skipped', node: node.id });
    return undefined;
  }
  const taskId = run.env.newId();
  run.effects.push({
    ...describeTask(run, node, variables),
    taskId,
    candidates,
    ...(candidates.length === 0 ? { unhandled: true } : {}),
    ...extra,
  });
  return taskId;
}

/** Creates a task for one signer of a signing round. */
export function createSignTask(run: Run, node: UserTaskNode, variables: Variables, signer: string, sign: NonNullable<TaskCreated['sign']>): string {
  const taskId = run.env.newId();
  const candidates: Candidate[] = [{ person: signer }];
  run.effects.push({ ...describeTask(run, node, variables), taskId, candidates, sign });
  return taskId;
}

function describeTask(run: Run, node: UserTaskNode, variables: Variables): Omit<TaskCreated, 'taskId' | 'candidates'> {
  const limit = node.limitWorkingDays === undefined ? undefined : Number(evaluateValue(run, node.id, node.limitWorkingDays, variables) ?? Number.NaN);
  if (limit !== undefined && !(Number.isInteger(limit) && limit > 0)) refuse(run, 'limit-invalid', { node: node.id, value: node.limitWorkingDays });
  const organisation = node.reviewOrganisation === undefined ? undefined : evaluateValue(run, node.id, node.reviewOrganisation, variables);
  return {
    type: 'task-created',
    node: node.id,
    name: node.name ?? node.id,
    step: node.step,
    ...(limit === undefined ? {} : { limitWorkingDays: limit }),
    ...(typeof organisation === 'string' && organisation !== '' ? { reviewOrganisation: organisation } : {}),
    ...(node.form === undefined ? {} : { form: node.form }),
  };
}
