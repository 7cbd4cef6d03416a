import { sql, type ExpressionBuilder, type RawBuilder } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import { requireScope, type DataScope } from '../../../kernel/access/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { fail } from '../../../kernel/errors/kernel-errors.ts';
import type { listStaffItems as listOperation, StaffItem } from '../contract.ts';
import { planStaffSearch } from '../item-columns.ts';
import { cursorId, cursorInstant } from './cursor-values.ts';
import type { VersionRecord } from './get-version-record.ts';
import type { CatalogTables } from '../tables.ts';
import { regionPrefix } from './search-items.ts';

type Query = QueryOf<typeof listOperation>;
type Order = NonNullable<Query['order']>;

const columns = [
  'id', 'localTaskCode', 'name', 'taskType', 'regionCode', 'organizationId', 'organizationPath', 'departmentName', 'source', 'latestVersionId', 'latestVersionNumber',
  'latestState', 'publishedVersionId', 'importFindings', 'catalogCode', 'parentItemId', 'tags', 'errorCount', 'updatedAt',
] as const;
export type StaffItemRow = Pick<VersionRecord['item'], (typeof columns)[number]>;

/** Items within the actor's scope: the last changed first, or by name or code. */
export async function listStaffItems(ctx: Context, query: Query): Promise<Page<StaffItem>> {
  const limit = query.limit ?? 20;
  const order = query.order ?? 'updated';
  const rows = await findStaffItems(ctx, query, limit + 1);
  return pageOf(rows, limit, (row) => placeOf(order, row), presentStaffItem);
}

/** The rows of the list as they are. */
export async function findStaffItems(ctx: Context, query: Query, limit: number): Promise<StaffItemRow[]> {
  const order = query.order ?? 'updated';
  const scope = requireScope(ctx, 'catalog.item.view');
  const today = chinaDate(ctx.kernel.clock.now());
  const base = tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.item').select(columns)
    .where((eb) => eb.and([withinScope(eb, scope), ...narrow(eb, query, today), ...follow(order, query.cursor)]));
  const ordered = order === 'name' ? base.orderBy('name').orderBy('id') : order === 'code' ? base.orderBy('localTaskCode') : base.orderBy('updatedAt', 'desc').orderBy('id', 'desc');
  const { sql: text, parameters } = ordered.limit(limit).compile();
  // Sent without a name, so that it is planned for the words at hand: a rare word goes by the index of words, a common one by the order.
  const { rows } = await ctx.kernel.db.pool.query<Record<string, unknown>>({ text, values: [...parameters] });
  return rows.map(toCamel);
}

function toCamel(row: Record<string, unknown>): StaffItemRow {
  const entries = Object.entries(row).map(([key, value]) => [key.replace(/_([a-z])/g, (_mark, letter: string) => letter.toUpperCase()), value]);
  // The columns asked for are those of the row's type.
  return Object.fromEntries(entries) as StaffItemRow;
}

type Builder = ExpressionBuilder<CatalogTables, 'catalog.item'>;

function withinScope(eb: Builder, scope: DataScope) {
  switch (scope.kind) {
    case 'all': return eb.lit(true);
    case 'region': return eb('regionCode', 'like', `${regionPrefix(scope.regionCode)}%`);
    case 'organization': return eb('organizationPath', 'like', `${scope.organizationPath}%`);
    case 'own': return eb.lit(false);
  }
}

function narrow(eb: Builder, query: Query, today: string) {
  const { q, state, taskType, departmentId, source, withFindings, regionCode, tag, lifeStage, quality, catalogCode, parentItemId, departmentClosed } = query;
  const words = q === undefined ? undefined : planStaffSearch(q);
  const given = <V>(value: V | undefined, condition: (value: V) => ReturnType<Builder> | RawBuilder<boolean>) => (value === undefined ? [] : [condition(value)]);
  return [
    ...(q === undefined ? [] : [words === undefined ? eb.lit(false) : sql<boolean>`staff_vector @@ ${words}::tsquery`]),
    ...given(state, (value) => eb('latestState', '=', value)),
    ...given(taskType, (value) => eb('taskType', '=', value)),
    ...given(departmentId, (value) => eb('organizationId', '=', value)),
    ...given(regionCode, (value) => eb('regionCode', 'like', `${regionPrefix(value)}%`)),
    ...given(tag, (value) => sql<boolean>`tags @> ARRAY[${value}]`),
    ...given(lifeStage, (value) => sql<boolean>`life_stages @> ARRAY[${value}]`),
    ...given(quality, (value) => (value === 'unchecked' ? eb('errorCount', 'is', null) : eb('errorCount', value === 'faulty' ? '>' : '=', 0))),
    ...given(source, (value) => eb('source', '=', value)),
    ...given(withFindings, (value) => sql<boolean>`(import_findings <> '[]'::jsonb) = ${value}`),
    ...given(catalogCode, (value) => eb('catalogCode', '=', value)),
    ...given(parentItemId, (value) => eb('parentItemId', '=', value)),
    ...(departmentClosed === true ? [sql<boolean>`organization_id IN (SELECT o.id FROM organization.organization o WHERE o.valid_to <= ${today}::date)`] : []),
  ];
}

function placeOf(order: Order, { updatedAt, id, name, localTaskCode }: StaffItemRow): (string | number)[] {
  return order === 'updated' ? [updatedAt.toISOString(), id] : [order === 'name' ? name : localTaskCode, id];
}

function follow(order: Order, cursor: string | undefined) {
  if (cursor === undefined) return [];
  const [at, id] = decodeCursor(cursor, 2);
  if (order === 'updated') return [sql<boolean>`(date_trunc('milliseconds', updated_at), id) < (${cursorInstant(at)}::timestamptz, ${cursorId(id)}::uuid)`];
  if (typeof at !== 'string') throw fail('kernel.bad-cursor');
  return [order === 'name' ? sql<boolean>`(name, id) > (${at}, ${cursorId(id)}::uuid)` : sql<boolean>`local_task_code > ${at}`];
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
