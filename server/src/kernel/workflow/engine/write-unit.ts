import { json, writesFor, type WriteBatch } from '../../db/index.ts';
import { publishEvent } from '../../events/index.ts';
import { fail } from '../errors.ts';
import { workflowEvents } from '../events.ts';
import type { WorkflowTables } from '../tables.ts';
import type { LiveInstance, TaskRow, Unit } from './unit.ts';

/** What one action did to the workflow, for the module that caused it. */
export interface StepResult {
  instanceId: string;
  status: LiveInstance['row']['status'];
  created: readonly TaskRow[];
  /** Set when the process has ended: how, and by which end event. */
  ended: { how: 'completed' | 'terminated'; end: string | undefined } | undefined;
}

/** Adds everything in the unit to the batch: one part per table and kind of change. Somebody faster undoes the whole batch. */
export function writeUnit(unit: Unit, batch: WriteBatch, instance: LiveInstance): StepResult {
  writeInstances(unit, batch);
  writeTasks(unit, batch);
  const writes = writesFor<WorkflowTables>(batch);
  writes.insert('workflow.timer', [...unit.newTimers.values()]);
  if (unit.endedTimers.size > 0) writes.delete('workflow.timer', { id: [...unit.endedTimers] });
  publish(unit, batch);
  for (const record of unit.routed) record(batch);
  const ended = unit.ended.find((one) => one.instance === instance);
  return {
    instanceId: instance.row.id, status: instance.row.status, created: [...unit.newTasks.values()].filter((task) => task.status === 'open'),
    ended: ended === undefined ? undefined : { how: ended.how, end: ended.end },
  };
}

function writeInstances(unit: Unit, batch: WriteBatch): void {
  const writes = writesFor<WorkflowTables>(batch);
  const instances = [...unit.instances.values()];
  const created = instances.filter((instance) => instance.isNew).map(({ row }) => ({ ...row, version: 1 }));
  if (created.length > 0) writes.insert('workflow.instance', created);
  for (const { row: { id, version, definitionId, state, taken, status, endedAt }, isNew } of instances) {
    if (isNew) continue;
    const guard = { expected: 1, otherwise: () => fail('workflow.stale') };
    writes.update('workflow.instance', { version: version + 1, definitionId, state, taken, status, endedAt }, { id, version }, guard);
  }
}

function writeTasks(unit: Unit, batch: WriteBatch): void {
  const writes = writesFor<WorkflowTables>(batch);
  if (unit.newTasks.size > 0) writes.insert('workflow.task', [...unit.newTasks.values()]);
  const groups = new Map<string, { change: Partial<TaskRow>; ids: string[] }>();
  for (const [id, change] of unit.taskChanges) {
    const key = json(change);
    const group = groups.get(key);
    if (group) group.ids.push(id);
    else groups.set(key, { change, ids: [id] });
  }
  for (const { change, ids: [id, ...others] } of groups.values()) {
    writes.update('workflow.task', change, { id: others.length === 0 ? id : [id, ...others] });
  }
  for (const [instanceId, status] of unit.paused) {
    writes.update('workflow.task', { status }, { instanceId, status: status === 'open' ? 'suspended' : 'open' });
  }
}

/** A task as events tell of it; who has it already is the only one it is meant for. */
function describeTask({ id, node, name, step, candidates, assigneeId, dueOn, returned }: TaskRow) {
  return { taskId: id, node, name, step, candidates: assigneeId === null ? candidates : [{ person: assigneeId }], dueOn, returned };
}

/** Adds the event of a task that a person has given to others. */
export function publishRedirected(unit: Unit, batch: WriteBatch, { row }: LiveInstance, task: TaskRow): void {
  publishEvent(unit.ctx, batch, {
    type: workflowEvents.tasksRedirected, aggregateType: task.subjectType, aggregateId: task.subjectId,
    data: {
      instanceId: row.id, subjectNumber: task.subjectNumber, subjectTitle: task.subjectTitle,
      tasks: [{ ...describeTask({ ...task, ...unit.taskChanges.get(task.id) }), from: task.assigneeId }],
    },
  });
}

function publish(unit: Unit, batch: WriteBatch): void {
  for (const { instance: { row }, effect } of unit.services) {
    const { activityId, handler, waiting, variables } = effect;
    publishEvent(unit.ctx, batch, {
      type: workflowEvents.serviceInvoked, aggregateType: row.subjectType, aggregateId: row.subjectId,
      data: { instanceId: row.id, activityId, handler, waiting, variables },
    });
  }
  for (const { row } of unit.instances.values()) {
    const tasks = [...unit.newTasks.values()].filter((task) => task.instanceId === row.id && task.status === 'open');
    if (tasks.length === 0) continue;
    publishEvent(unit.ctx, batch, {
      type: workflowEvents.tasksCreated, aggregateType: row.subjectType, aggregateId: row.subjectId,
      data: {
        instanceId: row.id, subjectNumber: row.subjectNumber, subjectTitle: row.subjectTitle,
        tasks: tasks.map(describeTask),
      },
    });
  }
  for (const { instance: { row }, how, end } of unit.ended) {
    publishEvent(unit.ctx, batch, {
      type: workflowEvents.instanceEnded, aggregateType: row.subjectType, aggregateId: row.subjectId,
      data: { instanceId: row.id, parentId: row.parentId, how, end: end ?? null, variables: row.state.variables },
    });
  }
}
