import { tellOverdue } from '../actions/tell-overdue.ts';
import { startWholeRun } from '../actions/start-run.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { ItemQualityTables } from '../tables.ts';

/** Within so long every item is checked once whether anything about it has changed or not, ms. */
const fullEvery = 30 * 24 * 60 * 60_000;

/**
 * Every night: items are checked again on which something has changed since their last check, all of them when that has not
 * been done for a month; and departments whose order has run out are told.
 */
export async function checkNightly(ctx: Context): Promise<void> {
  await tellOverdue(ctx);
  await startWholeRun(ctx, 'nightly', await hadFullRun(ctx));
}

async function hadFullRun({ kernel: { db, clock } }: Context): Promise<boolean> {
  const since = new Date(clock.now().getTime() - fullEvery);
  const run = await tablesOf<ItemQualityTables>(db).selectFrom('itemQuality.run').select('id')
    .where('scopeKey', '=', 'all').where('state', '=', 'finished').where('changedOnly', '=', false).where('requestedAt', '>', since).limit(1).executeTakeFirst();
  return run !== undefined;
}
