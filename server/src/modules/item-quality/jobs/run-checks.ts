import { setTimeout as delay } from 'node:timers/promises';
import { chinaDate, elapsedMilliseconds, processorMilliseconds } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { countItemsToCheck, listItemsToCheck, loadRuleSet, readVersionsToCheck, type VersionToCheck } from '../../catalog/index.ts';
import { settleRectifications } from '../actions/settle-rectifications.ts';
import { findChanges } from '../check/check-items.ts';
import { saveChecksSafely } from '../check/save-checks-safely.ts';
import type { CheckedItem } from '../check/write-checks.ts';
import { accuracyFormula } from '../contract.ts';
import { fail } from '../errors.ts';
import { getRunRow, type RunRow } from '../queries/list-runs.ts';
import type { ItemQualityTables } from '../tables.ts';
import { restAfter } from './rest-after.ts';

/** Items of one statement: small enough that a lock is short and memory stays flat. */
const batchSize = 100;

/**
 * Goes through the items of a run in the order of their ids, a batch a transaction (CAT-04). Interrupted, it goes on where it
 * was; cancelled, it stops after the batch it is at.
 */
export async function runChecks(ctx: Context, runId: string): Promise<void> {
  const row = await getRunRow(ctx, runId);
  if (row.state !== 'waiting' && row.state !== 'running') return;
  try {
    await begin(ctx, row);
    const progress = await checkAll(ctx, row);
    await finish(ctx, row, progress);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'item-quality.run-ended') throw error;
  }
}

type Progress = Pick<RunRow, 'done' | 'opened' | 'closed' | 'lastItemId'>;

const whichOf = ({ organizationPath, regionCode }: RunRow) => ({ organizationPath: organizationPath ?? undefined, regionCode: regionCode ?? undefined });

async function begin(ctx: Context, row: RunRow): Promise<void> {
  const batch = new WriteBatch();
  move(ctx, batch, row, { state: 'running', total: await countItemsToCheck(ctx.kernel, whichOf(row)) });
  await commit(ctx, batch);
}

function move(ctx: Context, batch: WriteBatch, { id }: RunRow, change: Partial<Progress> & Partial<Pick<RunRow, 'state' | 'total' | 'finishedAt'>>): void {
  writesFor<ItemQualityTables>(batch).update('itemQuality.run', { ...change, movedAt: ctx.kernel.clock.now() }, { id, state: ['waiting', 'running'] },
    { expected: 1, otherwise: () => fail('item-quality.run-ended') });
}

/** While the findings of one batch are written, the next is checked already: processor and database work side by side. */
async function checkAll(ctx: Context, row: RunRow): Promise<Progress> {
  const rules = await loadRuleSet(ctx.kernel);
  let progress: Progress = { done: row.done, opened: row.opened, closed: row.closed, lastItemId: row.lastItemId };
  const save = async (ids: readonly string[], last: string, found: Promise<readonly CheckedItem[]>): Promise<void> => {
    const before = progress;
    const summary = await saveChecksSafely(ctx, ids, rules, found, (batch, { opened, closed }) => {
      progress = { done: before.done + ids.length, opened: before.opened + opened, closed: before.closed + closed, lastItemId: last };
      move(ctx, batch, row, progress);
    });
    await settleRectifications(ctx, summary.rectificationIds);
  };
  let ahead = readAhead(ctx, row, progress.lastItemId);
  let saving: Promise<void> = Promise.resolve();
  try {
    for (;;) {
      const [began, used] = [elapsedMilliseconds(), processorMilliseconds()];
      const { ids, versions } = await ahead;
      const last = ids.at(-1);
      if (last === undefined) break;
      ahead = readAhead(ctx, row, last);
      const found = findChanges(ctx, ids, rules, versions);
      await Promise.allSettled([found]);
      await saving;
      saving = save(ids, last, found);
      // Told where it is awaited.
      saving.catch(() => {});
      // Nothing follows what does not fill a batch: to rest then would only keep the run from its end.
      if (ids.length === batchSize) await delay(restAfter({ took: elapsedMilliseconds() - began, used: processorMilliseconds() - used }));
    }
    await saving;
  } finally {
    await Promise.allSettled([saving]);
  }
  return progress;
}

/** Begins to read the next items, while those before are checked; what changes meanwhile is checked again because it changed. */
function readAhead(ctx: Context, row: RunRow, after: string | null): Promise<{ ids: string[]; versions: VersionToCheck[] }> {
  const reading = (async () => {
    const ids = await listItemsToCheck(ctx.kernel, whichOf(row), after, batchSize);
    return { ids, versions: await readVersionsToCheck(ctx.kernel, ids) };
  })();
  // Told to whoever awaits it; a run that has ended meanwhile does not.
  reading.catch(() => {});
  return reading;
}

async function finish(ctx: Context, row: RunRow, progress: Progress): Promise<void> {
  const now = ctx.kernel.clock.now();
  const batch = new WriteBatch();
  move(ctx, batch, row, { ...progress, total: progress.done, state: 'finished', finishedAt: now });
  // Only a pass over everything tells how all departments stand.
  if (row.scopeKey === 'all') batch.call('item_quality.save_day(?::date, ?::integer)', [chinaDate(now), accuracyFormula.version]);
  await commit(ctx, batch);
}
