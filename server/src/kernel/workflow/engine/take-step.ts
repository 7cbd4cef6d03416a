import type { AppError, ErrorParams } from '../../errors/index.ts';
import { createId, tablesOf } from '../../db/index.ts';
import { getPublishedDefinition, type Definition } from '../definitions/find-definition.ts';
import { fail } from '../errors.ts';
import {
  completeActivity, resume, start, suspend, terminate, type Candidate, type Effect, type Environment, type Outcome, type Refusal, type Variables,
} from '../interpreter/index.ts';
import type { WorkflowTables } from '../tables.ts';
import { applyEffects, type FollowUp } from './apply-effects.ts';
import { candidateKey } from './candidate-key.ts';
import { evaluateExpression } from './evaluate.ts';
import { findVacant } from './find-vacant.ts';
import { openRouting, type Routing } from './route-tasks.ts';
import { addInstance, getInstance, type InstanceRow, type LiveInstance, type Unit } from './unit.ts';

/** What a process is about, as inboxes show it. */
export interface Subject {
  /** `case`, later `incident`, `project` … */
  subjectType: string;
  subjectId: string;
  subjectNumber: string;
  /** What it is, e.g. the item's name. */
  subjectTitle: string;
  /** Whose it is, e.g. the applicant's name. */
  subjectName: string;
}

type Parent = Pick<InstanceRow, 'parentId' | 'parentActivityId'>;

/** Starts an instance of a definition in the unit. @throws AppError of a refusal */
export async function startInstance(
  unit: Unit, definition: Definition, subject: Subject, variables: Variables, parent: Parent = { parentId: null, parentActivityId: null },
): Promise<LiveInstance> {
  const row: InstanceRow = {
    id: createId(), definitionId: definition.id, ...subjectOf(subject), ...parent, state: { status: 'running', next: 1, tokens: [], scopes: [], variables, done: [] }, taken: [], status: 'running', version: 0,
    startedAt: unit.now, endedAt: null,
  };
  const instance: LiveInstance = { row, model: definition.model, isNew: true };
  unit.instances.set(row.id, instance);
  await takeStep(unit, instance, (env) => start(definition.model, variables, env));
  return instance;
}

/** Takes one step of the interpreter, with everything it entails in calling and called processes. @throws AppError of a refusal */
export async function takeStep(unit: Unit, instance: LiveInstance, step: (env: Environment) => Outcome): Promise<void> {
  const routing = openRouting(unit, instance);
  const outcome = await tryStep(unit, instance, routing, step);
  if (!outcome.ok) throw refusalError(outcome.refusal);
  const taken = [...new Set([...instance.row.taken, ...outcome.taken])];
  instance.row = { ...instance.row, state: outcome.state, status: outcome.state.status, taken };
  const followUps = applyEffects(unit, instance, outcome.effects);
  routing.settle(outcome.effects);
  for (const followUp of followUps) await follow(unit, instance, followUp);
}

/** Repeats the step with what was learned of routes and of empty posts, until no task goes to nobody unawares. */
async function tryStep(unit: Unit, { row }: LiveInstance, routing: Routing, step: (env: Environment) => Outcome): Promise<Outcome> {
  const vacant = new Set<string>();
  for (;;) {
    const outcome = step({ evaluate: evaluateExpression, newId: createId, hasHandler: (candidate) => !vacant.has(candidateKey(candidate)), route: routing.route });
    if (await routing.ask(outcome.ok ? outcome.state.variables : row.state.variables)) continue;
    if (!outcome.ok) return outcome;
    const found = (await findVacant(unit.ctx.kernel, listCandidates(outcome.effects))).filter((key) => !vacant.has(key));
    if (found.length === 0) return outcome;
    for (const key of found) vacant.add(key);
  }
}

function listCandidates(effects: readonly Effect[]): Candidate[] {
  return effects.flatMap((effect) => (effect.type === 'task-created' || effect.type === 'task-redirected' ? effect.candidates : []));
}

async function follow(unit: Unit, instance: LiveInstance, effect: FollowUp): Promise<void> {
  const { row } = instance;
  switch (effect.type) {
    case 'process-called': {
      const definition = await getPublishedDefinition(unit.ctx.kernel, effect.process);
      await startInstance(unit, definition, row, effect.variables, { parentId: row.id, parentActivityId: effect.activityId });
      return;
    }
    case 'call-cancelled':
      return forChildren(unit, row.id, (child) => child.row.parentActivityId === effect.activityId && isOpen(child), terminate);
    case 'process-suspended':
      return forChildren(unit, row.id, (child) => child.row.status === 'running', suspend);
    case 'process-resumed':
      return forChildren(unit, row.id, (child) => child.row.status === 'suspended', resume);
    case 'process-ended':
      instance.row = { ...row, endedAt: unit.now };
      unit.ended.push({ instance, how: effect.how, end: effect.end });
      return returnToCaller(unit, row, effect);
  }
}

function isOpen({ row }: LiveInstance): boolean {
  return row.status === 'running' || row.status === 'suspended';
}

async function forChildren(unit: Unit, parentId: string, matches: (child: LiveInstance) => boolean, act: typeof terminate): Promise<void> {
  const rows = await tablesOf<WorkflowTables>(unit.ctx.kernel.db).selectFrom('workflow.instance').selectAll().where('parentId', '=', parentId).orderBy('id').execute();
  for (const row of rows) await addInstance(unit, row);
  for (const child of [...unit.instances.values()].filter((one) => one.row.parentId === parentId && matches(one))) {
    await takeStep(unit, child, (env) => act(child.model, child.row.state, env));
  }
}

async function returnToCaller(unit: Unit, { parentId, parentActivityId }: InstanceRow, ended: Extract<Effect, { type: 'process-ended' }>): Promise<void> {
  // a child that was terminated has been cancelled by its caller, which waits for nothing any more
  if (parentId === null || parentActivityId === null || ended.how === 'terminated') return;
  const parent = await getInstance(unit, parentId);
  await takeStep(unit, parent, (env) => completeActivity(parent.model, parent.row.state, { activityId: parentActivityId, variables: ended.variables }, env));
}

/** The subject's columns, as instances, tasks and readings repeat them so that an inbox needs no other module. */
export function subjectOf({ subjectType, subjectId, subjectNumber, subjectTitle, subjectName }: Subject): Subject {
  return { subjectType, subjectId, subjectNumber, subjectTitle, subjectName };
}

/** What the interpreter refused, as people are told. */
export function refusalError({ code, params }: Refusal): AppError {
  const flat: ErrorParams = {};
  for (const [name, value] of Object.entries(params)) {
    flat[name] = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : Array.isArray(value) ? value.join('、') : JSON.stringify(value);
  }
  return fail(`workflow.${code}`, flat);
}
