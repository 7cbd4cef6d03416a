import { sql } from 'kysely';
import { chinaDate, dateInWords } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { sendToStaff } from '../../../kernel/messaging/index.ts';
import { listAnswering } from '../queries/list-answering.ts';
import { isStaffId } from '../staff-id.ts';
import type { ItemQualityTables } from '../tables.ts';

/** Tells the department, and who issued it, of each order that ran out since it was last told: once a deadline. */
export async function tellOverdue(ctx: Context): Promise<void> {
  const today = chinaDate(ctx.kernel.clock.now());
  const rows = await tablesOf<ItemQualityTables>(ctx.kernel.db).selectFrom('itemQuality.rectification as r').selectAll()
    .select(sql<number>`(SELECT count(*) FROM item_quality.finding f WHERE f.rectification_id = r.id AND f.state = 'assigned')`.as('remaining'))
    .where('r.finishedAt', 'is', null).where('r.dueOn', '<', today)
    .where((eb) => eb.or([eb('r.overdueToldOn', 'is', null), eb('r.overdueToldOn', '<=', eb.ref('r.dueOn'))])).execute();
  for (const row of rows) {
    const batch = new WriteBatch();
    writesFor<ItemQualityTables>(batch).update('itemQuality.rectification', { overdueToldOn: today }, { id: row.id });
    await sendToStaff(ctx, batch, [...await listAnswering(ctx, row), ...(isStaffId(row.issuedById) ? [row.issuedById] : [])], {
      templateKey: 'item-quality.rectification-overdue', dedupeKey: `rectification-overdue:${row.id}:${row.dueOn}`,
      variables: { rectificationId: row.id, orderNumber: row.number, dueOn: dateInWords(row.dueOn), remaining: String(row.remaining) },
    });
    await commit(ctx, batch);
  }
}
