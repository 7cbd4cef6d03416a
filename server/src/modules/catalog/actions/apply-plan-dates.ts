import { sql } from 'kysely';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import type { CatalogTables } from '../tables.ts';
import { publishVersion } from './publish-version.ts';
import { retireItem } from './retire-item.ts';

/** Versions handled in one run; the next goes on. */
const most = 500;

/**
 * Publishes approved versions whose planned day has come (待生效 → 已发布) and retires published ones whose planned end has
 * come (CAT-02). One that is refused stays as it is and is tried again; the reason is logged.
 */
export async function applyPlanDates(ctx: Context): Promise<{ published: number; retired: number }> {
  const today = chinaDate(ctx.kernel.clock.now());
  const db = tablesOf<CatalogTables>(ctx.kernel.db);
  const effective = await db.selectFrom('catalog.itemVersion').select(['id', 'revision'])
    .where('state', '=', 'approved').where(sql<boolean>`elements ->> 'planEffectiveDate' <= ${today}`).limit(most).execute();
  const ended = await db.selectFrom('catalog.itemVersion').select('itemId')
    .where('state', '=', 'published').where(sql<boolean>`elements ->> 'planCancelDate' <= ${today}`).limit(most).execute();
  let [published, retired] = [0, 0];
  for (const { id, revision } of effective) if (await attempt(ctx, id, () => publishVersion(ctx, id, revision))) published += 1;
  for (const { itemId } of ended) if (await attempt(ctx, itemId, () => retireItem(ctx, itemId, '计划取消日期已到。'))) retired += 1;
  return { published, retired };
}

async function attempt(ctx: Context, id: string, act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    ctx.kernel.log.warn({ id, code: error.code }, 'planned change of an item refused');
    return false;
  }
}

export const applyPlanDatesJob: JobDefinition = {
  name: 'catalog.apply-plan-dates', label: '按计划日期发布和取消事项', cron: '*/10 * * * *', handle: async (ctx) => { await applyPlanDates(ctx); },
};
