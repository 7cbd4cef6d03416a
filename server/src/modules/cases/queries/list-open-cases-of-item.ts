import { covers, requireScope } from '../../../kernel/access/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { findItemPlace } from '../../catalog/index.ts';
import { fail } from '../errors.ts';
import { openStatuses } from './list-cases.ts';

/**
 * Cases of an item that are not over, by the version they were submitted with: what its administrators see before they
 * retire or change it (CAT-09). Numbers only. @throws cases.item-not-found outside the actor's scope
 */
export async function listOpenCasesOfItem(ctx: Context, itemId: string): Promise<{ open: number; versions: { versionNumber: number; open: number }[] }> {
  const place = await findItemPlace(ctx, itemId);
  if (!place || !covers(requireScope(ctx, 'catalog.item.view'), ctx.actor, place)) throw fail('cases.item-not-found');
  const { rows } = await ctx.kernel.db.pool.query<{ versionNumber: number; open: number }>(
    `SELECT v.number AS "versionNumber", count(*)::int AS open FROM cases."case" c JOIN catalog.item_version v ON v.id = c.item_version_id
     WHERE c.item_id = $1 AND c.status = ANY($2) GROUP BY v.number ORDER BY v.number DESC`, [itemId, openStatuses]);
  return { open: rows.reduce((sum, { open }) => sum + open, 0), versions: rows };
}
