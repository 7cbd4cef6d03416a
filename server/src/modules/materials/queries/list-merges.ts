import { sql } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import type { Selectable } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, cursorInstant, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { fail } from '../errors.ts';
import type { listMerges as operation, MergeRecord } from '../merge.contract.ts';
import type { MaterialsTables } from '../tables.ts';
import { mayDo } from './view-material.ts';

type MergeRow = Selectable<MaterialsTables['materials.merge']>;

/** What was merged, the newest first. */
export async function findMerges(ctx: Context, { limit = 20, cursor, state }: QueryOf<typeof operation>): Promise<Page<MergeRecord>> {
  let query = tablesOf<MaterialsTables>(ctx.kernel.db).selectFrom('materials.merge').selectAll().orderBy('mergedAt', 'desc').orderBy('id', 'desc').limit(limit + 1);
  if (state !== undefined) query = query.where('undoneAt', state === 'undone' ? 'is not' : 'is', null);
  if (cursor !== undefined) {
    const [at, id] = decodeCursor(cursor, 2);
    query = query.where(sql<boolean>`(date_trunc('milliseconds', merged_at), id) < (${cursorInstant(at)}::timestamptz, ${cursorId(id)}::uuid)`);
  }
  const rows = await query.execute();
  const present = await presenterFor(ctx, rows);
  return pageOf(rows, limit, ({ mergedAt, id }) => [mergedAt.toISOString(), id], present);
}

/** One merge as it stands. @throws materials.merge-not-found */
export async function viewMerge(ctx: Context, id: string): Promise<MergeRecord> {
  const row = await tablesOf<MaterialsTables>(ctx.kernel.db).selectFrom('materials.merge').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw fail('materials.merge-not-found');
  return (await presenterFor(ctx, [row]))(row);
}

async function presenterFor(ctx: Context, rows: readonly MergeRow[]): Promise<(row: MergeRow) => MergeRecord> {
  const tables = tablesOf<MaterialsTables>(ctx.kernel.db);
  const [kept, lines] = rows.length === 0 ? [[], []] : await Promise.all([
    tables.selectFrom('materials.material').select(['id', 'code', 'name', 'state', 'regionCode']).where('id', 'in', rows.map(({ keptId }) => keptId)).execute(),
    tables.selectFrom('materials.mergeLine as l').innerJoin('materials.material as m', 'm.id', 'l.materialId')
      .select(['l.mergeId', 'm.id', 'm.code', 'm.name', 'm.mergedInto']).where('l.mergeId', 'in', rows.map(({ id }) => id)).orderBy('m.code').execute(),
  ]);
  return (row) => {
    const target = kept.find(({ id }) => id === row.keptId);
    const own = lines.filter(({ mergeId }) => mergeId === row.id);
    const undo = row.undoneAt === null && target?.state !== 'merged' && own.every(({ mergedInto }) => mergedInto === row.keptId)
      && mayDo(ctx, 'materials.material.merge', { regionCode: target?.regionCode });
    return {
      id: row.id, kept: { id: row.keptId, code: target?.code ?? '', name: target?.name ?? '' }, merged: own.map(({ id, code, name }) => ({ id, code, name })),
      addedAliases: row.addedAliases, reason: row.reason, mergedAt: row.mergedAt.toISOString(), mergedByName: row.mergedByName,
      undoneAt: row.undoneAt?.toISOString() ?? null, undoneByName: row.undoneByName, abilities: { undo },
    };
  };
}
