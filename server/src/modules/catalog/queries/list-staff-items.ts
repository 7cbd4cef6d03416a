import { sql, type ExpressionBuilder } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import { requireScope, type DataScope } from '../../../kernel/access/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import type { listStaffItems as listOperation, StaffItem } from '../contract.ts';
import { cursorId, cursorInstant } from './cursor-values.ts';
import type { VersionRecord } from './get-version-record.ts';
import type { CatalogTables } from '../tables.ts';
import { regionPrefix } from './search-items.ts';

type Query = QueryOf<typeof listOperation>;

/** Items within the actor's scope, the last changed first. */
export async function listStaffItems(ctx: Context, query: Query): Promise<Page<StaffItem>> {
  const limit = query.limit ?? 20;
  const scope = requireScope(ctx, 'catalog.item.view');
  const rows = await tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.item').selectAll()
    .where((eb) => eb.and([withinScope(eb, scope), ...narrow(eb, query), ...follow(query.cursor)]))
    .orderBy('updatedAt', 'desc').orderBy('id', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, ({ updatedAt, id }) => [updatedAt.toISOString(), id], presentStaffItem);
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

function narrow(eb: Builder, { q, state, taskType, departmentId, source, withFindings }: Query) {
  return [
    ...(q === undefined ? [] : [eb.or([eb('name', 'like', `%${escapeLike(q)}%`), eb('localTaskCode', 'like', `${escapeLike(q)}%`)])]),
    ...(state === undefined ? [] : [eb('latestState', '=', state)]),
    ...(taskType === undefined ? [] : [eb('taskType', '=', taskType)]),
    ...(departmentId === undefined ? [] : [eb('organizationId', '=', departmentId)]),
    ...(source === undefined ? [] : [eb('source', '=', source)]),
    ...(withFindings === undefined ? [] : [sql<boolean>`(import_findings <> '[]'::jsonb) = ${withFindings}`]),
  ];
}

function follow(cursor: string | undefined) {
  if (cursor === undefined) return [];
  const [updatedAt, id] = decodeCursor(cursor, 2);
  return [sql<boolean>`(date_trunc('milliseconds', updated_at), id) < (${cursorInstant(updatedAt)}::timestamptz, ${cursorId(id)}::uuid)`];
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (mark) => `\\${mark}`);
}

/** The line of an item in staff lists. */
export function presentStaffItem(item: VersionRecord['item']): StaffItem {
  return {
    id: item.id, localTaskCode: item.localTaskCode, name: item.name, taskType: item.taskType, regionCode: item.regionCode,
    department: { id: item.organizationId, name: item.departmentName }, source: item.source, state: item.latestState,
    publishedVersionId: item.publishedVersionId, latestVersionId: item.latestVersionId, latestVersionNumber: item.latestVersionNumber,
    importFindings: item.importFindings, catalogCode: item.catalogCode, parentItemId: item.parentItemId, updatedAt: item.updatedAt.toISOString(),
  };
}
