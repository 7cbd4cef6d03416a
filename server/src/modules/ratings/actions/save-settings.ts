import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { writesFor, WriteBatch } from '../../../kernel/db/index.ts';
import type { RatingSettings } from '../contract.ts';
import type { RatingsTables } from '../tables.ts';

/** Sets how many working days a rectification may take, for bad ratings from now on. */
export async function saveSettings(ctx: Context, { rectificationDays }: RatingSettings): Promise<RatingSettings> {
  const batch = new WriteBatch();
  writesFor<RatingsTables>(batch).update('ratings.setting', { rectificationDays }, { one: true });
  recordAudit(ctx, batch, { action: 'ratings.save-settings', objectType: 'rating-settings', objectId: 'rectification', detail: { rectificationDays } });
  await commit(ctx, batch);
  return { rectificationDays };
}
