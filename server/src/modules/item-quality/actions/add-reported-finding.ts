import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { findingOpened } from '../events.ts';
import { reportedRule } from '../reported-finding.ts';
import type { ItemQualityTables } from '../tables.ts';

/** What people reported of a guide, after somebody found them right. */
export interface ReportedFinding {
  itemId: string;
  /** The element that is wrong. */
  element: string;
  /** Business number of the report; the same one is not added twice. */
  source: string;
  message: string;
}

/**
 * Adds what people reported to the findings of an item in use, in the batch of whoever ends the report (STK-01). No check
 * closes it: somebody looks whether it was mended. Gives its id; undefined when the item is not in use or was never checked.
 */
export async function addReportedFinding(ctx: Context, batch: WriteBatch, { itemId, element, source, message }: ReportedFinding): Promise<string | undefined> {
  const check = await tablesOf<ItemQualityTables>(ctx.kernel.db).selectFrom('itemQuality.itemCheck').selectAll().where('itemId', '=', itemId).where('track', '=', 'in-use').executeTakeFirst();
  if (!check?.active) return undefined;
  const { versionId, versionNumber, organizationId, organizationPath, regionCode } = check;
  const id = createId();
  writesFor<ItemQualityTables>(batch).insert('itemQuality.finding', {
    id, itemId, track: 'in-use', versionId, versionNumber, rule: reportedRule, ruleGroup: element === 'materials' ? 'materials' : 'guide',
    // The accuracy rate counts what the rules find; people's reports are shown beside it.
    severity: 'warning', path: `${element}.${source}`, message, state: 'open', organizationId, organizationPath, regionCode, openedAt: ctx.kernel.clock.now(), closedAt: null, rectificationId: null,
  }, 'nothing');
  publishEvent(ctx, batch, { type: findingOpened, aggregateType: 'item', aggregateId: itemId, data: { itemId, versionId, track: 'in-use', rules: [reportedRule] } });
  return id;
}
