import { setTimeout as delay } from 'node:timers/promises';
import { chinaDate, elapsedMilliseconds, processorMilliseconds } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { enqueueJob } from '../../../kernel/jobs/index.ts';
import { countItemsToCheck, listItemsToCheck, loadRuleSet, readVersionsToCheck, type RuleSet, type VersionToCheck } from '../../catalog/index.ts';
import { settleRectifications } from '../actions/settle-rectifications.ts';
import { findChanges } from '../check/check-items.ts';
import { findChanged } from '../check/find-changed.ts';
import { saveChecksSafely } from '../check/save-checks-safely.ts';
import type { CheckedItem } from '../check/write-checks.ts';
import { accuracyFormula } from '../contract.ts';
import { fail } from '../errors.ts';
import { noteErrorsJob } from '../job-names.ts';
import { getRunRow, type RunRow } from '../queries/list-runs.ts';
import type { ItemQualityTables } from '../tables.ts';
import { restAfter } from './rest-after.ts';

/** Items of one statement: small enough that a lock is short and memory stays flat. */
const batchSize = 100;
/** Items that are looked at together for whether anything has changed. */
const lookSize = 1_000;

/**
 * Goes through the items of a run in the order of their ids, a batch a transaction (CAT-04). Interrupted, it goes on where it
 * was; cancelled, it stops after the batch it is at. One over changes only passes by what rests on the same as at its last check.
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

type Progress = Pick<RunRow, 'done' | 'opened' | 'closed' | 'unchanged' | 'lastItemId'>;

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
  let progress: Progress = { done: row.done, opened: row.opened, closed: row.closed, unchanged: row.unchanged, lastItemId: row.lastItemId };
  const save = async ({ ids, passed, last }: Portion, found: Promise<readonly CheckedItem[]>): Promise<void> => {
    const before = progress;
    const summary = await saveChecksSafely(ctx, ids, rules, found, (batch, { opened, closed }) => {
      progress = { done: before.done + passed, opened: before.opened + opened, closed: before.closed + closed, unchanged: before.unchanged + passed - ids.length, lastItemId: last };
      move(ctx, batch, row, progress);
    });
    await settleRectifications(ctx, summary.rectificationIds);
  };
  const portions = readPortions(ctx, row, rules);
  const read = () => readAhead(ctx, portions);
  let ahead = read();
  let saving: Promise<void> = Promise.resolve();
  try {
    for (;;) {
      const [began, used] = [elapsedMilliseconds(), processorMilliseconds()];
      const portion = await ahead;
      if (portion === undefined) break;
      ahead = read();
      const found = findChanges(ctx, portion.ids, rules, portion.versions);
      await Promise.allSettled([found]);
      await saving;
      saving = save(portion, found);
      // Told where it is awaited.
      saving.catch(() => {});
      // Nothing follows what does not fill a batch: to rest then would only keep the run from its end.
      if (portion.passed >= batchSize) await delay(restAfter({ took: elapsedMilliseconds() - began, used: processorMilliseconds() - used }));
    }
    await saving;
  } finally {
    await Promise.allSettled([saving]);
  }
  return progress;
}

/** The next items to check; `passed` also counts those up to `last` on which nothing has changed. */
interface Portion { readonly ids: readonly string[]; readonly passed: number; readonly last: string }

async function* readPortions(ctx: Context, row: RunRow, rules: RuleSet): AsyncGenerator<Portion> {
  const size = row.changedOnly ? lookSize : batchSize;
  for (let after = row.lastItemId; ;) {
    const ids = await listItemsToCheck(ctx.kernel, whichOf(row), after, size);
    const last = ids.at(-1);
    if (last === undefined) return;
    yield* row.changedOnly ? divide(ids, await findChanged(ctx, ids, rules)) : [{ ids, passed: ids.length, last }];
    after = last;
  }
}

/** Portions of at most a batch of changed items each; the last reaches to the end of `ids`. */
function divide(ids: readonly string[], changed: readonly string[]): Portion[] {
  const portions: Portion[] = [];
  let from = 0;
  for (let at = 0; at === 0 || at < changed.length; at += batchSize) {
    const some = changed.slice(at, at + batchSize);
    const to = at + batchSize < changed.length ? ids.indexOf(some.at(-1) ?? '') + 1 : ids.length;
    portions.push({ ids: some, passed: to - from, last: ids[to - 1] ?? '' });
    from = to;
  }
  return portions;
}

/** Begins to read the next items, while those before are checked; what changes meanwhile is checked again because it changed. */
function readAhead(ctx: Context, portions: AsyncGenerator<Portion>): Promise<Portion & { versions: VersionToCheck[] } | undefined> {
  const reading = (async () => {
    const next = await portions.next();
    return next.done === true ? undefined : { ...next.value, versions: await readVersionsToCheck(ctx.kernel, next.value.ids) };
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
  enqueueJob(batch, noteErrorsJob, {}, { key: noteErrorsJob, priority: 'spare-time' });
  await commit(ctx, batch);
}
