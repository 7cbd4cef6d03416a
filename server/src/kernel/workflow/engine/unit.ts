import type { Selectable } from 'kysely';
import type { ProcessModel } from '@tongban/bpmn-model';
import { loadCalendar, type WorkingCalendar } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import { tablesOf, type WriteBatch } from '../../db/index.ts';
import { getDefinition } from '../definitions/find-definition.ts';
import { fail } from '../errors.ts';
import type { Effect } from '../interpreter/index.ts';
import type { WorkflowTables } from '../tables.ts';

export type InstanceRow = Selectable<WorkflowTables['workflow.instance']>;
export type TaskRow = Selectable<WorkflowTables['workflow.task']>;
export type TimerRow = Selectable<WorkflowTables['workflow.timer']>;
type ServiceInvoked = Extract<Effect, { type: 'service-invoked' }>;

/** An instance while one action works on it; `row` is what will be stored. */
export interface LiveInstance {
  row: InstanceRow;
  readonly model: ProcessModel;
  readonly isNew: boolean;
}

/** Everything one action changes in the workflow, collected so that each row is written once. */
export interface Unit {
  readonly ctx: Context;
  /** What the processes are about, as the caller holds it, for who routes their tasks; never stored. */
  readonly subject: unknown;
  readonly now: Date;
  readonly calendar: WorkingCalendar;
  readonly instances: Map<string, LiveInstance>;
  readonly newTasks: Map<string, TaskRow>;
  readonly taskChanges: Map<string, Partial<TaskRow>>;
  readonly newTimers: Map<string, TimerRow>;
  readonly endedTimers: Set<string>;
  readonly services: { instance: LiveInstance; effect: ServiceInvoked }[];
  /** Instances whose open tasks are suspended or resumed as a whole. */
  readonly paused: Map<string, 'suspended' | 'open'>;
  /** What is kept of how tasks were routed. */
  readonly routed: ((batch: WriteBatch) => void)[];
  readonly ended: { instance: LiveInstance; how: 'completed' | 'terminated'; end: string | undefined }[];
}

/** Begins the work of one action. */
export async function openUnit(ctx: Context, subject?: unknown): Promise<Unit> {
  return {
    ctx, subject, now: ctx.kernel.clock.now(), calendar: await loadCalendar(ctx.kernel), instances: new Map(), newTasks: new Map(), taskChanges: new Map(),
    newTimers: new Map(), endedTimers: new Set(), services: [], paused: new Map(), routed: [], ended: [],
  };
}

/** Takes an instance that has been read into the unit. */
export async function addInstance(unit: Unit, row: InstanceRow): Promise<LiveInstance> {
  const known = unit.instances.get(row.id);
  if (known) return known;
  const { model } = await getDefinition(unit.ctx.kernel, row.definitionId);
  const instance: LiveInstance = { row, model, isNew: false };
  unit.instances.set(row.id, instance);
  return instance;
}

/** Reads an instance. @throws workflow.instance-not-found */
export async function getInstance(unit: Unit, id: string): Promise<LiveInstance> {
  const known = unit.instances.get(id);
  if (known) return known;
  const row = await tablesOf<WorkflowTables>(unit.ctx.kernel.db).selectFrom('workflow.instance').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw fail('workflow.instance-not-found');
  return addInstance(unit, row);
}

/** Changes a task, whether it is stored or about to be. */
export function changeTask(unit: Unit, taskId: string, change: Partial<TaskRow>): void {
  const created = unit.newTasks.get(taskId);
  if (created) unit.newTasks.set(taskId, { ...created, ...change });
  else unit.taskChanges.set(taskId, { ...unit.taskChanges.get(taskId), ...change });
}
