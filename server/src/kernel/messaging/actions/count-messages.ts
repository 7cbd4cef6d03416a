import type { Context } from '../../context.ts';

const mostTogether = 5_000;

/**
 * Takes messages that nothing has changed since they were written, such as those in a box, into the tally of their month, so
 * that the case's own batch need not touch it; gives how many (MSG-01).
 */
export async function countMessages(ctx: Context): Promise<number> {
  const { rowCount } = await ctx.kernel.db.pool.query(`
    UPDATE messaging.message SET counted = true
    WHERE id IN (SELECT id FROM messaging.message WHERE NOT counted AND state <> 'queued' ORDER BY id LIMIT ${mostTogether} FOR UPDATE SKIP LOCKED)`);
  return rowCount ?? 0;
}
