import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import type { WriteBatch } from '../../../kernel/db/index.ts';
import { changeCase, completeCaseTask, type CaseRecord } from '../../cases/index.ts';

type Task = Parameters<typeof completeCaseTask>[3];

/**
 * Adds to the batch that a step of a case was done somewhere else, under its name there; with `task`, a step of the process that
 * is neither acceptance, review, decision nor delivery, that task is completed by it (INT-04). @throws cases.wrong-status
 */
export async function addStepNote(ctx: Context, batch: WriteBatch, record: CaseRecord, note: { taskName: string; opinion?: string | undefined; source: string }, task?: Task): Promise<CaseRecord> {
  const { taskName, opinion, source } = note;
  const next = changeCase(ctx, batch, record, {
    step: { type: 'handle-step', on: chinaDate(ctx.kernel.clock.now()) }, ...(opinion === undefined ? {} : { opinion }), detail: { taskName, source, ...(task ? { node: task.node } : {}) },
  });
  if (task) await completeCaseTask(ctx, batch, record, task, {}, opinion);
  return next;
}
