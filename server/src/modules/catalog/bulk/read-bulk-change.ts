import type { Page } from '@tongban/contract-kit';
import { sql, type Selectable } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, cursorNumber, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { elementInfo, type BulkChange, type BulkChangeItem, type BulkOutcome } from '../contract.ts';
import { fail } from '../errors.ts';
import type { CatalogTables } from '../tables.ts';

type Row = Selectable<CatalogTables['catalog.bulkChange']>;

/** A bulk change of the actor's own. @throws catalog.bulk-not-found also for another's */
export async function getBulkRow(ctx: Context, id: string): Promise<Row> {
  const row = await tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.bulkChange').selectAll().where('id', '=', id).where('createdById', '=', ctx.actor.id).executeTakeFirst();
  if (!row) throw fail('catalog.bulk-not-found');
  return row;
}

/** A bulk change with how many items stand where. */
export async function getBulkChange(ctx: Context, id: string): Promise<BulkChange> {
  const row = await getBulkRow(ctx, id);
  const [shown] = await present(ctx, [row]);
  if (!shown) throw fail('catalog.bulk-not-found');
  return shown;
}

async function present(ctx: Context, rows: readonly Row[]): Promise<BulkChange[]> {
  if (rows.length === 0) return [];
  const counted = await tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.bulkChangeItem').select(['bulkChangeId', 'outcome', sql<number>`count(*)::int`.as('count')])
    .where('bulkChangeId', 'in', rows.map(({ id }) => id)).groupBy(['bulkChangeId', 'outcome']).execute();
  return rows.map(({ id, element, mode, value, state, total, createdAt, createdByName, finishedAt }) => ({
    id, element, elementLabel: elementInfo[element].label, mode, value, state, total, createdByName, createdAt: createdAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null,
    counts: Object.fromEntries(counted.filter((one) => one.bulkChangeId === id).map((one) => [one.outcome, one.count])),
  }));
}

/** The actor's bulk changes, the newest first. */
export async function listBulkChanges(ctx: Context, query: { limit?: number; cursor?: string }): Promise<Page<BulkChange>> {
  const limit = query.limit ?? 20;
  let rows = tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.bulkChange').selectAll().where('createdById', '=', ctx.actor.id);
  if (query.cursor !== undefined) rows = rows.where('id', '<', cursorId(decodeCursor(query.cursor, 1)[0]));
  const found = await rows.orderBy('id', 'desc').limit(limit + 1).execute();
  const shown = new Map((await present(ctx, found)).map((change) => [change.id, change]));
  const page = pageOf(found, limit, ({ id }) => [id], ({ id }) => shown.get(id));
  return { ...page, items: page.items.filter((change) => change !== undefined) };
}

/** The items of a bulk change in their order, those of one outcome when it is given. */
export async function listBulkChangeItems(
  ctx: Context, id: string, query: { limit?: number; cursor?: string; outcome?: BulkOutcome },
): Promise<Page<BulkChangeItem>> {
  await getBulkRow(ctx, id);
  const limit = query.limit ?? 50;
  let rows = tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.bulkChangeItem').selectAll().where('bulkChangeId', '=', id);
  if (query.outcome !== undefined) rows = rows.where('outcome', '=', query.outcome);
  if (query.cursor !== undefined) rows = rows.where('position', '>', cursorNumber(decodeCursor(query.cursor, 1)[0]));
  return pageOf(await rows.orderBy('position').limit(limit + 1).execute(), limit, ({ position }) => [position],
    ({ itemId, itemName, departmentName, before, after, outcome, reason, versionId }) => ({ itemId, itemName, departmentName, before, after, outcome, reason, versionId }));
}
