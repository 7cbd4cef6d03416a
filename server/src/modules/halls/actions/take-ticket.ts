import { checkIdentityDocument, checkPersonName, maskIdNumber, maskName } from '@tongban/identifiers';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, violatedConstraint } from '../../../kernel/db/index.ts';
import { personalDataCipher } from '../../../kernel/personal-data/index.ts';
import { getPublishedItem } from '../../catalog/index.ts';
import { columns } from '../columns.ts';
import type { TicketInput, TicketView } from '../contract.ts';
import { ticketKinds } from '../devices/device-kinds.ts';
import { fail } from '../errors.ts';
import { createSecret, digestOf, getHallRow, getOwnHall, listGroups, mayOver, type HallRow } from '../halls.ts';
import { forgetHall } from '../live/hall-feed.ts';
import { requireOpen } from '../opening.ts';
import { getTicketByCode, viewTicket } from '../queries/view-ticket.ts';
import { sitsIn } from '../queries/seats-now.ts';
import type { HallsTables } from '../tables.ts';

/** Takes a ticket at a kiosk of the hall, which proves itself by its key. @throws halls.wrong-kiosk, and as `takeNumber` */
export async function takeAtKiosk(ctx: Context, hallId: string, { deviceKey, ...input }: TicketInput & { deviceKey: string }): Promise<TicketView> {
  return takeOpen(ctx, await getKioskHall(ctx, hallId, deviceKey), 'kiosk', input);
}

/** The hall of a device that may give out tickets in it. @throws halls.hall-not-found, halls.wrong-kiosk */
export async function getKioskHall(ctx: Context, hallId: string, deviceKey: string): Promise<HallRow> {
  const hall = await getHallRow(ctx, hallId);
  const kiosk = await tablesOf<HallsTables>(ctx.kernel.db).selectFrom('halls.device').select('id').where('keyDigest', '=', digestOf(deviceKey)).where('hallId', '=', hall.id).where('kind', 'in', ticketKinds).executeTakeFirst();
  if (!kiosk) throw fail('halls.wrong-kiosk');
  return hall;
}

/** Takes a ticket for somebody at the guide's desk: by who leads the hall, or who sits at one of its windows. @throws as `takeNumber` */
export async function takeAtDesk(ctx: Context, hallId: string, input: TicketInput): Promise<TicketView> {
  return takeOpen(ctx, await getServedHall(ctx, hallId), 'desk', input);
}

/** A hall that the officer leads or sits in. @throws halls.hall-not-found */
export async function getServedHall(ctx: Context, hallId: string): Promise<HallRow> {
  const hall = await getHallRow(ctx, hallId);
  return mayOver(ctx, 'halls.ticket.take', hall) || await sitsIn(ctx, hallId) ? hall : getOwnHall(ctx, hallId, 'halls.ticket.take');
}

async function takeOpen(ctx: Context, hall: HallRow, channel: 'kiosk' | 'desk', { queueId, itemId, priorityGroup, holder }: TicketInput): Promise<TicketView> {
  const day = await requireOpen(ctx.kernel, hall);
  if (priorityGroup !== undefined && !(await listGroups(ctx)).some(({ code, active }) => active && code === priorityGroup)) throw fail('halls.unknown-priority');
  const itemName = itemId === undefined ? null : (await getPublishedItem(ctx, itemId)).elements.name;
  const id = createId();
  return takeNumber(ctx, hall, { id, day, queueId, channel, priorityGroup: priorityGroup ?? null, itemId: itemId ?? null, itemName, orderAt: ctx.kernel.clock.now(), ...(holder ? holderOf(ctx, id, holder) : {}) });
}

function holderOf(ctx: Context, id: string, holder: { name: string; documentNumber: string }) {
  const checked = checkIdentityDocument('111', holder.documentNumber, chinaDate(ctx.kernel.clock.now()));
  const name = checkPersonName(holder.name);
  if (!checked.ok || !name.ok) throw fail('halls.bad-identity');
  const cipher = personalDataCipher(ctx.kernel);
  return {
    takerMasked: `${maskName(name.normalized)} ${maskIdNumber(checked.normalized)}`, takerName: cipher.encrypt(columns.takerName, id, name.normalized),
    takerNumber: cipher.encrypt(columns.takerNumber, id, checked.normalized), takerIndex: cipher.index(columns.takerIndex, checked.normalized),
  };
}

/** What a new ticket says. */
export interface NewTicket {
  id: string; day: string; queueId: string; channel: 'kiosk' | 'desk' | 'appointment'; priorityGroup: string | null; itemId: string | null; itemName: string | null; orderAt: Date;
  appointmentId?: string; takerId?: string; takerMasked?: string; takerName?: string; takerNumber?: string; takerIndex?: string;
}

/**
 * Gives out the next number of the queue's letters: one statement, so that any number of people at opening time get numbers
 * without gaps (HAL-02). @throws halls.queue-not-found, halls.already-queuing
 */
export async function takeNumber(ctx: Context, hall: HallRow, { orderAt, ...ticket }: NewTicket): Promise<TicketView> {
  const queue = await tablesOf<HallsTables>(ctx.kernel.db).selectFrom('halls.queue as q').innerJoin('halls.zone as z', 'z.id', 'q.zoneId').select(['q.prefix', 'z.prefix as zonePrefix'])
    .where('q.id', '=', ticket.queueId).where('q.hallId', '=', hall.id).where('q.active', '=', true).executeTakeFirst();
  if (!queue) throw fail('halls.queue-not-found');
  const code = createSecret();
  const row = { ...ticket, code, hallId: hall.id, takenAt: ctx.kernel.clock.now().toISOString(), orderAt: orderAt.toISOString() };
  try {
    await ctx.kernel.db.pool.query('SELECT halls.take_ticket($1::json, $2)', [JSON.stringify(toColumns(row)), queue.prefix || queue.zonePrefix]);
  } catch (error) {
    if (violatedConstraint(error) === 'ticket_taker') throw await alreadyQueuing(ctx, ticket);
    throw error;
  }
  forgetHall(ctx.kernel, hall.id);
  return viewTicket(ctx, await getTicketByCode(ctx, code));
}

const toColumns = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]));

async function alreadyQueuing(ctx: Context, { queueId, day, takerIndex }: Pick<NewTicket, 'queueId' | 'day' | 'takerIndex'>): Promise<Error> {
  const known = await tablesOf<HallsTables>(ctx.kernel.db).selectFrom('halls.ticket').select('number').where('queueId', '=', queueId).where('day', '=', day)
    .where('takerIndex', '=', takerIndex ?? '').where('state', 'in', ['waiting', 'called', 'serving', 'held']).executeTakeFirst();
  return fail('halls.already-queuing', { number: known?.number ?? '' });
}
