import { sql, type Selectable } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import { requireScope } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { listOrganizationsById } from '../../../kernel/organization/index.ts';
import { elementLabel, isElementName } from '../../catalog/contract.ts';
import { findStandingItems, type StandingItem } from '../../catalog/index.ts';
import type { ListDifference, listDifferences as listOperation } from '../contract.ts';
import type { ItemExchangeTables } from '../tables.ts';

export type DifferenceRecord = Selectable<ItemExchangeTables['itemExchange.difference']>;

type Filter = Pick<QueryOf<typeof listOperation>, 'state' | 'importId' | 'q'>;

function matching(ctx: Context, { state, importId, q }: Filter) {
  const scope = requireScope(ctx, 'item-exchange.import.manage');
  let query = tablesOf<ItemExchangeTables>(ctx.kernel.db).selectFrom('itemExchange.difference').selectAll()
    .where(scopeFilter(scope, ctx.actor, { organizationPath: 'organizationPath', regionCode: 'regionCode' }));
  if (state !== undefined) query = query.where('state', '=', state);
  if (importId !== undefined) query = query.where('importId', '=', importId);
  if (q !== undefined) query = query.where((eb) => eb.or([eb(eb.fn('strpos', ['code', eb.val(q)]), '>', 0), eb(eb.fn('strpos', ['itemName', eb.val(q)]), '>', 0)]));
  return query;
}

/** Differences between lists and the platform within the actor's scope, the newest first. */
export async function listDifferences(ctx: Context, { limit = 50, cursor, ...filter }: QueryOf<typeof listOperation>): Promise<Page<ListDifference>> {
  let query = matching(ctx, filter);
  if (cursor !== undefined) {
    const [at, id] = decodeCursor(cursor, 2).map(String);
    query = query.where(sql<boolean>`(date_trunc('milliseconds', created_at), id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await query.orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(limit + 1).execute();
  const standing = await findStandingItems(ctx, [...new Set(rows.map(({ code }) => code))]);
  const departments = await listOrganizationsById(ctx, rows.flatMap(({ element, incoming }) => (element === 'organizationId' ? [String(incoming)] : [])));
  return pageOf(rows, limit, ({ createdAt, id }) => [createdAt.toISOString(), id], (row) => {
    // People know a department by its name.
    const shown = row.element === 'organizationId' ? { ...row, element: 'departmentName', incoming: departments.get(String(row.incoming))?.name ?? null } : row;
    return presentDifference(shown, standing.get(row.code));
  });
}

/** All of them in batches, for export. */
export async function* iterateDifferences(ctx: Context, filter: Filter): AsyncGenerator<ListDifference> {
  let cursor: string | undefined;
  do {
    const page = await listDifferences(ctx, { ...filter, limit: 100, ...(cursor === undefined ? {} : { cursor }) });
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

/** The differences of these ids that the actor may decide. */
export async function findDifferences(ctx: Context, ids: readonly string[]): Promise<DifferenceRecord[]> {
  return matching(ctx, { state: 'open' }).where('id', 'in', [...ids]).execute();
}

function presentDifference(row: DifferenceRecord, standing: StandingItem | undefined): ListDifference {
  const ours = isElementName(row.element) ? standing?.version.elements[row.element] : undefined;
  return {
    id: row.id, importId: row.importId, itemId: row.itemId, code: row.code, itemName: row.itemName, departmentName: row.departmentName, element: row.element,
    label: elementLabel(row.element), ...(ours === undefined ? {} : { ours }), incoming: row.incoming, state: row.state,
    decidedByName: row.decidedByName, decidedAt: row.decidedAt?.toISOString() ?? null, createdAt: row.createdAt.toISOString(),
  };
}
