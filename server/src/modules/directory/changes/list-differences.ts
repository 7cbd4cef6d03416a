import { sql } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import { holds, requireScope } from '../../../kernel/access/index.ts';
import { liesInScope, regionPrefix, scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { elementLabel, isElementName } from '../../catalog/contract.ts';
import type { Difference, listDifferences as listOperation } from '../change.contract.ts';
import { readLatestContents } from '../latest-contents.ts';
import type { DirectoryTables } from '../tables.ts';

type Filter = Omit<QueryOf<typeof listOperation>, 'limit' | 'cursor'>;

/** Differences of the lists within the actor's scope of a permission. */
export function differencesWithin(ctx: Context, permission: string) {
  return tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.difference as d').innerJoin('directory.claim as c', 'c.id', 'd.claimId')
    .innerJoin('directory.entry as e', 'e.id', 'c.entryId').selectAll('d')
    .select(['c.organizationId', 'c.organizationName', 'c.organizationPath', 'c.regionCode', 'c.entryId', 'e.name as entryName', 'e.code as entryCode'])
    .where(scopeFilter(requireScope(ctx, permission), ctx.actor, { organizationPath: 'c.organizationPath', regionCode: 'c.regionCode' }));
}

export type DifferenceRow = Awaited<ReturnType<ReturnType<typeof differencesWithin>['executeTakeFirstOrThrow']>>;

/** 差异清单, the last found first. */
export async function listDifferences(ctx: Context, { limit = 20, cursor, ...filter }: QueryOf<typeof listOperation>): Promise<Page<Difference>> {
  let query = narrow(ctx, filter);
  if (cursor !== undefined) query = query.where(sql<boolean>`d.id < ${cursorId(decodeCursor(cursor, 1)[0])}::uuid`);
  const rows = await query.orderBy('d.id', 'desc').limit(limit + 1).execute();
  const shown = new Map((await presentDifferences(ctx, rows)).map((difference) => [difference.id, difference]));
  const page = pageOf(rows, limit, ({ id }) => [id], ({ id }) => shown.get(id));
  return { ...page, items: page.items.filter((difference) => difference !== undefined) };
}

function narrow(ctx: Context, { entryId, itemId, organizationId, regionCode, state, element, lockedOnly }: Filter) {
  let query = differencesWithin(ctx, 'directory.change.view');
  if (entryId !== undefined) query = query.where('c.entryId', '=', entryId);
  if (itemId !== undefined) query = query.where('d.itemId', '=', itemId);
  if (organizationId !== undefined) query = query.where('c.organizationId', '=', organizationId);
  if (regionCode !== undefined) query = query.where('c.regionCode', 'like', `${regionPrefix(regionCode)}%`);
  if (state !== undefined) query = query.where('d.state', '=', state);
  if (element !== undefined) query = query.where('d.element', '=', element);
  if (lockedOnly === true) query = query.where('d.locked', '=', true);
  return query;
}

/** Differences with what the item says now. */
export async function presentDifferences(ctx: Context, rows: readonly DifferenceRow[]): Promise<Difference[]> {
  const items = await readLatestContents(ctx, rows.map(({ itemId }) => itemId));
  const scope = holds(ctx.actor, 'directory.change.decide') ? requireScope(ctx, 'directory.change.decide') : undefined;
  return rows.flatMap((row) => {
    const item = items.get(row.itemId);
    if (!item) return [];
    const decide = row.state === 'open' && scope !== undefined && liesInScope(scope, ctx.actor, row);
    const ours = isElementName(row.element) ? item.elements[row.element] : undefined;
    return [{
      id: row.id, version: row.version, claimId: row.claimId,
      item: { id: item.itemId, name: item.name, latestVersionId: item.latestVersionId, published: item.publishedVersionId !== null },
      entry: { id: row.entryId, name: row.entryName, code: row.entryCode }, organization: { id: row.organizationId, name: row.organizationName },
      regionCode: row.regionCode, element: row.element, label: elementLabel(row.element), locked: row.locked,
      ...(ours === undefined ? {} : { ours }), incoming: row.incoming, state: row.state, openedAt: row.openedAt.toISOString(),
      decidedAt: row.decidedAt?.toISOString() ?? null, decidedByName: row.decidedByName, reason: row.reason,
      abilities: { apply: decide, refuse: decide && !row.locked },
    }];
  });
}
