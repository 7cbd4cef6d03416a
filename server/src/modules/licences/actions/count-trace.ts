import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId } from '../../../kernel/db/index.ts';
import type { Holder } from '../queries/usable-licences.ts';

interface Trace { by: string; purpose: string }

/** One row a day, licence and purpose counts the times, so that what happens often does not bury the other uses. */
export async function countTrace(ctx: Context, holder: Holder, licence: { id: string; name: string }, { by, purpose }: Trace): Promise<void> {
  const now = ctx.kernel.clock.now();
  await ctx.kernel.db.pool.query(
    `INSERT INTO licences.use AS u (id, licence_id, holder_kind, holder_id, licence_name, at, by, purpose, scanned_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (licence_id, scanned_on, by, purpose) DO UPDATE SET times = u.times + 1, at = EXCLUDED.at`,
    [createId(), licence.id, holder.kind, holder.id, licence.name, now, by, purpose, chinaDate(now)]);
}
