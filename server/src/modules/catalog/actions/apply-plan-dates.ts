import { sql } from 'kysely';
import { listHolders } from '../../../kernel/access/list-holders.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import { sendToStaff } from '../../../kernel/messaging/index.ts';
import type { CatalogTables } from '../tables.ts';
import { publishVersion } from './publish-version.ts';
import { retireItem } from './retire-item.ts';

/** Versions handled in one run; the next goes on. */
const most = 500;

/**
 * Publishes approved versions whose planned day has come (待生效 → 已发布) and retires published ones whose planned end has
 * come (CAT-02). One that is refused stays as it is and is tried again; those who publish it are told once why.
 */
export async function applyPlanDates(ctx: Context): Promise<{ published: number; retired: number }> {
  const today = chinaDate(ctx.kernel.clock.now());
  let [published, retired] = [0, 0];
  for (const due of await findDue(ctx, 'approved', 'planEffectiveDate', today)) {
    if (await attempt(ctx, due, '计划发布', () => publishVersion(ctx, due.versionId, due.revision))) published += 1;
  }
  for (const due of await findDue(ctx, 'published', 'planCancelDate', today)) {
    if (await attempt(ctx, due, '计划取消', () => retireItem(ctx, due.itemId, '计划取消日期已到。'))) retired += 1;
  }
  return { published, retired };
}

type Due = Awaited<ReturnType<typeof findDue>>[number];

async function findDue(ctx: Context, state: 'approved' | 'published', date: 'planEffectiveDate' | 'planCancelDate', today: string) {
  return tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.itemVersion as v').innerJoin('catalog.item as i', 'i.id', 'v.itemId')
    .select(['v.id as versionId', 'v.revision', 'i.id as itemId', 'i.name', 'i.organizationPath', 'i.regionCode'])
    .where('v.state', '=', state).where(sql<boolean>`v.elements ->> ${date} <= ${today}`).limit(most).execute();
}

async function attempt(ctx: Context, due: Due, what: string, act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    ctx.kernel.log.warn({ id: due.versionId, code: error.code }, 'planned change of an item refused');
    await tell(ctx, due, what, error);
    return false;
  }
}

/** Told once for a version, its revision and the reason, however often it is tried. */
async function tell(ctx: Context, due: Due, what: string, { code, title, detail }: AppError): Promise<void> {
  const batch = new WriteBatch();
  await sendToStaff(ctx, batch, await listHolders(ctx, 'catalog.item.publish', due), {
    templateKey: 'catalog.plan-refused', dedupeKey: `catalog.plan-refused/${due.versionId}/${due.revision}/${code}`, about: { itemId: due.itemId },
    variables: { versionId: due.versionId, itemName: due.name, what, reason: `${title}。${detail ?? ''}` },
  });
  await commit(ctx, batch);
}

export const applyPlanDatesJob: JobDefinition = {
  name: 'catalog.apply-plan-dates', label: '按计划日期发布和取消事项', cron: '*/10 * * * *', handle: async (ctx) => { await applyPlanDates(ctx); },
};
