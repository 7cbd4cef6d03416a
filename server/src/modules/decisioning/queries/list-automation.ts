import type { Page, QueryOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { requireScope } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import type { AutomationLine, listAutomation } from '../contract.ts';
import type { DecisioningTables } from '../tables.ts';
import { presentLine } from './get-setting.ts';

/** Items with a setting within the actor's scope, by name: the one that acts, else the draft (DEC-01). */
export async function findAutomation(ctx: Context, input: QueryOf<typeof listAutomation>): Promise<Page<AutomationLine>> {
  const limit = input.limit ?? 20;
  let query = tablesOf<DecisioningTables>(ctx.kernel.db).selectFrom('decisioning.setting as s')
    .leftJoin('decisioning.setting as d', (join) => join.onRef('d.itemId', '=', 's.itemId').on('d.state', '=', 'draft'))
    .selectAll('s').select('d.id as draftId')
    .where(scopeFilter(requireScope(ctx, 'decisioning.setting.view'), ctx.actor, { organizationPath: 's.organizationPath', regionCode: 's.regionCode' }))
    .where(sql<boolean>`(s.state IN ('active', 'stopped') OR (s.state = 'draft' AND NOT EXISTS (
      SELECT FROM decisioning.setting c WHERE c.item_id = s.item_id AND c.state IN ('active', 'stopped'))))`);
  if (input.q?.trim()) query = query.where('s.itemName', 'like', `%${input.q.trim().replace(/[\\%_]/g, '\\$&')}%`);
  if (input.model) query = query.where('s.model', '=', input.model);
  if (input.state) query = query.where('s.state', '=', input.state);
  if (input.organizationId) query = query.where('s.organizationId', '=', input.organizationId);
  if (input.withoutMaterials !== undefined) query = query.where('s.withoutMaterials', '=', input.withoutMaterials);
  if (input.cursor) {
    const [name, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(s.item_name COLLATE "C", s.id) > (${name} COLLATE "C", ${cursorId(id)}::uuid)`);
  }
  const rows = await query.orderBy(sql`s.item_name COLLATE "C"`).orderBy('s.id').limit(limit + 1).execute();
  return pageOf(rows, limit, (row) => [row.itemName, row.id], ({ draftId, ...row }) => ({ ...presentLine(row), draftId: row.state === 'draft' ? row.id : draftId }));
}
