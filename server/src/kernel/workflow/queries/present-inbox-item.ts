import type { Selectable } from 'kysely';
import { chinaDate } from '../../clock/index.ts';
import { taskSteps, type InboxItem } from '../contract.ts';
import type { TaskRow } from '../engine/unit.ts';
import type { WorkflowTables } from '../tables.ts';

/** A task as its officer's inbox shows it. */
export function presentTask(task: TaskRow, readerId: string, today: string): InboxItem {
  const on = task.endedAt === null ? today : chinaDate(task.endedAt);
  const isOpen = task.endedAt === null;
  return {
    kind: 'task', id: task.id, taskId: task.id, name: task.name, step: stepOf(task.step), subject: presentSubject(task),
    claim: isOpen ? (task.assigneeId === readerId ? 'mine' : 'open') : null,
    returned: task.returned, sign: task.signMode, arrivedAt: task.createdAt.toISOString(),
    dueOn: task.dueOn, level: levelOf(task.dueOn, on),
    endedAt: task.endedAt?.toISOString() ?? null, result: isOpen ? null : task.status === 'completed' ? 'completed' : 'returned', form: task.form !== null, hint: isOpen ? task.hint : null, note: task.opinion,
  };
}

/** Something passed on for reading as its reader's inbox shows it. */
export function presentReading(reading: Selectable<WorkflowTables['workflow.reading']>): InboxItem {
  return {
    kind: 'reading', id: reading.id, taskId: reading.taskId, name: `${reading.senderName}传阅`, step: null, subject: presentSubject(reading), claim: null,
    returned: false, sign: null, arrivedAt: reading.sentAt.toISOString(), dueOn: null, level: 'normal',
    endedAt: reading.readAt?.toISOString() ?? null, result: null, form: false, hint: null, note: reading.note,
  };
}

/** The step as the contract names it; a definition can only be published with one of these. */
export function stepOf(step: string): (typeof taskSteps)[number] {
  return taskSteps.find((known) => known === step) ?? 'custom';
}

function presentSubject(row: { subjectType: string; subjectId: string; subjectNumber: string; subjectTitle: string; subjectName: string }): InboxItem['subject'] {
  return { type: row.subjectType, id: row.subjectId, number: row.subjectNumber, title: row.subjectTitle, name: row.subjectName };
}

function levelOf(dueOn: string | null, on: string): InboxItem['level'] {
  if (dueOn === null || on < dueOn) return 'normal';
  return on === dueOn ? 'today' : 'overdue';
}
