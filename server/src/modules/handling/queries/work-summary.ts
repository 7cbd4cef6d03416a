import type { ResponseOf } from '@tongban/contract-kit';
import { requireStaff } from '../../../kernel/access/index.ts';
import { chinaDate, startOfChinaDay } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { countInbox } from '../../../kernel/workflow/index.ts';
import { countOfficeCases, listNearestDeadlines } from '../../cases/index.ts';
import type { getWorkSummary as operation } from '../contract.ts';

/** Today's numbers of the officer's department and the deadlines that come first (INT-01). */
export async function getWorkSummary(ctx: Context): Promise<ResponseOf<typeof operation>> {
  const actor = requireStaff(ctx);
  const today = startOfChinaDay(chinaDate(ctx.kernel.clock.now()));
  const [inbox, counts, nearest] = await Promise.all([
    countInbox(ctx), countOfficeCases(ctx, actor.organizationPath, today), listNearestDeadlines(ctx, actor.organizationPath, 8),
  ]);
  return { open: inbox.todo, ...counts, nearest };
}
