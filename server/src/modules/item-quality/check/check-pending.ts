import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, type Database } from '../../../kernel/db/index.ts';
import type { DomainEvent } from '../../../kernel/events/index.ts';
import { commit } from '../../../kernel/commit.ts';
import { enqueueJob } from '../../../kernel/jobs/index.ts';
import { loadRuleSet, readVersionsToCheck } from '../../catalog/index.ts';
import { checkPendingJob } from '../job-names.ts';
import { noteErrorsOf } from '../actions/note-listed-errors.ts';
import { settleRectifications } from '../actions/settle-rectifications.ts';
import type { ItemQualityTables } from '../tables.ts';
import { findChanges } from './check-items.ts';
import { saveChecksSafely } from './save-checks-safely.ts';

const batchSize = 100;

/** Notes that items changed; many changes are then checked together, so that an import does not hold up other events. */
export async function markItems(ctx: Context, events: readonly Pick<DomainEvent, 'aggregateId'>[]): Promise<void> {
  const ids = [...new Set(events.map(({ aggregateId }) => aggregateId))].toSorted();
  const batch = new WriteBatch();
  batch.call('(SELECT count(*) FROM unnest(?::uuid[]) AS item, LATERAL (SELECT item_quality.mark(item)) AS marked)', [ids]);
  enqueueJob(batch, checkPendingJob, {}, { key: checkPendingJob });
  await commit(ctx, batch);
}

/** Checks every item that changed since it was last checked. */
export async function checkPending(ctx: Context): Promise<void> {
  const rules = await loadRuleSet(ctx.kernel);
  for (let marked = await readMarked(ctx.kernel.db); marked.length > 0; marked = await readMarked(ctx.kernel.db)) {
    const rows = marked.map(({ itemId, marks }) => ({ item_id: itemId, marks }));
    const ids = marked.map(({ itemId }) => itemId);
    const found = findChanges(ctx, ids, rules, await readVersionsToCheck(ctx.kernel, ids));
    const { rectificationIds } = await saveChecksSafely(ctx, ids, rules, found,
      (batch) => { batch.call('item_quality.unmark(?::json)', [JSON.stringify(rows)]); });
    await settleRectifications(ctx, rectificationIds);
    await noteErrorsOf(ctx, ids);
  }
}

async function readMarked(db: Database) {
  return tablesOf<ItemQualityTables>(db).selectFrom('itemQuality.pending').selectAll().orderBy('itemId').limit(batchSize).execute();
}
