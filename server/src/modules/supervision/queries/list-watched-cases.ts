import type { Page, QueryOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { requireScope } from '../../../kernel/access/index.ts';
import { regionPrefix, scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import type { listWatchedCases, WatchedCase } from '../contract.ts';
import type { SupervisionTables } from '../tables.ts';

/** Open cases behind a number of the board, the nearest deadline first. */
export async function findWatchedCases(ctx: Context, input: QueryOf<typeof listWatchedCases>): Promise<Page<WatchedCase>> {
  const limit = input.limit ?? 20;
  let query = tablesOf<SupervisionTables>(ctx.kernel.db).selectFrom('supervision.watchedCase').selectAll().where('state', '<>', 'closed')
    .where(scopeFilter(requireScope(ctx, 'supervision.board.view'), ctx.actor, { organizationPath: 'organizationPath', regionCode: 'regionCode' }));
  if (input.organizationId) query = query.where('organizationId', '=', input.organizationId);
  if (input.itemId) query = query.where('itemId', '=', input.itemId);
  if (input.windowKey) query = query.where('windowKey', '=', input.windowKey);
  if (input.handlerId) query = query.where(sql<boolean>`handler_ids @> ARRAY[${input.handlerId}::uuid]`);
  if (input.regionCode) query = query.where('regionCode', 'like', `${regionPrefix(input.regionCode.padEnd(12, '0'))}%`);
  if (input.level) query = query.where('level', '=', input.level).where('state', '<>', 'waiting');
  if (input.state) query = query.where('state', '=', input.state);
  if (input.cursor) {
    const [dueOn, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(sort_due_on, case_id) > (${dueOn}::date, ${id}::uuid)`);
  }
  const rows = await query.orderBy('sortDueOn').orderBy('caseId').limit(limit + 1).execute();
  return pageOf(rows, limit, (row) => [row.sortDueOn, row.caseId], (row) => ({
    caseId: row.caseId, number: row.number, itemName: row.itemName, organizationId: row.organizationId, organizationName: row.organizationName,
    applicantName: row.applicantName, state: row.state, level: row.level, promisedDueOn: row.promisedDueOn, legalDueOn: row.legalDueOn,
    submittedAt: row.submittedAt.toISOString(),
  }));
}
