import { sql } from 'kysely';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import { moveVersion } from '../actions/edit-version.ts';
import { entryBatch } from '../actions/entry-rows.ts';
import { addAdjustment, addInForce, requireNoSubItems, stateOnApproval } from '../actions/review-version.ts';
import { getEntryVersionRecord } from '../queries/entry-record.ts';
import type { DirectoryTables } from '../tables.ts';

/** Puts approved versions into force on their planned day and takes entries out of force on theirs; safe to run at any time. */
export async function applyPlanDates(ctx: Context): Promise<void> {
  const today = chinaDate(ctx.kernel.clock.now());
  const db = tablesOf<DirectoryTables>(ctx.kernel.db);
  const approved = await db.selectFrom('directory.entryVersion').select(['id', 'elements', 'cancels']).where('state', '=', 'approved').execute();
  for (const version of approved) {
    if (stateOnApproval(version, today) !== 'approved') await oneByOne(ctx, version.id, putIntoForce);
  }
  const ending = await db.selectFrom('directory.entry').select('inForceVersionId').where('state', '=', 'in-force')
    .where(sql<boolean>`plan_cancel_date <= ${today}::date`).execute();
  for (const { inForceVersionId } of ending) if (inForceVersionId) await oneByOne(ctx, inForceVersionId, cancelAsPlanned);
}

/** One that somebody else has just changed, or whose sub-items are still in force, waits for the next run. */
async function oneByOne(ctx: Context, versionId: string, act: (ctx: Context, versionId: string) => Promise<void>): Promise<void> {
  try {
    await act(ctx, versionId);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    ctx.kernel.log.warn({ versionId, code: error.code }, 'a planned change of the directory has to wait');
  }
}

async function putIntoForce(ctx: Context, versionId: string): Promise<void> {
  const record = await getEntryVersionRecord(ctx, versionId);
  const batch = entryBatch({ name: record.entry.name, code: record.entry.code });
  await addInForce(ctx, batch, record, record.version.revision);
  await commit(ctx, batch);
}

async function cancelAsPlanned(ctx: Context, versionId: string): Promise<void> {
  const record = await getEntryVersionRecord(ctx, versionId);
  await requireNoSubItems(ctx, record.entry);
  const batch = entryBatch({ name: record.entry.name, code: record.entry.code });
  moveVersion(ctx, batch, record, record.version.revision, { state: 'cancelled', entrySet: { state: 'cancelled', inForceVersionId: null } });
  addAdjustment(ctx, batch, record.entry.id, { versionId, previousVersionId: versionId, kind: 'cancelled' }, []);
  await commit(ctx, batch);
}

export const applyPlanDatesJob: JobDefinition = {
  name: 'directory.apply-plan-dates', label: '目录事项到期生效、取消', cron: '6 * * * *', handle: (ctx) => applyPlanDates(ctx),
};
