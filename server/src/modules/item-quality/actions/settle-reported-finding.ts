import type { BodyOf } from '@tongban/contract-kit';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import type { Finding, settleReportedFinding as operation } from '../contract.ts';
import { fail } from '../errors.ts';
import { findingClosed } from '../events.ts';
import { getFinding, getFindingRow, mayJudge } from '../queries/list-findings.ts';
import { reportedRule } from '../reported-finding.ts';
import type { ItemQualityTables } from '../tables.ts';
import { settleRectifications } from './settle-rectifications.ts';

/**
 * Ends a finding that people reported, after looking: mended, or unfounded; its order is settled with it.
 * @throws item-quality.finding-not-found, .not-reported, .finding-closed, .own-department
 */
export async function settleReportedFinding(ctx: Context, findingId: string, { outcome, reason }: BodyOf<typeof operation>): Promise<Finding> {
  const row = await getFindingRow(ctx, findingId, 'item-quality.finding.judge');
  if (row.rule !== reportedRule) throw fail('item-quality.not-reported');
  if (!mayJudge(ctx, row)) throw fail('item-quality.own-department');
  if (row.closedAt !== null) throw fail('item-quality.finding-closed');
  const batch = new WriteBatch();
  writesFor<ItemQualityTables>(batch).update('itemQuality.finding', { state: outcome === 'mended' ? 'mended' : 'withdrawn', closedAt: ctx.kernel.clock.now() }, { id: row.id, closedAt: null },
    { expected: 1, otherwise: () => fail('item-quality.finding-closed') });
  publishEvent(ctx, batch, { type: findingClosed, aggregateType: 'item', aggregateId: row.itemId, data: { itemId: row.itemId, versionId: row.versionId, track: row.track, rules: [row.rule] } });
  recordAudit(ctx, batch, { action: 'item-quality.settle-reported-finding', objectType: 'finding', objectId: row.id, detail: { itemId: row.itemId, outcome, reason } });
  await commit(ctx, batch);
  if (row.rectificationId !== null) await settleRectifications(ctx, [row.rectificationId]);
  return getFinding(ctx, row.id);
}
