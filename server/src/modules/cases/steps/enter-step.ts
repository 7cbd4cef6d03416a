import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { findRow, WriteBatch } from '../../../kernel/db/index.ts';
import type { DomainEvent } from '../../../kernel/events/index.ts';
import { hintTask } from '../../../kernel/workflow/index.ts';
import { findCaseTasks } from '../case-process.ts';
import { unsafeFindCase } from '../record.ts';
import { findStepNode } from './step-node.ts';
import { readStepFacts, recordChecks, runStepRules } from './run-step-rules.ts';

/** As long as a line of the inbox may be. */
const longestHint = 120;

/** Runs the rules of the steps that a case has just come to, keeps what they said, and puts the most pressing into the inbox. */
export async function enterSteps(ctx: Context, event: DomainEvent): Promise<void> {
  if (event.aggregateType !== 'case') return;
  const created = new Set((event.data as { tasks: { taskId: string }[] }).tasks.map(({ taskId }) => taskId));
  const record = await unsafeFindCase(ctx, event.aggregateId);
  if (!record) return;
  for (const task of (await findCaseTasks(ctx, record.id)).filter(({ taskId }) => created.has(taskId))) {
    const node = await findStepNode(ctx, task);
    if (!node?.rules?.some(({ on }) => on === 'enter')) continue;
    // Delivered again, it has been done.
    if (await findRow(ctx.kernel.db, `SELECT id FROM cases.step_check WHERE task_id = $1 AND moment = 'enter' LIMIT 1`, [task.taskId])) continue;
    const checks = await runStepRules(ctx, node, 'enter', await readStepFacts(ctx, record, task));
    const batch = new WriteBatch();
    recordChecks(ctx, batch, record, task, checks);
    const warning = checks.find(({ rule, applies }) => rule.effect === 'warn' && applies) ?? checks.find(({ failed }) => failed);
    if (warning) hintTask(batch, task.taskId, warning.message.slice(0, longestHint));
    await commit(ctx, batch);
  }
}
