import { sql } from 'kysely';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { sendMessage } from '../../../kernel/messaging/index.ts';
import { isStaffId } from '../staff-id.ts';
import type { ItemQualityTables } from '../tables.ts';

/** Closes those of some orders on which nothing stands any more (复查通过); the one who issued each is told. */
export async function settleRectifications(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tablesOf<ItemQualityTables>(ctx.kernel.db).selectFrom('itemQuality.rectification as r').selectAll()
    .where('r.id', 'in', [...new Set(ids)]).where('r.finishedAt', 'is', null)
    .where(sql<boolean>`NOT EXISTS (SELECT FROM item_quality.finding f WHERE f.rectification_id = r.id AND f.state = 'assigned')`).execute();
  const now = ctx.kernel.clock.now();
  for (const row of rows) {
    const batch = new WriteBatch();
    const writes = writesFor<ItemQualityTables>(batch);
    writes.update('itemQuality.rectification', { state: 'closed', finishedAt: now, version: row.version + 1 }, { id: row.id, finishedAt: null });
    writes.insert('itemQuality.rectificationStep', {
      id: createId(), rectificationId: row.id, action: 'close', text: '复查没有发现清单上的问题，自动办结。', byId: ctx.actor.id, byName: '系统自动', at: now,
    });
    if (isStaffId(row.issuedById)) {
      await sendMessage(ctx, batch, {
        templateKey: 'item-quality.rectification-closed', recipient: { kind: 'staff', id: row.issuedById }, dedupeKey: `rectification-closed:${row.id}`,
        variables: { rectificationId: row.id, orderNumber: row.number, department: row.organizationName },
      });
    }
    await commit(ctx, batch);
  }
}
