import { writesFor, type WriteBatch } from '../../db/index.ts';
import type { WorkflowTables } from '../tables.ts';

/** Puts a line at a task that its officers see in the inbox, in the batch. */
export function hintTask(batch: WriteBatch, taskId: string, hint: string): void {
  writesFor<WorkflowTables>(batch).update('workflow.task', { hint }, { id: taskId });
}
