import type { Selectable } from 'kysely';
import type { Context } from '../../context.ts';
import { runText, transact, WriteBatch } from '../../db/index.ts';
import { AppError } from '../../errors/index.ts';
import type { JobDefinition } from '../../jobs/index.ts';
import { takeStep } from '../engine/take-step.ts';
import { getInstance, openUnit } from '../engine/unit.ts';
import { writeUnit } from '../engine/write-unit.ts';
import { fireTimer } from '../interpreter/index.ts';
import type { WorkflowTables } from '../tables.ts';

type Timer = Selectable<WorkflowTables['workflow.timer']>;

const retryAfterMs = 5 * 60_000;

/** Fires every timer that is due, oldest first; several processes may do so at once. Gives how many fired. */
export async function fireDueTimers(ctx: Context): Promise<number> {
  let fired = 0;
  for (;;) {
    const done = await fireNext(ctx);
    if (done === undefined) return fired;
    if (done) fired += 1;
  }
}

/** Fires one timer nobody else is firing; false when it was put off, undefined when none is due. */
async function fireNext(ctx: Context): Promise<boolean | undefined> {
  return transact<WorkflowTables, boolean | undefined>(ctx.kernel.db, async (trx) => {
    const timer = await trx.selectFrom('workflow.timer as timer').innerJoin('workflow.instance as instance', 'instance.id', 'timer.instanceId')
      .selectAll('timer').where('timer.dueAt', '<=', ctx.kernel.clock.now()).where('instance.status', '=', 'running')
      .orderBy('timer.dueAt').orderBy('timer.id').limit(1).forUpdate('timer').skipLocked().executeTakeFirst();
    if (!timer) return undefined;
    const batch = new WriteBatch();
    const error = await fire(ctx, batch, timer);
    if (error) {
      const dueAt = new Date(ctx.kernel.clock.now().getTime() + retryAfterMs);
      await trx.updateTable('workflow.timer').set({ attempts: timer.attempts + 1, error: error.message, dueAt }).where('id', '=', timer.id).execute();
      ctx.kernel.log.warn({ err: error, timerId: timer.id, instanceId: timer.instanceId }, 'workflow timer could not fire');
      return false;
    }
    await batch.executeIn((text, values) => runText(trx, text, values));
    return true;
  }).catch((error: unknown) => {
    // somebody moved the instance meanwhile; the timer is still there and is looked at again
    if (error instanceof AppError && error.code === 'workflow.stale') return false;
    throw error;
  });
}

async function fire(ctx: Context, batch: WriteBatch, timer: Timer): Promise<Error | undefined> {
  try {
    const unit = await openUnit(ctx);
    const instance = await getInstance(unit, timer.instanceId);
    await takeStep(unit, instance, (env) => fireTimer(instance.model, instance.row.state, { timerId: timer.id }, env));
    unit.endedTimers.add(timer.id);
    writeUnit(unit, batch, instance);
    return undefined;
  } catch (error) {
    // put off, whatever it was: one timer must not keep the others from firing
    return error instanceof Error ? error : new Error(String(error));
  }
}

export const fireDueTimersJob: JobDefinition = {
  name: 'workflow.fire-due-timers', label: '触发到期的流程定时', cron: '* * * * *',
  handle: async (ctx) => {
    if (await fireDueTimers(ctx) > 0) ctx.kernel.onCommitted();
  },
};
