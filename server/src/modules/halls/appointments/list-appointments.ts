import { requirePerson } from '../../../kernel/access/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { appointmentStateLabels, checkInAfter, checkInBefore, type Appointment } from './contract.ts';
import { fail } from '../errors.ts';
import { minutesOf, timeOfDay } from '../opening-hours.ts';
import type { HallsTables } from '../tables.ts';

/** Appointments shown; older ones are of no use to anybody. */
const shown = 50;

function appointments(ctx: Context) {
  return tablesOf<HallsTables>(ctx.kernel.db).selectFrom('halls.appointment as a').innerJoin('halls.hall as h', 'h.id', 'a.hallId').innerJoin('halls.queue as q', 'q.id', 'a.queueId')
    .leftJoin('halls.ticket as t', 't.appointmentId', 'a.id').selectAll('a').select(['h.name as hallName', 'h.address', 'q.name as queueName', 't.code as ticketCode']);
}

const own = (ctx: Context) => appointments(ctx).where('a.personId', '=', requirePerson(ctx).id);

/** The appointment of a code in a hall, whoever asks: it is known to who booked alone. @throws halls.appointment-code */
export async function getRowByCode(ctx: Context, hallId: string, code: string): Promise<Row> {
  const row = await appointments(ctx).where('a.hallId', '=', hallId).where('a.code', '=', code).where('a.state', '<>', 'cancelled').executeTakeFirst();
  if (!row) throw fail('halls.appointment-code');
  return row;
}

/** One's own appointment as it is stored. @throws halls.appointment-not-found */
export async function getOwnRow(ctx: Context, appointmentId: string) {
  const row = await own(ctx).where('a.id', '=', appointmentId).executeTakeFirst();
  if (!row) throw fail('halls.appointment-not-found');
  return row;
}

export type Row = Awaited<ReturnType<ReturnType<typeof appointments>['executeTakeFirstOrThrow']>>;

/** One's own appointment. @throws halls.appointment-not-found */
export async function getAppointment(ctx: Context, appointmentId: string): Promise<Appointment> {
  return present(ctx, await getOwnRow(ctx, appointmentId));
}

/** One's own appointments, the newest first. */
export async function listAppointments(ctx: Context): Promise<{ items: Appointment[] }> {
  const rows = await own(ctx).orderBy('a.id', 'desc').limit(shown).execute();
  return { items: rows.map((row) => present(ctx, row)) };
}

function present(ctx: Context, row: Row): Appointment {
  const now = ctx.kernel.clock.now();
  const [today, time] = [chinaDate(now), minutesOf(timeOfDay(now))];
  const over = row.day < today || (row.day === today && time > minutesOf(row.toTime) + checkInAfter);
  const came = row.state === 'checked-in' || row.ticketCode !== null;
  const state = came ? 'checked-in' : row.state === 'booked' && over ? 'missed' : row.state;
  return {
    appointmentId: row.id, hallId: row.hallId, hallName: row.hallName, address: row.address, queueName: row.queueName, itemName: row.itemName, day: row.day, from: row.fromTime, to: row.toTime,
    state, stateLabel: appointmentStateLabels[state], code: row.code, bookedAt: row.bookedAt.toISOString(), ticketCode: row.ticketCode,
    abilities: { cancel: state === 'booked', checkIn: state === 'booked' && row.day === today && time >= minutesOf(row.fromTime) - checkInBefore },
  };
}
