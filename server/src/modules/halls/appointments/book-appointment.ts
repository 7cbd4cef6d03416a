import { randomInt } from 'node:crypto';
import { maskName } from '@tongban/identifiers';
import type { BodyOf } from '@tongban/contract-kit';
import { requirePerson } from '../../../kernel/access/index.ts';
import { addCalendarDays } from '../../../kernel/calendar/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, runText, tablesOf, transact, violatedConstraint, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { commit } from '../../../kernel/commit.ts';
import { getPublishedItem } from '../../catalog/index.ts';
import { getKioskHall, takeNumber } from '../actions/take-ticket.ts';
import { checkInAfter, checkInBefore, type Appointment, type bookAppointment as bookOperation } from './contract.ts';
import type { TicketView } from '../contract.ts';
import { fail } from '../errors.ts';
import { getHallRow, listGroups } from '../halls.ts';
import { minutesOf, timeOfDay } from '../opening-hours.ts';
import { getTicketByCode, viewTicket } from '../queries/view-ticket.ts';
import type { HallsTables } from '../tables.ts';
import type { checkInByCode as codeOperation } from '../visits/contract.ts';
import { getAppointment, getOwnRow, getRowByCode, type Row } from './list-appointments.ts';
import { getQueue, slotsOn } from './slots.ts';

/**
 * Books a slot: its place and the appointment are written together, and a full slot takes nobody more, however many try at once.
 * @throws halls.no-such-slot, halls.slot-full, halls.already-booked
 */
export async function bookAppointment(ctx: Context, hallId: string, { queueId, itemId, day, from }: BodyOf<typeof bookOperation>): Promise<Appointment> {
  const person = requirePerson(ctx);
  const [hall, queue] = await Promise.all([getHallRow(ctx, hallId), getQueue(ctx, hallId, queueId)]);
  const now = ctx.kernel.clock.now();
  const today = chinaDate(now);
  const slot = (await slotsOn(ctx, hall, queue.slotMinutes, day)).find((one) => one.from === from);
  const bookable = queue.slotCapacity > 0 && day >= today && day <= addCalendarDays(today, queue.daysAhead) && (day > today || from > timeOfDay(now));
  if (!slot || !bookable) throw fail('halls.no-such-slot');
  const itemName = itemId === undefined ? null : (await getPublishedItem(ctx, itemId)).elements.name;
  const id = createId();
  const row = {
    id, hallId, queueId, itemId: itemId ?? null, itemName, personId: person.id, personMasked: maskName(person.name), day, fromTime: slot.from, toTime: slot.to, state: 'booked' as const, code: createCode(), bookedAt: now, version: 1,
  };
  try {
    await transact<HallsTables, void>(ctx.kernel.db, async (trx) => {
      await trx.insertInto('halls.appointment').values(row).execute();
      const [place] = await runText(trx, 'SELECT halls.take_place($1, $2, $3, $4) AS taken', [queueId, day, from, queue.slotCapacity]) as { taken: boolean }[];
      if (!place?.taken) throw fail('halls.slot-full');
    });
  } catch (error) {
    throw violatedConstraint(error) === 'appointment_person' ? fail('halls.already-booked') : error;
  }
  return getAppointment(ctx, id);
}

/** Eight digits that can be typed at a kiosk and not be guessed at one; the rare one that is taken fails at its index and booking again makes another. */
function createCode(): string {
  return String(randomInt(100_000_000)).padStart(8, '0');
}

/** Cancels one's own appointment and gives its place back. @throws halls.appointment-not-found, halls.not-cancellable */
export async function cancelAppointment(ctx: Context, appointmentId: string): Promise<Appointment> {
  const row = await getOwnRow(ctx, appointmentId);
  if (row.state !== 'booked' || row.day < chinaDate(ctx.kernel.clock.now())) throw fail('halls.not-cancellable');
  const batch = new WriteBatch();
  writesFor<HallsTables>(batch).update('halls.appointment', { state: 'cancelled', version: row.version + 1 }, { id: row.id, version: row.version, state: 'booked' }, { expected: 1, otherwise: () => fail('halls.not-cancellable') });
  batch.call('halls.give_place(?::uuid, ?::date, ?::text)', [row.queueId, row.day, row.fromTime]);
  await commit(ctx, batch);
  return getAppointment(ctx, appointmentId);
}

/**
 * Gives whoever has come the ticket of the appointment; it stands in line as from the beginning of its slot, so that who booked
 * does not queue a second time. Asked again it gives the same ticket. @throws halls.appointment-not-found, halls.check-in-time
 */
export async function checkIn(ctx: Context, appointmentId: string, priorityGroup: string | undefined): Promise<TicketView> {
  return checkInRow(ctx, await getOwnRow(ctx, appointmentId), priorityGroup);
}

/** The same at a kiosk, by the code of the appointment. @throws halls.wrong-kiosk, halls.appointment-code, halls.check-in-time */
export async function checkInByCode(ctx: Context, hallId: string, { deviceKey, code, priorityGroup }: BodyOf<typeof codeOperation>): Promise<TicketView> {
  const hall = await getKioskHall(ctx, hallId, deviceKey);
  return checkInRow(ctx, await getRowByCode(ctx, hall.id, code), priorityGroup);
}

async function checkInRow(ctx: Context, row: Row, priorityGroup: string | undefined): Promise<TicketView> {
  if (row.ticketCode !== null) return viewTicket(ctx, await getTicketByCode(ctx, row.ticketCode));
  const now = ctx.kernel.clock.now();
  const time = minutesOf(timeOfDay(now));
  const inTime = row.state === 'booked' && row.day === chinaDate(now) && time >= minutesOf(row.fromTime) - checkInBefore && time <= minutesOf(row.toTime) + checkInAfter;
  if (!inTime) throw fail('halls.check-in-time', { before: checkInBefore, after: checkInAfter });
  if (priorityGroup !== undefined && !(await listGroups(ctx)).some(({ code, active }) => active && code === priorityGroup)) throw fail('halls.unknown-priority');
  const hall = await getHallRow(ctx, row.hallId);
  try {
    const ticket = await takeNumber(ctx, hall, {
      id: createId(), day: row.day, queueId: row.queueId, channel: 'appointment', priorityGroup: priorityGroup ?? null, itemId: row.itemId, itemName: row.itemName,
      orderAt: new Date(Math.min(now.getTime(), Date.parse(`${row.day}T${row.fromTime}:00+08:00`))), appointmentId: row.id, takerId: row.personId, takerMasked: row.personMasked, takerIndex: row.personId,
    });
    const batch = new WriteBatch();
    writesFor<HallsTables>(batch).update('halls.appointment', { state: 'checked-in', version: row.version + 1 }, { id: row.id, state: 'booked' });
    await commit(ctx, batch);
    return ticket;
  } catch (error) {
    // Pressed twice: the other press was faster, and its ticket is the answer.
    const known = await tablesOf<HallsTables>(ctx.kernel.db).selectFrom('halls.ticket').select('code').where('appointmentId', '=', row.id).executeTakeFirst();
    if (known) return viewTicket(ctx, await getTicketByCode(ctx, known.code));
    throw error;
  }
}
