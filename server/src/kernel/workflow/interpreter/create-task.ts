import type { UserTaskNode } from '@tongban/bpmn-model';
import type { Candidate, TaskCreated } from './effect.ts';
import { evaluateValue } from './evaluate.ts';
import { resolveCandidates, withHandler } from './resolve-candidates.ts';
import { refuse, type Run } from './run.ts';
import type { Variables } from './state.ts';

/** Creates the task of a user task node; undefined when nobody can handle it and the node says to pass over it. */
export function createTask(run: Run, node: UserTaskNode, variables: Variables, extra: Pick<TaskCreated, 'index' | 'returned'>): string | undefined {
  const taskId = run.env.newId();
  const candidates = findCandidates(run, node, variables, taskId);
  if (candidates.length === 0 && node.noHandler === 'refuse') refuse(run, 'no-handler', { node: node.id, name: node.name ?? node.id });
  if (candidates.length === 0 && node.noHandler === 'skip') {
    run.effects.push({ type: 'task-skipped', node: node.id });
    return undefined;
  }
  run.effects.push({
    ...describeTask(run, node, variables),
    taskId,
    candidates,
    ...(candidates.length === 0 ? { unhandled: true } : {}),
    ...extra,
  });
  return taskId;
}

/** Those who were named for the task from outside, as long as one of them has a handler; else those whom the process means. */
function findCandidates(run: Run, node: UserTaskNode, variables: Variables, taskId: string): readonly Candidate[] {
  const own = resolveCandidates(run, node, variables);
  const routed = run.env.route?.({ taskId, node: node.id, name: node.name ?? node.id, step: node.step, candidates: own }) ?? [];
  const staffed = withHandler(run, routed);
  return staffed.length > 0 ? staffed : withHandler(run, own);
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
