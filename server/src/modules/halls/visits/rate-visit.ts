import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { getStaffMember } from '../../../kernel/organization/index.ts';
import { addVisitRating } from '../../ratings/index.ts';
import type { RatingInput } from '../../ratings/contract.ts';
import { ratingKinds } from '../devices/device-kinds.ts';
import { getDeviceByKey } from '../devices/device-rows.ts';
import { fail } from '../errors.ts';
import { forgetHall } from '../live/hall-feed.ts';
import type { HallsTables } from '../tables.ts';
import { rateableSince } from './rateable.ts';

/**
 * Rates the service that has just ended at the window of a terminal: once, by whoever stands there, and never by itself
 * (HAL-02, RAT-01). @throws halls.wrong-device-key, halls.not-a-terminal, halls.nothing-to-rate, ratings.visit-rated, ratings.wrong-options
 */
export async function rateVisit(ctx: Context, { deviceKey, number, rating }: { deviceKey: string; number: string; rating: RatingInput }): Promise<{ number: string }> {
  const device = await getDeviceByKey(ctx, deviceKey);
  if (device.windowId === null || !ratingKinds.includes(device.kind)) throw fail('halls.not-a-terminal');
  const ticket = await getEndedTicket(ctx, device.windowId, number);
  const batch = new WriteBatch();
  await addVisitRating(ctx, batch, {
    id: ticket.id, itemId: ticket.itemId, about: ticket.itemName ?? `${ticket.queueName}（${device.hallName}）`, organizationId: (await getStaffMember(ctx, ticket.clerkId)).organization.id, raterName: ticket.takerMasked?.split(' ')[0] ?? '现场群众',
  }, rating);
  writesFor<HallsTables>(batch).update('halls.ticket', { ratedAt: ctx.kernel.clock.now() }, { id: ticket.id });
  await commit(ctx, batch);
  forgetHall(ctx.kernel, device.hallId);
  return { number };
}

/** The last ticket that was finished at the window, if it may still be rated. @throws halls.nothing-to-rate, ratings.visit-rated */
async function getEndedTicket(ctx: Context, windowId: string, number: string) {
  const ticket = await tablesOf<HallsTables>(ctx.kernel.db).selectFrom('halls.ticket as t').innerJoin('halls.queue as q', 'q.id', 't.queueId')
    .select(['t.id', 't.number', 't.itemId', 't.itemName', 't.clerkId', 't.takerMasked', 'q.name as queueName'])
    .where('t.windowId', '=', windowId).where('t.state', '=', 'done').where('t.finishedAt', '>', rateableSince(ctx.kernel.clock.now())).orderBy('t.finishedAt', 'desc').executeTakeFirst();
  if (!ticket || ticket.clerkId === null || ticket.number !== number) throw fail('halls.nothing-to-rate');
  return { ...ticket, clerkId: ticket.clerkId };
}
