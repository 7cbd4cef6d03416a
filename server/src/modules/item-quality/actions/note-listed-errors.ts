import { setTimeout as delay } from 'node:timers/promises';
import { elapsedMilliseconds, processorMilliseconds } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { readRowsAlone, WriteBatch } from '../../../kernel/db/index.ts';
import { noteErrors, type FoundErrors } from '../../catalog/index.ts';
import { restAfter } from '../jobs/rest-after.ts';

const pageSize = 500;
const columns = 'item_id, version_id, guide_errors + material_errors AS errors';
const ofItems = `SELECT ${columns} FROM item_quality.item_check WHERE active AND item_id = ANY($1::uuid[])`;
const ofPage = `SELECT ${columns} FROM item_quality.item_check WHERE active AND item_id > $1::uuid ORDER BY item_id LIMIT ${pageSize}`;

/** Has the catalogue's list say how many errors stand of these items. */
export async function noteErrorsOf(ctx: Context, itemIds: readonly string[]): Promise<void> {
  await note(ctx, await readRowsAlone<FoundErrors>(ctx.kernel.db, ofItems, [itemIds]));
}

/**
 * The same of all items, after a run over many: apart from the run, since the list is indexed by the number and a first
 * check changes every one. It rests as runs do.
 */
export async function noteAllErrors(ctx: Context): Promise<void> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const [began, used] = [elapsedMilliseconds(), processorMilliseconds()];
    const page = await readRowsAlone<FoundErrors>(ctx.kernel.db, ofPage, [after]);
    await note(ctx, page);
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    // An item has up to two rows: what belongs to the last one is read again.
    after = page.findLast(({ itemId }) => itemId !== last.itemId)?.itemId ?? last.itemId;
    await delay(restAfter({ took: elapsedMilliseconds() - began, used: processorMilliseconds() - used }));
  }
}

async function note(ctx: Context, found: readonly FoundErrors[]): Promise<void> {
  if (found.length === 0) return;
  const batch = new WriteBatch();
  noteErrors(batch, found);
  await commit(ctx, batch);
}
