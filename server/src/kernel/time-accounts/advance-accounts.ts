import type { ExpressionBuilder } from 'kysely';
import { chinaDate } from '../clock/index.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { tablesOf, WriteBatch } from '../db/index.ts';
import { AppError } from '../errors/index.ts';
import { publishEvent } from '../events/index.ts';
import { toAccount, type AccountRow, type TimeAccount } from './account.ts';
import { deadlineMoved, writeAccount, writeAccounts, type DeadlineMove } from './change-account.ts';
import { loadClockRules, type ClockRules } from './clock-rules.ts';
import type { TimeTables } from './tables.ts';

const pageSize = 500;

/** Brings clocks that reached a threshold to their new level, oldest first; gives how many. Safe to run in several processes. */
export function advanceAccounts(ctx: Context): Promise<number> {
  const now = ctx.kernel.clock.now();
  return rewriteWhere(ctx, (eb) => eb('nextThresholdAt', '<=', now));
}

/** Counts open clocks again that were counted by an older calendar, and tells of promised deadlines that moved; gives how many (docs/adr/0005). */
export async function recountAccounts(ctx: Context): Promise<number> {
  const { calendar: { version } } = await loadClockRules(ctx.kernel);
  return rewriteWhere(ctx, (eb) => eb.and([eb('calendarVersion', '<', version), eb('status', '<>', 'stopped')]));
}

type Condition = (eb: ExpressionBuilder<TimeTables, 'time.account'>) => ReturnType<ExpressionBuilder<TimeTables, 'time.account'>['and']>;

async function rewriteWhere(ctx: Context, condition: Condition): Promise<number> {
  const tables = tablesOf<TimeTables>(ctx.kernel.db);
  const rules = await loadClockRules(ctx.kernel);
  const today = chinaDate(ctx.kernel.clock.now());
  let total = 0;
  for (let more = true; more;) {
    const rows = await tables.selectFrom('time.account').selectAll().where(condition).limit(pageSize).execute();
    const rewritten = await rewriteTogether(ctx, rows, rules, today) ?? await rewriteEach(ctx, rows, rules, today);
    total += rewritten;
    more = rows.length === pageSize && rewritten > 0;
  }
  return total;
}

/** Rewrites a page of clocks in one statement; undefined when one of them has changed meanwhile, and nothing was written. */
async function rewriteTogether(ctx: Context, rows: readonly AccountRow[], rules: ClockRules, today: string): Promise<number | undefined> {
  const batch = new WriteBatch();
  const changed = writeAccounts(ctx, batch, rows.map((row) => toAccount(row, rules, today)), rules);
  for (const [place, account] of changed.entries()) tellMoved(ctx, batch, account, rows[place]?.promisedDueOn ?? null);
  return await commitUnlessStale(ctx, batch) ? rows.length : undefined;
}

async function rewriteEach(ctx: Context, rows: readonly AccountRow[], rules: ClockRules, today: string): Promise<number> {
  let rewritten = 0;
  for (const row of rows) {
    const account = toAccount(row, rules, today);
    const batch = new WriteBatch();
    tellMoved(ctx, batch, writeAccount(ctx, batch, account, account.ledger, rules), row.promisedDueOn);
    if (await commitUnlessStale(ctx, batch)) rewritten += 1;
  }
  return rewritten;
}

/** Only a calendar moves the deadline of a clock that goes on as it did. */
function tellMoved(ctx: Context, batch: WriteBatch, { id, subjectType, subjectId, deadlines: { promisedDueOn, status } }: TimeAccount, previous: string | null): void {
  if (status !== 'running' || promisedDueOn === null || previous === null || promisedDueOn === previous) return;
  const data: DeadlineMove = { accountId: id, subjectType, subjectId, promisedDueOn, previousPromisedDueOn: previous };
  publishEvent(ctx, batch, { type: deadlineMoved, aggregateType: subjectType, aggregateId: subjectId, data });
}

/** An officer who acts at the same moment, or another process of this job, has then done the work. */
async function commitUnlessStale(ctx: Context, batch: WriteBatch): Promise<boolean> {
  try {
    await commit(ctx, batch);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'time-accounts.stale') return false;
    throw error;
  }
}
