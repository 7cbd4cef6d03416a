import type { Context } from '../../../kernel/context.ts';
import { readRowsAlone, tablesOf, WriteBatch } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { enqueueJob, type JobDefinition } from '../../../kernel/jobs/index.ts';
import type { SupervisionTables } from '../tables.ts';
import { casesAtATime, evaluateCases } from './evaluate-cases.ts';

/** Batches of cases looked at again in one run after a change of rules; the rest is for the next minute. */
const mostRechecks = 50;
const minuteMs = 60_000;
/** Between two looks, ms: what comes due meanwhile is judged together. */
const leastPauseMs = 5_000;
const jobName = 'supervision.advance';

/** Judges the cases whose next look has come, oldest first, and goes on with those to be looked at again after a change of rules (SUP-01). Touches no others. */
export async function advanceWatch(ctx: Context): Promise<void> {
  const tables = tablesOf<SupervisionTables>(ctx.kernel.db);
  for (;;) {
    const due = await tables.selectFrom('supervision.nextLook').select('caseId').where('at', '<=', ctx.kernel.clock.now()).orderBy('at').limit(casesAtATime).execute();
    if (due.length === 0 || !await evaluateUnlessRaised(ctx, due.map(({ caseId }) => caseId)) || due.length < casesAtATime) break;
  }
  for (let batches = 0; batches < mostRechecks && await recheckSome(ctx); batches += 1);
}

async function recheckSome(ctx: Context): Promise<boolean> {
  const tables = tablesOf<SupervisionTables>(ctx.kernel.db);
  const place = await tables.selectFrom('supervision.recheck').select('afterId').executeTakeFirst();
  if (!place) return false;
  const rows = await tables.selectFrom('supervision.watchedCase').select('caseId').where('live', '=', true).where('caseId', '>', place.afterId).orderBy('caseId').limit(casesAtATime).execute();
  if (!await evaluateUnlessRaised(ctx, rows.map(({ caseId }) => caseId))) return false;
  const last = rows.at(-1)?.caseId;
  // Started anew by another change meanwhile, it stays so.
  if (rows.length < casesAtATime || last === undefined) await tables.deleteFrom('supervision.recheck').where('afterId', '=', place.afterId).execute();
  else await tables.updateTable('supervision.recheck').set({ afterId: last }).where('afterId', '=', place.afterId).execute();
  return rows.length === casesAtATime;
}

/** False when an event raised the same signal at this moment: the next run does the rest. */
async function evaluateUnlessRaised(ctx: Context, ids: readonly string[]): Promise<boolean> {
  try {
    await evaluateCases(ctx, ids);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'supervision.raised-meanwhile') return false;
    throw error;
  }
}

/** Of these cases those whose next look has come. */
export async function findDue(ctx: Context, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await readRowsAlone<{ caseId: string }>(ctx.kernel.db, 'SELECT case_id FROM supervision.next_look WHERE case_id = ANY($1) AND at <= $2', [ids, ctx.kernel.clock.now()]);
  return rows.map(({ caseId }) => caseId);
}

/** Looks again within the minute where an instant comes before the next one begins, so that no signal waits for it (SUP-01). */
async function lookAgain(ctx: Context): Promise<void> {
  const [next] = await readRowsAlone<{ at: Date }>(ctx.kernel.db, 'SELECT at FROM supervision.next_look ORDER BY at LIMIT 1', []);
  const waitMs = next ? next.at.getTime() - ctx.kernel.clock.now().getTime() : Infinity;
  if (waitMs >= minuteMs) return;
  const batch = new WriteBatch();
  enqueueJob(batch, jobName, {}, { key: `${jobName}.again`, queue: jobName, afterMs: Math.max(waitMs, leastPauseMs) });
  await batch.execute(ctx.kernel.db.pool);
}

export const advanceWatchJob: JobDefinition = {
  name: jobName, label: '按监察规则判定到点的办件', cron: '* * * * *',
  // Two at a time would judge the same cases twice.
  queue: jobName,
  handle: async (ctx) => {
    await advanceWatch(ctx);
    await lookAgain(ctx);
  },
};
