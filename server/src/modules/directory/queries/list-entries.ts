import { sql, type RawBuilder } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import type { Context } from '../../../kernel/context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { planSearch } from '../../../kernel/search/index.ts';
import type { Entry, listEntries as listOperation } from '../entry.contract.ts';
import type { DirectoryTables } from '../tables.ts';

type Query = QueryOf<typeof listOperation>;

const columns = [
  'e.id', 'e.code', 'e.catalogCode', 'e.localCatalogCode', 'e.name', 'e.regionCode', 'e.taskType', 'e.guidanceDepartment', 'e.useLevels', 'e.paused', 'e.state',
  'e.latestState', 'e.latestVersionId', 'e.updatedAt', 'p.id as parentId', 'p.name as parentName', 'p.code as parentCode',
] as const;

function entries(ctx: Pick<Context, 'kernel'>) {
  return tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.entry as e').leftJoin('directory.entry as p', 'p.id', 'e.parentId').select(columns)
    .select(sql<number>`(SELECT count(*)::int FROM directory.entry s WHERE s.parent_id = e.id AND s.state <> 'cancelled')`.as('subItemCount'));
}

type Row = Awaited<ReturnType<ReturnType<typeof entries>['executeTakeFirstOrThrow']>>;

function present({ parentId, parentName, parentCode, updatedAt, ...row }: Row): Entry {
  return {
    ...row, updatedAt: updatedAt.toISOString(),
    parent: parentId === null ? null : { id: parentId, name: parentName ?? '', code: parentCode ?? '' },
  };
}

/** Entries by code. Words are looked for whole, then by sound, with one wrong character, then in part; the first that finds any answers. */
export async function listEntries(ctx: Context, query: Query): Promise<Page<Entry>> {
  const limit = query.limit ?? 20;
  for (const found of attemptsOf(query.q)) {
    const rows = await entries(ctx).where(sql<boolean>`${sql.join([found, ...narrow(query), follow(query.cursor)], sql` AND `)}`)
      .orderBy('e.code').orderBy('e.id').limit(limit + 1).execute();
    if (rows.length > 0) return pageOf(rows, limit, ({ code, id }) => [code, id], present);
  }
  return { items: [], nextCursor: null };
}

function attemptsOf(q: string | undefined): RawBuilder<boolean>[] {
  const text = q?.trim() ?? '';
  if (text === '') return [sql<boolean>`true`];
  return [sql<boolean>`e.code LIKE ${`${escapeLike(text.toUpperCase())}%`}`, ...planSearch(text).map(({ tsquery }) => sql<boolean>`e.vector @@ ${tsquery}::tsquery`)];
}

function narrow({ taskType, useLevel, guidanceDepartment, regionCode, state, latestState, parentId, mainOnly }: Query): RawBuilder<boolean>[] {
  return [
    ...(taskType === undefined ? [] : [sql<boolean>`e.task_type = ${taskType}`]),
    ...(useLevel === undefined ? [] : [sql<boolean>`${useLevel} = ANY(e.use_levels)`]),
    ...(guidanceDepartment === undefined ? [] : [sql<boolean>`e.guidance_department = ${guidanceDepartment}`]),
    ...(regionCode === undefined ? [] : [sql<boolean>`e.region_code = ${regionCode}`]),
    ...(state === undefined ? [] : [sql<boolean>`e.state = ${state}`]),
    ...(latestState === undefined ? [] : [sql<boolean>`e.latest_state = ${latestState}`]),
    ...(parentId === undefined ? [] : [sql<boolean>`e.parent_id = ${parentId}`]),
    ...(mainOnly === true ? [sql<boolean>`e.parent_id IS NULL`] : []),
  ];
}

function follow(cursor: string | undefined): RawBuilder<boolean> {
  if (cursor === undefined) return sql<boolean>`true`;
  const [code, id] = decodeCursor(cursor, 2);
  return sql<boolean>`(e.code, e.id::text) > (${String(code)}, ${String(id)})`;
}

/** Keeps what a person typed from being a pattern. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (mark) => `\\${mark}`);
}

/** Entries by id, for lists that name them. */
export async function findEntries(ctx: Pick<Context, 'kernel'>, ids: readonly string[]): Promise<Map<string, Entry>> {
  if (ids.length === 0) return new Map();
  const rows = await entries(ctx).where('e.id', 'in', [...new Set(ids)]).execute();
  return new Map(rows.map((row) => [row.id, present(row)]));
}

/** Ids of entries in force by 基本编码. */
export async function findEntriesByCode(ctx: Pick<Context, 'kernel'>, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.entry').select(['id', 'code']).where('code', 'in', [...codes]).where('state', '=', 'in-force').execute();
  return new Map(rows.map(({ id, code }) => [code, id]));
}

/** The sub-items of a main item, those out of force last. */
export async function listSubItems(ctx: Context, entryId: string): Promise<Entry[]> {
  const rows = await entries(ctx).where('e.parentId', '=', entryId).orderBy(sql`e.state = 'cancelled'`).orderBy('e.code').limit(500).execute();
  return rows.map(present);
}
