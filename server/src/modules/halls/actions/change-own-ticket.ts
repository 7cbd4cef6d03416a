import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { ticketStateLabels, type TicketView } from '../contract.ts';
import { fail } from '../errors.ts';
import { forgetHall } from '../live/hall-feed.ts';
import { getTicketByCode, getTicketByNumber, viewTicket, type FollowedTicket } from '../queries/view-ticket.ts';
import { applyTicketStep, type TicketAction } from '../states.ts';
import type { HallsTables } from '../tables.ts';
import { recordStep } from './at-window.ts';
import { getServedHall } from './take-ticket.ts';

/** Cancels a ticket by whoever holds it. @throws halls.ticket-not-found, halls.wrong-state, halls.stale */
export async function cancelTicket(ctx: Context, code: string): Promise<TicketView> {
  const ticket = await getTicketByCode(ctx, code);
  if (ticket.day !== chinaDate(ctx.kernel.clock.now())) throw fail('halls.ticket-not-found');
  return change(ctx, ticket, 'cancel', { finishedAt: ctx.kernel.clock.now() });
}

/**
 * Lets somebody who missed the call back into the queue, at the end or behind so many others, as the hall has it.
 * @throws halls.hall-not-found, halls.ticket-not-found, halls.wrong-state, halls.too-late-to-return, halls.stale
 */
export async function returnTicket(ctx: Context, hallId: string, number: string): Promise<TicketView> {
  const hall = await getServedHall(ctx, hallId);
  const ticket = await getTicketByNumber(ctx, hall.id, number.trim().toUpperCase());
  return change(ctx, ticket, 'return', { orderAt: await placeOf(ctx, ticket), windowId: null, targetWindowId: null, clerkId: null });
}

async function placeOf(ctx: Context, { queueId, day, rules, priorityGroup }: FollowedTicket): Promise<Date> {
  const now = ctx.kernel.clock.now();
  if (rules.returnPlace === 'end') return now;
  const before = await tablesOf<HallsTables>(ctx.kernel.db).selectFrom('halls.ticket').select('orderAt').where('queueId', '=', queueId).where('day', '=', day).where('state', '=', 'waiting')
    .where('priorityGroup', priorityGroup === null ? 'is' : 'is not', null).orderBy('orderAt').orderBy('sequence').limit(rules.returnBehind + 1).execute();
  const last = before[rules.returnBehind - 1];
  const next = before[rules.returnBehind];
  if (rules.returnBehind === 0) return next ? new Date(next.orderAt.getTime() - 1) : now;
  return last && next ? new Date(last.orderAt.getTime() + 1) : now;
}

type Changes = Parameters<ReturnType<typeof writesFor<HallsTables>>['update']>[1];

async function change(ctx: Context, ticket: FollowedTicket, action: TicketAction, changes: Changes): Promise<TicketView> {
  const outcome = applyTicketStep(ticket, action, ticket.rules, ctx.kernel.clock.now());
  if (!outcome.ok) throw fail(outcome.refusal, { number: ticket.number, state: ticketStateLabels[ticket.state], minutes: ticket.rules.returnMinutes });
  const batch = new WriteBatch();
  batch.onViolation('ticket_taker', () => fail('halls.same-place'));
  writesFor<HallsTables>(batch).update('halls.ticket', { ...changes, state: outcome.next, calls: outcome.calls, version: ticket.version + 1 },
    { id: ticket.id, version: ticket.version }, { expected: 1, otherwise: () => fail('halls.stale') });
  recordStep(ctx, batch, ticket, { action, state: outcome.next, calls: outcome.calls });
  await commit(ctx, batch);
  forgetHall(ctx.kernel, ticket.hallId);
  return viewTicket(ctx, await getTicketByCode(ctx, ticket.code));
}
