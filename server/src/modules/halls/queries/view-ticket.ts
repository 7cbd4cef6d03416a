import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { readRows } from '../../../kernel/db/index.ts';
import { ticketStateLabels, type TicketView } from '../contract.ts';
import { fail } from '../errors.ts';
import { priorityNames } from '../halls.ts';
import { forecastMinutes, windowsFor } from '../live/forecast.ts';
import { hallFeed } from '../live/hall-feed.ts';
import { actionsFrom, type TicketState } from '../states.ts';
import type { HallRules } from '../configuration.contract.ts';

export interface FollowedTicket {
  id: string; code: string; hallId: string; hallName: string; rules: HallRules; day: string; number: string; queueId: string; queueName: string; zoneName: string; itemName: string | null;
  state: TicketState; version: number; priorityGroup: string | null; takenAt: Date; orderAt: Date; sequence: number; calls: number; missedAt: Date | null; windowId: string | null; windowNumber: string | null; windowName: string | null;
}

const select = `
SELECT t.id, t.code, t.hall_id, h.name AS hall_name, h.rules, t.day, t.number, t.queue_id, q.name AS queue_name, z.name AS zone_name, t.item_name, t.state, t.version, t.priority_group,
  t.taken_at, t.order_at, t.sequence, t.calls, t.missed_at, t.window_id, w.number AS window_number, w.name AS window_name
FROM halls.ticket t JOIN halls.hall h ON h.id = t.hall_id JOIN halls.queue q ON q.id = t.queue_id JOIN halls.zone z ON z.id = q.zone_id
LEFT JOIN halls.window w ON w.id = coalesce(t.window_id, t.target_window_id)`;

/** The ticket of a code. @throws halls.ticket-not-found */
export async function getTicketByCode(ctx: Pick<Context, 'kernel'>, code: string): Promise<FollowedTicket> {
  const [ticket] = await readRows<FollowedTicket>(ctx.kernel.db, `${select} WHERE t.code = $1`, [code]);
  if (!ticket) throw fail('halls.ticket-not-found');
  return ticket;
}

/** Today's ticket of a number in a hall. @throws halls.ticket-not-found */
export async function getTicketByNumber(ctx: Pick<Context, 'kernel'>, hallId: string, number: string): Promise<FollowedTicket> {
  const [ticket] = await readRows<FollowedTicket>(ctx.kernel.db, `${select} WHERE t.hall_id = $1 AND t.day = $2::date AND t.number = $3`, [hallId, chinaDate(ctx.kernel.clock.now()), number]);
  if (!ticket) throw fail('halls.ticket-not-found');
  return ticket;
}

// Those of a priority group are counted before everybody else: somebody in between gets a turn, so it is at most so many.
const before = `
SELECT count(*)::int AS ahead FROM halls.ticket t WHERE t.queue_id = $1 AND t.day = $2::date AND t.state = 'waiting'
  AND ((t.priority_group IS NULL), t.order_at, t.sequence) < ($3::boolean, $4::timestamptz, $5::int)`;

/** What the holder of a ticket sees of it: who is before, how long it may take, where to go. */
export async function viewTicket(ctx: Pick<Context, 'kernel'>, ticket: FollowedTicket): Promise<TicketView> {
  const today = ticket.day === chinaDate(ctx.kernel.clock.now());
  const waits = ticket.state === 'waiting' && today;
  const [names, [place], live] = await Promise.all([
    priorityNames(ctx),
    waits ? readRows<{ ahead: number }>(ctx.kernel.db, before, [ticket.queueId, ticket.day, ticket.priorityGroup === null, ticket.orderAt, ticket.sequence]) : [],
    waits ? hallFeed(ctx, ticket.hallId) : undefined,
  ]);
  const ahead = place?.ahead ?? null;
  return {
    code: ticket.code, hallId: ticket.hallId, hallName: ticket.hallName, number: ticket.number, queueId: ticket.queueId, queueName: ticket.queueName, zoneName: ticket.zoneName, itemName: ticket.itemName,
    day: ticket.day, state: ticket.state, stateLabel: ticketStateLabels[ticket.state], takenAt: ticket.takenAt.toISOString(), priorityName: ticket.priorityGroup === null ? null : names.get(ticket.priorityGroup) ?? null,
    windowNumber: ticket.windowNumber, windowName: ticket.windowName, calls: ticket.calls, ahead, forecastMinutes: ahead === null || !live ? null : forecastOf(live.live, ticket.queueId, ahead),
    returnUntil: ticket.state === 'no-show' && ticket.missedAt ? new Date(ticket.missedAt.getTime() + ticket.rules.returnMinutes * 60_000).toISOString() : null,
    abilities: { cancel: today && actionsFrom(ticket.state).includes('cancel') }, url: `${ctx.kernel.config.publicUrl}/hall-tickets/${ticket.code}`,
  };
}

function forecastOf({ queues, windows }: Awaited<ReturnType<typeof hallFeed>>['live'], queueId: string, ahead: number): number | null {
  const loads = queues.map(({ queueId: id, waiting, serviceMinutes }) => ({ queueId: id, waiting, serviceSeconds: serviceMinutes * 60 }));
  const idOf = new Map(queues.map(({ queueId: id, name }) => [name, id]));
  const open = windows.filter(({ state }) => state === 'open').map((window) => window.queues.flatMap((name) => idOf.get(name) ?? []));
  const load = loads.find((one) => one.queueId === queueId);
  return load ? forecastMinutes(load, ahead, windowsFor(queueId, loads, open)) : null;
}
