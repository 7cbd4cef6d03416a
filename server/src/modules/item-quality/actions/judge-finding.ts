import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { addException, loadRuleSet, readVersionsToCheck, removeException } from '../../catalog/index.ts';
import { checkItems } from '../check/check-items.ts';
import type { Finding } from '../contract.ts';
import { fail } from '../errors.ts';
import { getFinding, getFindingRow, mayJudge } from '../queries/list-findings.ts';
import type { FindingRow } from '../queries/finding-query.ts';
import { reportedRule } from '../reported-finding.ts';
import { settleRectifications } from './settle-rectifications.ts';

/**
 * Lets a finding stand as an exception, with the reason; it then keeps nothing from being published, until its words change.
 * @throws item-quality.finding-not-found, item-quality.finding-closed, item-quality.own-department
 */
export async function acceptFinding(ctx: Context, findingId: string, reason: string): Promise<Finding> {
  const row = await getJudged(ctx, findingId);
  if (row.rule === reportedRule) throw fail('item-quality.reported');
  if (row.closedAt !== null) throw fail('item-quality.finding-closed');
  const batch = new WriteBatch();
  addException(ctx, batch, { itemId: row.itemId, rule: row.rule, path: row.path, message: row.message, reason });
  recordAudit(ctx, batch, { action: 'item-quality.accept-finding', objectType: 'finding', objectId: row.id, detail: { itemId: row.itemId, rule: row.rule, path: row.path, reason } });
  await commit(ctx, batch);
  return checkAgain(ctx, row);
}

/** Takes an exception back. @throws item-quality.finding-not-found, item-quality.not-accepted, item-quality.own-department */
export async function withdrawException(ctx: Context, findingId: string, reason: string): Promise<Finding> {
  const row = await getJudged(ctx, findingId);
  if (row.state !== 'accepted') throw fail('item-quality.not-accepted');
  const batch = new WriteBatch();
  removeException(batch, row);
  recordAudit(ctx, batch, { action: 'item-quality.withdraw-exception', objectType: 'finding', objectId: row.id, detail: { itemId: row.itemId, rule: row.rule, path: row.path, reason } });
  await commit(ctx, batch);
  return checkAgain(ctx, row);
}

async function getJudged(ctx: Context, findingId: string): Promise<FindingRow> {
  const row = await getFindingRow(ctx, findingId, 'item-quality.finding.judge');
  if (!mayJudge(ctx, row)) throw fail('item-quality.own-department');
  return row;
}

/** The item's findings and counts follow by the same check that every night makes. */
async function checkAgain(ctx: Context, row: FindingRow): Promise<Finding> {
  const { rectificationIds } = await checkItems(ctx, [row.itemId], await loadRuleSet(ctx.kernel), await readVersionsToCheck(ctx.kernel, [row.itemId]));
  await settleRectifications(ctx, rectificationIds);
  return getFinding(ctx, row.id);
}
