import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { commit } from '../../../kernel/commit.ts';
import { AppError } from '../../../kernel/errors/index.ts';
import { readVersionsToCheck, type RuleSet } from '../../catalog/index.ts';
import { checkItems, saveChanges, type Also, type CheckSummary } from './check-items.ts';
import type { CheckedItem } from './write-checks.ts';

/**
 * Saves the checks of a batch of items; where one of them could not be checked or saved the others still are, one by one,
 * and the log names it. A refusal of `also` is passed on.
 */
export async function saveChecksSafely(ctx: Context, itemIds: readonly string[], rules: RuleSet, found: Promise<readonly CheckedItem[]>, also: Also): Promise<CheckSummary> {
  try {
    return await saveChanges(ctx, await found, also);
  } catch (error) {
    if (error instanceof AppError) throw error;
    ctx.kernel.log.warn({ err: error, items: itemIds.length }, 'items could not be checked together');
  }
  let summary: CheckSummary = { opened: 0, closed: 0, rectificationIds: [] };
  for (const itemId of itemIds) summary = add(summary, await checkOne(ctx, itemId, rules));
  const batch = new WriteBatch();
  also(batch, summary);
  await commit(ctx, batch);
  return summary;
}

async function checkOne(ctx: Context, itemId: string, rules: RuleSet): Promise<CheckSummary> {
  try {
    return await checkItems(ctx, [itemId], rules, await readVersionsToCheck(ctx.kernel, [itemId]));
  } catch (error) {
    ctx.kernel.log.error({ err: error, itemId }, 'item could not be checked');
    return { opened: 0, closed: 0, rectificationIds: [] };
  }
}

function add(one: CheckSummary, other: CheckSummary): CheckSummary {
  return { opened: one.opened + other.opened, closed: one.closed + other.closed, rectificationIds: [...one.rectificationIds, ...other.rectificationIds] };
}
