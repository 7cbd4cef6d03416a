import { requireStaff } from '../../access/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { createId, tablesOf, writesFor, WriteBatch } from '../../db/index.ts';
import { getStaffNames } from '../engine/name-assignees.ts';
import { isHandler } from '../engine/open-task.ts';
import { subjectOf } from '../engine/take-step.ts';
import { fail } from '../errors.ts';
import type { WorkflowTables } from '../tables.ts';

/** Passes a task's subject on to officers for reading (传阅); one who has it already is not asked twice. */
export async function circulateTask(ctx: Context, input: { taskId: string; readers: readonly string[]; note: string }): Promise<void> {
  const actor = requireStaff(ctx);
  const task = await tablesOf<WorkflowTables>(ctx.kernel.db).selectFrom('workflow.task').selectAll().where('id', '=', input.taskId).executeTakeFirst();
  if (!task) throw fail('workflow.task-not-found');
  if (task.completedBy !== actor.id && !isHandler(actor, task)) throw fail('workflow.not-handler');
  const readers = [...new Set(input.readers)];
  await getStaffNames(ctx, readers);
  const batch = new WriteBatch();
  const sentAt = ctx.kernel.clock.now();
  writesFor<WorkflowTables>(batch).insert('workflow.reading', readers.map((readerId) => ({
    id: createId(), taskId: task.id, ...subjectOf(task), readerId, senderName: actor.name, note: input.note, sentAt, readAt: null,
  })), 'nothing');
  recordAudit(ctx, batch, { action: 'workflow.circulate-task', objectType: task.subjectType, objectId: task.subjectId, detail: { taskId: task.id, readers } });
  await commit(ctx, batch);
}

/** Marks something passed on for reading as read (已阅). @throws workflow.reading-not-found */
export async function markRead(ctx: Context, readingId: string): Promise<void> {
  const actor = requireStaff(ctx);
  const reading = await tablesOf<WorkflowTables>(ctx.kernel.db).selectFrom('workflow.reading').select(['id', 'readAt'])
    .where('id', '=', readingId).where('readerId', '=', actor.id).executeTakeFirst();
  if (!reading) throw fail('workflow.reading-not-found');
  if (reading.readAt) return;
  const batch = new WriteBatch();
  writesFor<WorkflowTables>(batch).update('workflow.reading', { readAt: ctx.kernel.clock.now() }, { id: readingId, readerId: actor.id, readAt: null });
  await batch.execute(ctx.kernel.db.pool);
}
