import { sql, type Selectable } from 'kysely';
import { requireScope } from '../../../kernel/access/index.ts';
import { regionPrefix, scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { RuleGroup } from '../../catalog/contract.ts';
import type { FindingFilter, FindingList } from '../contract.ts';
import type { ItemQualityTables } from '../tables.ts';

/** Groups of each list: 办事指南异常明细 has the questions too, 材料要素异常明细 the review points. */
const groupsOf: Readonly<Record<FindingList, readonly RuleGroup[]>> = { guide: ['guide', 'guidance'], materials: ['materials', 'review-points'] };

export type FindingRow = Selectable<ItemQualityTables['itemQuality.finding']> & {
  itemName: string; localTaskCode: string; organizationName: string; dueOn: string | null; rectificationFinishedAt: Date | null;
};

/** Findings with the names of their item and the deadline of their order. */
export function selectFindings(ctx: Context) {
  return tablesOf<ItemQualityTables>(ctx.kernel.db).selectFrom('itemQuality.finding as f')
    .innerJoin('itemQuality.itemCheck as c', (join) => join.onRef('c.itemId', '=', 'f.itemId').onRef('c.track', '=', 'f.track'))
    .leftJoin('itemQuality.rectification as r', 'r.id', 'f.rectificationId')
    .selectAll('f').select(['c.name as itemName', 'c.localTaskCode', 'c.organizationName', 'r.dueOn', 'r.finishedAt as rectificationFinishedAt']);
}

/** Findings that a filter leaves within the actor's scope of `permission`, unordered. */
export function filterFindings(ctx: Context, filter: FindingFilter, permission = 'item-quality.finding.view') {
  let query = selectFindings(ctx).where(scopeFilter(requireScope(ctx, permission), ctx.actor, { organizationPath: 'f.organizationPath', regionCode: 'f.regionCode' }));
  if (filter.list) query = query.where('f.ruleGroup', 'in', groupsOf[filter.list]);
  if (filter.regionCode) query = query.where('f.regionCode', 'like', `${regionPrefix(filter.regionCode)}%`);
  if (filter.organizationId) query = query.where('f.organizationId', '=', filter.organizationId);
  if (filter.rule) query = query.where('f.rule', '=', filter.rule);
  if (filter.severity) query = query.where('f.severity', '=', filter.severity);
  if (filter.track) query = query.where('f.track', '=', filter.track);
  if (filter.itemId) query = query.where('f.itemId', '=', filter.itemId);
  if (filter.rectificationId) query = query.where('f.rectificationId', '=', filter.rectificationId);
  if (filter.state === 'current') query = query.where('f.closedAt', 'is', null).where('f.state', '<>', 'accepted');
  else if (filter.state) query = query.where('f.state', '=', filter.state);
  if (filter.q !== undefined && filter.q.trim() !== '') {
    const text = escapeLike(filter.q.trim());
    query = query.where(sql<boolean>`f.item_id IN (SELECT item_id FROM item_quality.item_check WHERE name LIKE ${`%${text}%`} OR local_task_code LIKE ${`${text}%`})`);
  }
  return query;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
