import type { Page, QueryOf } from '@tongban/contract-kit';
import { sql, type Selectable } from 'kysely';
import { holds, requireScope, singleScopes } from '../../../kernel/access/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import type { listRuns, QualityRun } from '../contract.ts';
import { fail } from '../errors.ts';
import type { ItemQualityTables } from '../tables.ts';

export type RunRow = Selectable<ItemQualityTables['itemQuality.run']>;

/** The last runs, newest first; an officer of one department sees those over its own items and those over all. */
export async function findRuns(ctx: Context, input: QueryOf<typeof listRuns>): Promise<Page<QualityRun>> {
  const limit = input.limit ?? 20;
  const scopes = singleScopes(requireScope(ctx, 'item-quality.finding.view'));
  const ownPath = ctx.actor.kind === 'staff' ? ctx.actor.organizationPath : '';
  let query = tablesOf<ItemQualityTables>(ctx.kernel.db).selectFrom('itemQuality.run').selectAll();
  if (scopes.every(({ kind }) => kind === 'own' || kind === 'organization')) {
    const paths = scopes.map((scope) => (scope.kind === 'organization' ? scope.organizationPath : ownPath));
    query = query.where((eb) => eb.or([eb('scopeKey', '=', 'all'), ...paths.map((path) => eb('organizationPath', 'like', `${path}%`)), eb('requestedById', '=', ctx.actor.id)]));
  }
  if (input.cursor) {
    const [id] = decodeCursor(input.cursor, 1);
    query = query.where(sql<boolean>`id < ${id}::uuid`);
  }
  const rows = await query.orderBy('id', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, ({ id }) => [id], (row) => presentRun(ctx, row));
}

/** @throws item-quality.run-not-found */
export async function getRunRow(ctx: Context, id: string): Promise<RunRow> {
  const row = await tablesOf<ItemQualityTables>(ctx.kernel.db).selectFrom('itemQuality.run').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw fail('item-quality.run-not-found');
  return row;
}

/** Whether the actor may stop a run: who asked for it, or who may check everything. */
export function mayCancel(ctx: Context, row: RunRow): boolean {
  if (!holds(ctx.actor, 'item-quality.run.start')) return false;
  return row.requestedById === ctx.actor.id || requireScope(ctx, 'item-quality.run.start').kind === 'all';
}

export function presentRun(ctx: Context, row: RunRow): QualityRun {
  const { id, cause, scopeName, state, total, done, opened, closed, changedOnly, unchanged, requestedByName } = row;
  return {
    id, cause, scopeName, state, total, done, opened, closed, changedOnly, unchanged, requestedByName, requestedAt: row.requestedAt.toISOString(), finishedAt: row.finishedAt?.toISOString() ?? null,
    abilities: { cancel: (state === 'waiting' || state === 'running') && mayCancel(ctx, row) },
  };
}
