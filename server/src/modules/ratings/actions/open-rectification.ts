import type { Selectable } from 'kysely';
import { listHolders } from '../../../kernel/access/list-holders.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { sendToStaff } from '../../../kernel/messaging/index.ts';
import { openAccount } from '../../../kernel/time-accounts/index.ts';
import { rectificationOpened, type RectificationEvent } from '../events.ts';
import type { RatingsTables } from '../tables.ts';

/** Subject type of the clock of a rectification. */
export const rectificationSubject = 'rectification';

/** Adds the rectification of a bad rating to its batch: the handling organisation has so many working days (RAT-02). */
export async function openRectification(ctx: Context, batch: WriteBatch, rating: Selectable<RatingsTables['ratings.rating']>): Promise<void> {
  const { rectificationDays } = await readSettings(ctx);
  const { organizationId, organizationName, organizationPath, regionCode } = rating;
  const id = createId();
  const deadlines = await openAccount(ctx, batch, {
    subjectType: rectificationSubject, subjectId: id, promisedDays: rectificationDays, legalDays: rectificationDays, organizationId, regionCode,
  });
  const dueOn = deadlines.promisedDueOn ?? '';
  writesFor<RatingsTables>(batch).insert('ratings.rectification', {
    id, ratingId: rating.id, organizationId, organizationPath, regionCode, state: 'open', appealedFrom: null, version: 1,
    openedAt: ctx.kernel.clock.now(), dueOn, reply: null, inTime: null, foundCodes: [], finishedAt: null,
  });
  const data: RectificationEvent = {
    rectificationId: id, ratingId: rating.id, caseNumber: rating.anonymous ? null : rating.caseNumber, itemName: rating.itemName,
    organizationId, organizationName, organizationPath, regionCode, state: 'open', dueOn,
  };
  publishEvent(ctx, batch, { type: rectificationOpened, aggregateType: rectificationSubject, aggregateId: id, data });
  await sendToStaff(ctx, batch, await listHolders(ctx, 'ratings.rectification.handle', { organizationPath, regionCode }), {
    templateKey: 'ratings.rectification-opened', dedupeKey: `rectification-opened:${id}`, variables: { rectificationId: id, itemName: rating.itemName, dueOn },
  });
}

/** The settings of ratings. */
export async function readSettings(ctx: Context): Promise<{ rectificationDays: number }> {
  return tablesOf<RatingsTables>(ctx.kernel.db).selectFrom('ratings.setting').select('rectificationDays').executeTakeFirstOrThrow();
}
