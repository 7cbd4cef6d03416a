import type { QueryOf } from '@tongban/contract-kit';
import { singleScopes, type DataScope, type SingleScope } from '../../../kernel/access/index.ts';
import { regionPrefix } from '../../../kernel/access/scope-filter.ts';
import { cursorId, cursorInstant, decodeCursor } from '../../../kernel/db/index.ts';
import { fail } from '../../../kernel/errors/kernel-errors.ts';
import type { listStaffItems as listOperation } from '../contract.ts';
import { listVector } from '../item-columns.ts';
import { Parameters } from '../search/parameters.ts';
import type { IndexedList } from './plan-indexed-list.ts';

type Query = QueryOf<typeof listOperation>;
type Order = NonNullable<Query['order']>;

const columns = `id, local_task_code, name, task_type, region_code, organization_id, organization_path, department_name, source, latest_version_id, latest_version_number,
  latest_state, published_version_id, import_findings, catalog_code, parent_item_id, tags, error_count, updated_at`;

const sorted: Record<Order, string> = { updated: 'updated_at DESC, id DESC', name: 'name, id', code: 'local_task_code' };

/** What a page of the list is asked for with. */
interface Asked { readonly scope: DataScope; readonly order: Order; readonly cursor: string | undefined; readonly limit: number; readonly today: string }

/** A statement as text, as the search has its own. */
export interface Statement { readonly text: string; readonly values: unknown[] }

/** A page of what words and filters leave, the way left to the planner, which looks at the values. */
export function plannedList(query: Query, words: string | undefined, asked: Asked): Statement {
  const parameters = new Parameters();
  const conditions = [
    withinScope(asked.scope, (value) => parameters.add(value)),
    ...(words === undefined ? [] : [`${listVector} @@ ${parameters.add(words)}::tsquery`]), ...narrow(query, asked.today, parameters), ...follow(asked, parameters),
  ];
  return { text: `SELECT ${columns} FROM catalog.item WHERE ${conditions.join(' AND ')} ORDER BY ${sorted[asked.order]} LIMIT ${parameters.add(asked.limit)}`, values: parameters.values };
}

/**
 * A page by the one index that holds words, filters and reach. It finds the whole set before it sorts: walking the order
 * until a page is full would read every row where filters leave nothing together, which no statistics tell. One plan is
 * right for whatever is asked for, so the planner does not look at the values.
 */
export function indexedList({ tsqueries, common, rest }: IndexedList, asked: Asked): Statement {
  const parameters = new Parameters();
  const later = (value: unknown, type = 'text'): string => `(SELECT ${parameters.add(value)}::${type})`;
  // In the statement whether given or not, so that it has few shapes and stays prepared.
  const given = (column: string, value: string | undefined): string => {
    const place = later(value ?? null);
    return `(${place} IS NULL OR ${column} = ${place})`;
  };
  const conditions = [
    withinScope(asked.scope, later), ...narrow(rest, asked.today, parameters), ...follow(asked, parameters),
    given('latest_state', common.state), given('source', common.source), `(NOT ${later(common.faulty, 'boolean')} OR error_count > 0)`,
  ].join(' AND ');
  const finds = tsqueries.map((tsquery, at) => `found${at} AS MATERIALIZED (
      SELECT id, updated_at, name, local_task_code FROM catalog.item WHERE ${at === 0 ? '' : 'NOT EXISTS (SELECT FROM found0) AND '}${listVector} @@ ${later(tsquery)}::tsquery AND ${conditions})`);
  const order = sorted[asked.order];
  return {
    text: `SELECT ${columns} FROM catalog.item WHERE id IN (WITH ${finds.join(', ')}
      SELECT id FROM (${tsqueries.map((_tsquery, at) => `SELECT * FROM found${at}`).join(' UNION ALL ')}) AS found ORDER BY ${order} LIMIT ${parameters.add(asked.limit)}) ORDER BY ${order}`,
    values: parameters.values,
  };
}

type Place = (value: string) => string;

function withinScope(scope: DataScope, place: Place): string {
  return `(${singleScopes(scope).map((single) => withinSingle(single, place)).join(' OR ')})`;
}

function withinSingle(scope: SingleScope, place: Place): string {
  switch (scope.kind) {
    case 'all': return 'true';
    case 'region': return `region_code LIKE ${place(`${regionPrefix(scope.regionCode)}%`)}`;
    case 'organization': return `organization_path LIKE ${place(`${scope.organizationPath}%`)}`;
    case 'own': return 'false';
  }
}

type Narrowing = { [K in keyof Query]?: Query[K] | undefined };

const qualities: Record<NonNullable<Query['quality']>, string> = { unchecked: 'error_count IS NULL', faulty: 'error_count > 0', clean: 'error_count = 0' };

function narrow(query: Narrowing, today: string, parameters: Parameters): string[] {
  const { state, taskType, departmentId, source, withFindings, regionCode, tag, lifeStage, quality, catalogCode, parentItemId, departmentClosed } = query;
  const given = (value: unknown, condition: (place: string) => string): string[] => (value === undefined ? [] : [condition(parameters.add(value))]);
  return [
    ...given(state, (place) => `latest_state = ${place}`),
    ...given(taskType, (place) => `task_type = ${place}`),
    ...given(departmentId, (place) => `organization_id = ${place}`),
    ...given(regionCode === undefined ? undefined : `${regionPrefix(regionCode)}%`, (place) => `region_code LIKE ${place}`),
    ...given(tag, (place) => `tags @> ARRAY[${place}]`),
    ...given(lifeStage, (place) => `life_stages @> ARRAY[${place}]`),
    ...(quality === undefined ? [] : [qualities[quality]]),
    ...given(source, (place) => `source = ${place}`),
    ...given(withFindings, (place) => `(import_findings <> '[]'::jsonb) = ${place}`),
    ...given(catalogCode, (place) => `catalog_code = ${place}`),
    ...given(parentItemId, (place) => `parent_item_id = ${place}`),
    ...(departmentClosed === true ? [`organization_id IN (SELECT o.id FROM organization.organization o WHERE o.valid_to <= ${parameters.add(today)}::date)`] : []),
  ];
}

function follow({ order, cursor }: Asked, parameters: Parameters): string[] {
  if (cursor === undefined) return [];
  const [at, id] = decodeCursor(cursor, 2);
  if (order === 'updated') return [`(date_trunc('milliseconds', updated_at), id) < (${parameters.add(cursorInstant(at))}::timestamptz, ${parameters.add(cursorId(id))}::uuid)`];
  if (typeof at !== 'string') throw fail('kernel.bad-cursor');
  return [order === 'name' ? `(name, id) > (${parameters.add(at)}, ${parameters.add(cursorId(id))}::uuid)` : `local_task_code > ${parameters.add(at)}`];
}
