import type { ResponseOf } from '@tongban/contract-kit';
import { addCalendarDays } from '../../../kernel/calendar/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { listSlots as listOperation } from './contract.ts';
import { fail } from '../errors.ts';
import { getHallRow, type HallRow } from '../halls.ts';
import { minutesOf, periodsOn, timeOfDay, timeOfMinutes } from '../opening-hours.ts';
import type { HallsTables } from '../tables.ts';

export interface Slot { from: string; to: string }

/** A queue of the hall that takes appointments. @throws halls.queue-not-found */
export async function getQueue(ctx: Pick<Context, 'kernel'>, hallId: string, queueId: string) {
  const queue = await tablesOf<HallsTables>(ctx.kernel.db).selectFrom('halls.queue').selectAll().where('id', '=', queueId).where('hallId', '=', hallId).where('active', '=', true).executeTakeFirst();
  if (!queue) throw fail('halls.queue-not-found');
  return queue;
}

/** The slots of a day: each opening period cut into pieces of equal length; what is left over belongs to none. */
export async function slotsOn({ kernel }: Pick<Context, 'kernel'>, { hours }: Pick<HallRow, 'hours'>, slotMinutes: number, day: string): Promise<Slot[]> {
  const periods = await periodsOn(kernel, hours, day);
  return periods.flatMap(({ from, to }) => {
    const count = Math.floor((minutesOf(to) - minutesOf(from)) / slotMinutes);
    return Array.from({ length: count }, (_none, index) => ({ from: timeOfMinutes(minutesOf(from) + index * slotMinutes), to: timeOfMinutes(minutesOf(from) + (index + 1) * slotMinutes) }));
  });
}

/** The slots of each day, with what is left of them; those of today that have begun are past, and a day of which all are is left out. @throws halls.hall-not-found, halls.queue-not-found */
export async function listSlots(ctx: Context, hallId: string, queueId: string): Promise<ResponseOf<typeof listOperation>> {
  const [hall, queue] = await Promise.all([getHallRow(ctx, hallId), getQueue(ctx, hallId, queueId)]);
  if (queue.slotCapacity === 0) return { days: [] };
  const now = ctx.kernel.clock.now();
  const today = chinaDate(now);
  const booked = await tablesOf<HallsTables>(ctx.kernel.db).selectFrom('halls.slot').selectAll().where('queueId', '=', queueId).where('day', '>=', today).execute();
  const left = (day: string, from: string) => Math.max(0, queue.slotCapacity - (booked.find((slot) => slot.day === day && slot.fromTime === from)?.booked ?? 0));
  const days = await Promise.all(Array.from({ length: queue.daysAhead + 1 }, async (_none, ahead) => {
    const day = addCalendarDays(today, ahead);
    const slots = await slotsOn(ctx, hall, queue.slotMinutes, day);
    return { day, slots: slots.map((slot) => ({ ...slot, left: left(day, slot.from), past: day === today && slot.from <= timeOfDay(now) })) };
  }));
  return { days: days.filter(({ slots }) => slots.some(({ past }) => !past)) };
}
