import { sql } from 'kysely';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import { getOrganization } from '../../../kernel/organization/index.ts';
import { addChange } from '../actions/change-delegation.ts';
import { expire } from '../actions/end.ts';
import { addStart } from '../actions/start.ts';
import { remindOfEnd } from '../notify.ts';
import { readItems, type DelegationRow } from '../queries/record.ts';
import type { DelegationTables } from '../tables.ts';

/** Days before the end of a delegation at which both sides are told. */
export const reminderDays = 30;

/** Starts delegations whose first day has come, ends those whose last day is over, and reminds both sides in time; safe to run at any time. */
export async function followDates(ctx: Context): Promise<void> {
  const today = chinaDate(ctx.kernel.clock.now());
  const due = (condition: ReturnType<typeof sql<boolean>>) => tablesOf<DelegationTables>(ctx.kernel.db).selectFrom('delegation.delegation').selectAll().where(condition).orderBy('id').execute();
  // What ends today is over only tomorrow.
  for (const row of await due(sql<boolean>`state IN ('in-force', 'scheduled') AND ends_on < ${today}::date`)) await oneByOne(ctx, row, expire);
  for (const row of await due(sql<boolean>`state = 'offered' AND ends_on < ${today}::date`)) await oneByOne(ctx, row, lapse);
  for (const row of await due(sql<boolean>`state = 'scheduled' AND starts_on <= ${today}::date`)) await oneByOne(ctx, row, start);
  for (const row of await due(sql<boolean>`state = 'in-force' AND ends_on BETWEEN ${today}::date AND ${today}::date + ${reminderDays}::int`)) await remindOfEnd(ctx, row);
}

/** One that somebody has just changed, or whose items are not published at present, waits for the next run. */
async function oneByOne(ctx: Context, row: DelegationRow, act: (ctx: Context, row: DelegationRow) => Promise<void>): Promise<void> {
  try {
    await act(ctx, row);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    ctx.kernel.log.warn({ delegationId: row.id, code: error.code }, 'a delegation could not follow its dates yet');
  }
}

async function start(ctx: Context, row: DelegationRow): Promise<void> {
  const [giver, receiver, items] = await Promise.all([getOrganization(ctx, row.giverId), getOrganization(ctx, row.receiverId), readItems(ctx, row.id)]);
  const batch = new WriteBatch();
  await addStart(ctx, batch, row, { giver, receiver, items });
  addChange(ctx, batch, row, row.version, { state: 'in-force', label: '生效' });
  await commit(ctx, batch);
}

async function lapse(ctx: Context, row: DelegationRow): Promise<void> {
  const batch = new WriteBatch();
  addChange(ctx, batch, row, row.version, { state: 'withdrawn', label: '逾期未接收' });
  await commit(ctx, batch);
}

export const followDatesJob: JobDefinition = {
  name: 'delegation.follow-dates', label: '放权到期生效、终止和提醒', cron: '11 * * * *', handle: (ctx) => followDates(ctx),
};
