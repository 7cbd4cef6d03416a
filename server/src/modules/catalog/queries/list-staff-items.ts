import { sql, type ExpressionBuilder, type RawBuilder } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import { requireScope, singleScopes, type DataScope, type SingleScope } from '../../../kernel/access/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, cursorInstant, decodeCursor, pageOf, readRowsAlone, tablesOf } from '../../../kernel/db/index.ts';
import { fail } from '../../../kernel/errors/kernel-errors.ts';
import type { listStaffItems as listOperation, StaffItem } from '../contract.ts';
import { listVector, planStaffSearch } from '../item-columns.ts';
import type { VersionRecord } from './get-version-record.ts';
import type { CatalogTables } from '../tables.ts';
import { planIndexed, type IndexedList } from './plan-indexed-list.ts';
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

/** The rows of the list as they are: those that the words find, else those that sound like them. */
export async function findStaffItems(ctx: Context, query: Query, limit: number): Promise<StaffItemRow[]> {
  if (query.q === undefined) return readList(ctx, query, undefined, limit);
  const { cursor: _start, ...fromStart } = query;
  for (const words of planStaffSearch(query.q)) {
    const rows = await readList(ctx, query, words, limit);
    // At the end of what the words find, what only sounds like them is not to follow.
    if (rows.length > 0 || (query.cursor !== undefined && (await readList(ctx, fromStart, words, 1)).length > 0)) return rows;
  }
  return [];
}

async function readList(ctx: Context, query: Query, words: string | undefined, limit: number): Promise<StaffItemRow[]> {
  const order = query.order ?? 'updated';
  const scope = requireScope(ctx, 'catalog.item.view');
  const today = chinaDate(ctx.kernel.clock.now());
  const db = tablesOf<CatalogTables>(ctx.kernel.db);
  const indexed = planIndexed(query, words, scope);
  const list = db.selectFrom('catalog.item').select(columns);
  const narrowed = indexed === undefined
    ? inOrder(list.where((eb) => eb.and([withinScope(eb, scope, plainly), ...narrowWords(words), ...narrow(eb, query, today), ...follow(order, query.cursor)])), order).limit(limit)
    : inOrder(list.where('id', 'in', sql<string>`(${indexedIds(db, indexed, (eb) => eb.and([withinScope(eb, scope, later), ...narrow(eb, indexed.rest, today), ...follow(order, query.cursor)]), order, limit)})`), order);
  const { sql: text, parameters } = narrowed.compile();
  // By the index one plan is right for whatever is asked for; without it the statement is planned for the values of the time.
  if (indexed !== undefined) return readRowsAlone<StaffItemRow>(ctx.kernel.db, text, parameters);
  const { rows } = await ctx.kernel.db.pool.query<Record<string, unknown>>({ text, values: [...parameters] });
  return rows.map(toCamel);
}

function narrowWords(words: string | undefined): RawBuilder<boolean>[] {
  return words === undefined ? [] : [sql<boolean>`${sql.raw(listVector)} @@ ${words}::tsquery`];
}

type Tables = ReturnType<typeof tablesOf<CatalogTables>>;

/**
 * The ids of a page by the one index that holds words, filters and reach. It finds the whole set before it sorts: walking
 * the order until a page is full would read every row where filters leave nothing together, which no statistics tell.
 */
function indexedIds(db: Tables, { tsquery, common }: IndexedList, conditions: (eb: Builder) => ReturnType<Builder['and']>, order: Order, limit: number) {
  const found = db.selectFrom('catalog.item').select(['id', 'updatedAt', 'name', 'localTaskCode'])
    .where(sql<boolean>`${sql.raw(listVector)} @@ ${later(tsquery)}::tsquery`).where(conditions).where((eb) => eb.and(narrowCommon(common)));
  const sorted = { updated: sql`updated_at DESC, id DESC`, name: sql`name, id`, code: sql`local_task_code` }[order];
  return sql`WITH found AS MATERIALIZED (${found}) SELECT id FROM found ORDER BY ${sorted} LIMIT ${limit}`;
}

function inOrder<Q extends { orderBy: (column: 'name' | 'id' | 'localTaskCode' | 'updatedAt', direction?: 'asc' | 'desc') => Q }>(list: Q, order: Order): Q {
  if (order === 'name') return list.orderBy('name').orderBy('id');
  return order === 'code' ? list.orderBy('localTaskCode') : list.orderBy('updatedAt', 'desc').orderBy('id', 'desc');
}

const plainKeys = columns.map((key) => [key, key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] as const);

function toCamel(row: Record<string, unknown>): StaffItemRow {
  // The columns asked for are those of the row's type.
  return Object.fromEntries(plainKeys.map(([key, name]) => [key, row[name]])) as StaffItemRow;
}

type Builder = ExpressionBuilder<CatalogTables, 'catalog.item'>;

type Value = (value: string | null) => RawBuilder<string>;
const plainly: Value = (value) => sql<string>`${value}::text`;
/** A value that the planner does not look at: what is prepared with it is planned once, not anew for each value. */
const later: Value = (value) => sql<string>`(SELECT ${value}::text)`;

function withinScope(eb: Builder, scope: DataScope, value: Value) {
  return eb.or(singleScopes(scope).map((single) => withinSingle(eb, single, value)));
}

function withinSingle(eb: Builder, scope: SingleScope, value: Value) {
  switch (scope.kind) {
    case 'all': return eb.lit(true);
    case 'region': return eb('regionCode', 'like', value(`${regionPrefix(scope.regionCode)}%`));
    case 'organization': return eb('organizationPath', 'like', value(`${scope.organizationPath}%`));
    case 'own': return eb.lit(false);
  }
}

/** Filters that are in the statement whether given or not, so that it has few shapes and stays prepared. */
function narrowCommon({ state, source, faulty }: IndexedList['common']): RawBuilder<boolean>[] {
  const given = (column: string, value: string | undefined) => sql<boolean>`(${later(value ?? null)} IS NULL OR ${sql.ref(column)} = ${later(value ?? null)})`;
  return [given('latestState', state), given('source', source), sql<boolean>`(NOT (SELECT ${faulty}::boolean) OR error_count > 0)`];
}

type Narrowing = { [K in keyof Query]?: Query[K] | undefined };

function narrow(eb: Builder, query: Narrowing, today: string) {
  const { state, taskType, departmentId, source, withFindings, regionCode, tag, lifeStage, quality, catalogCode, parentItemId, departmentClosed } = query;
  const given = <V>(value: V | undefined, condition: (value: V) => ReturnType<Builder> | RawBuilder<boolean>) => (value === undefined ? [] : [condition(value)]);
  return [
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
