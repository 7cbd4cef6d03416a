import { sql, type ExpressionBuilder, type RawBuilder } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import { requireScope, singleScopes, type DataScope, type SingleScope } from '../../../kernel/access/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, cursorInstant, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { fail } from '../../../kernel/errors/kernel-errors.ts';
import type { listStaffItems as listOperation, StaffItem } from '../contract.ts';
import { filterLexemes, lexeme, planStaffSearch } from '../item-columns.ts';
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
  const db = tablesOf<CatalogTables>(ctx.kernel.db);
  const tsquery = planIndexed(query);
  // What the index answers need not be asked of the rows again.
  const rest = tsquery === undefined ? query : { ...query, q: undefined, taskType: undefined, departmentId: undefined, regionCode: undefined };
  const conditions = (eb: Builder) => eb.and([withinScope(eb, scope), ...narrow(eb, rest, today), ...follow(order, query.cursor)]);
  const list = db.selectFrom('catalog.item').select(columns);
  const narrowed = tsquery === undefined
    ? inOrder(list.where(conditions), order).limit(limit)
    : inOrder(list.where('id', 'in', sql<string>`(${indexedIds(db, tsquery, conditions, order, limit)})`), order);
  const { sql: text, parameters } = narrowed.compile();
  // Sent without a name, so that it is planned for what is asked for at the time.
  const { rows } = await ctx.kernel.db.pool.query<Record<string, unknown>>({ text, values: [...parameters] });
  return rows.map(toCamel);
}

type Tables = ReturnType<typeof tablesOf<CatalogTables>>;

/**
 * The ids of a page by the one index that holds words and filters. It finds the whole set before it sorts: walking the
 * order until a page is full would read every row where filters leave nothing together, which no statistics tell.
 */
function indexedIds(db: Tables, tsquery: string, conditions: (eb: Builder) => ReturnType<Builder['and']>, order: Order, limit: number) {
  const found = db.selectFrom('catalog.item').select(['id', 'updatedAt', 'name', 'localTaskCode'])
    .where(sql<boolean>`staff_vector @@ ${tsquery}::tsquery`).where(conditions);
  const sorted = { updated: sql`updated_at DESC, id DESC`, name: sql`name, id`, code: sql`local_task_code` }[order];
  return sql`WITH found AS MATERIALIZED (${found}) SELECT id FROM found ORDER BY ${sorted} LIMIT ${limit}`;
}

function inOrder<Q extends { orderBy: (column: 'name' | 'id' | 'localTaskCode' | 'updatedAt', direction?: 'asc' | 'desc') => Q }>(list: Q, order: Order): Q {
  if (order === 'name') return list.orderBy('name').orderBy('id');
  return order === 'code' ? list.orderBy('localTaskCode') : list.orderBy('updatedAt', 'desc').orderBy('id', 'desc');
}

/** Words with the filters that are lexemes, where there are several of them; with fewer, statistics tell the better way. */
function planIndexed({ q, taskType, departmentId, regionCode }: Query): string | undefined {
  const words = q === undefined ? undefined : planStaffSearch(q);
  const filters = [
    ...(taskType === undefined ? [] : [filterLexemes.taskType(taskType)]), ...(departmentId === undefined ? [] : [filterLexemes.organizationId(departmentId)]),
    ...(regionCode === undefined ? [] : [filterLexemes.region(regionPrefix(regionCode))]),
  ].map(lexeme);
  return words === undefined || filters.length < 2 ? undefined : [`(${words})`, ...filters].join(' & ');
}

function toCamel(row: Record<string, unknown>): StaffItemRow {
  const entries = Object.entries(row).map(([key, value]) => [key.replace(/_([a-z])/g, (_mark, letter: string) => letter.toUpperCase()), value]);
  // The columns asked for are those of the row's type.
  return Object.fromEntries(entries) as StaffItemRow;
}

type Builder = ExpressionBuilder<CatalogTables, 'catalog.item'>;

function withinScope(eb: Builder, scope: DataScope) {
  return eb.or(singleScopes(scope).map((single) => withinSingle(eb, single)));
}

function withinSingle(eb: Builder, scope: SingleScope) {
  switch (scope.kind) {
    case 'all': return eb.lit(true);
    case 'region': return eb('regionCode', 'like', `${regionPrefix(scope.regionCode)}%`);
    case 'organization': return eb('organizationPath', 'like', `${scope.organizationPath}%`);
    case 'own': return eb.lit(false);
  }
}

type Narrowing = { [K in keyof Query]?: Query[K] | undefined };

function narrow(eb: Builder, query: Narrowing, today: string) {
  const { q, state, taskType, departmentId, source, withFindings, regionCode, tag, lifeStage, quality, catalogCode, parentItemId, departmentClosed } = query;
  const given = <V>(value: V | undefined, condition: (value: V) => ReturnType<Builder> | RawBuilder<boolean>) => (value === undefined ? [] : [condition(value)]);
  return [
    ...given(q, (value) => { const words = planStaffSearch(value); return words === undefined ? eb.lit(false) : sql<boolean>`staff_vector @@ ${words}::tsquery`; }),
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
