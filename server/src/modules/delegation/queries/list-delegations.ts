import { sql } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import { requireScope } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import type { DelegationLine, listDelegations as listOperation } from '../contract.ts';
import type { DelegationTables } from '../tables.ts';
import { presentLines } from './present.ts';

/** Delegations of which either side lies in the reader's scope, the last made first. */
export async function listDelegations(ctx: Context, { limit = 20, cursor, side, kind, state, itemId, q, endingWithin }: QueryOf<typeof listOperation>): Promise<Page<DelegationLine>> {
  const scope = requireScope(ctx, 'delegation.delegation.view');
  const given = scopeFilter(scope, ctx.actor, { organizationPath: 'd.giverPath', regionCode: 'd.giverRegion' });
  const received = scopeFilter(scope, ctx.actor, { organizationPath: 'd.receiverPath', regionCode: 'd.receiverRegion' });
  const ofSide = side === 'given' ? given : side === 'received' ? received : sql<boolean>`(${given} OR ${received})`;
  let query = tablesOf<DelegationTables>(ctx.kernel.db).selectFrom('delegation.delegation as d').selectAll('d').where(ofSide)
    // What the giver still works on is nobody else's.
    .where(sql<boolean>`(d.state NOT IN ('draft', 'in-review') OR ${given})`);
  if (kind !== undefined) query = query.where('d.kind', '=', kind);
  if (state !== undefined) query = query.where('d.state', '=', state);
  if (itemId !== undefined) query = query.where(sql<boolean>`EXISTS (SELECT FROM delegation.item i WHERE i.delegation_id = d.id AND (i.item_id = ${itemId} OR i.receiver_item_id = ${itemId}))`);
  if (q !== undefined && q.trim() !== '') {
    const like = `%${q.trim().replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
    query = query.where(sql<boolean>`(d.giver_name LIKE ${like} OR d.receiver_name LIKE ${like} OR EXISTS (SELECT FROM delegation.item i WHERE i.delegation_id = d.id AND i.item_name LIKE ${like}))`);
  }
  if (endingWithin !== undefined) query = query.where('d.state', '=', 'in-force').where(sql<boolean>`d.ends_on <= ${chinaDate(ctx.kernel.clock.now())}::date + ${endingWithin}::int`);
  if (cursor !== undefined) query = query.where(sql<boolean>`d.id < ${cursorId(decodeCursor(cursor, 1)[0])}::uuid`);
  const rows = await query.orderBy('d.id', 'desc').limit(limit + 1).execute();
  const shown = new Map((await presentLines(ctx, rows)).map((line) => [line.id, line]));
  const page = pageOf(rows, limit, ({ id }) => [id], ({ id }) => shown.get(id));
  return { ...page, items: page.items.filter((line) => line !== undefined) };
}
