import type { Page, QueryOf } from '@tongban/contract-kit';
import { requireScope } from '../../../kernel/access/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { pageOf, readRowsAlone, readRowsOnce } from '../../../kernel/db/index.ts';
import type { listStaffItems as listOperation, StaffItem } from '../contract.ts';
import { planStaffSearch } from '../item-columns.ts';
import type { VersionRecord } from './get-version-record.ts';
import { planIndexed } from './plan-indexed-list.ts';
import { indexedList, plannedList } from './staff-list-statement.ts';

type Query = QueryOf<typeof listOperation>;
type Order = NonNullable<Query['order']>;

export type StaffItemRow = Pick<VersionRecord['item'],
  'id' | 'localTaskCode' | 'name' | 'taskType' | 'regionCode' | 'organizationId' | 'organizationPath' | 'departmentName' | 'source' | 'latestVersionId' | 'latestVersionNumber'
  | 'latestState' | 'publishedVersionId' | 'importFindings' | 'catalogCode' | 'parentItemId' | 'tags' | 'errorCount' | 'updatedAt'>;

/** Items within the actor's scope: the last changed first, or by name or code. */
export async function listStaffItems(ctx: Context, query: Query): Promise<Page<StaffItem>> {
  const limit = query.limit ?? 20;
  const order = query.order ?? 'updated';
  const rows = await findStaffItems(ctx, query, limit + 1);
  return pageOf(rows, limit, (row) => placeOf(order, row), presentStaffItem);
}

/** The rows of the list as they are: those that the words find, else those that sound like them. */
export async function findStaffItems(ctx: Context, query: Query, limit: number): Promise<StaffItemRow[]> {
  const ways = query.q === undefined ? [] : [...planStaffSearch(query.q)];
  if (query.q !== undefined && ways.length === 0) return [];
  // A first page asks for both at once: who finds nothing would otherwise wait in the queue once more.
  if (ways.length < 2 || (query.cursor === undefined && isIndexed(ctx, query, ways))) return readList(ctx, query, ways, limit);
  const { cursor: _start, ...fromStart } = query;
  for (const words of ways) {
    const rows = await readList(ctx, query, [words], limit);
    // At the end of what the words find, what only sounds like them is not to follow.
    if (rows.length > 0 || (query.cursor !== undefined && (await readList(ctx, fromStart, [words], 1)).length > 0)) return rows;
  }
  return [];
}

const isIndexed = (ctx: Context, query: Query, ways: readonly string[]): boolean => planIndexed(query, ways, requireScope(ctx, 'catalog.item.view')) !== undefined;

/** A page of what the words find; taken in a second way only by the index and only where the first finds nothing. */
function readList(ctx: Context, query: Query, ways: readonly string[], limit: number): Promise<StaffItemRow[]> {
  const { db, clock } = ctx.kernel;
  const scope = requireScope(ctx, 'catalog.item.view');
  const asked = { scope, order: query.order ?? 'updated', cursor: query.cursor, limit, today: chinaDate(clock.now()) };
  const indexed = planIndexed(query, ways, scope);
  const { text, values } = indexed === undefined ? plannedList(query, ways[0], asked) : indexedList(indexed, asked);
  return indexed === undefined ? readRowsOnce(db, text, values) : readRowsAlone(db, text, values);
}

function placeOf(order: Order, { updatedAt, id, name, localTaskCode }: StaffItemRow): (string | number)[] {
  return order === 'updated' ? [updatedAt.toISOString(), id] : [order === 'name' ? name : localTaskCode, id];
}

/** The line of an item in staff lists. */
export function presentStaffItem(item: StaffItemRow): StaffItem {
  return {
    id: item.id, localTaskCode: item.localTaskCode, name: item.name, taskType: item.taskType, regionCode: item.regionCode,
    department: { id: item.organizationId, name: item.departmentName }, source: item.source, state: item.latestState,
    publishedVersionId: item.publishedVersionId, latestVersionId: item.latestVersionId, latestVersionNumber: item.latestVersionNumber,
    importFindings: item.importFindings, catalogCode: item.catalogCode, parentItemId: item.parentItemId, tags: item.tags, errorCount: item.errorCount,
    updatedAt: item.updatedAt.toISOString(),
  };
}
