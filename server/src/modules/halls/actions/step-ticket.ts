import { requireStaff } from '../../../kernel/access/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { Updateable } from 'kysely';
import { ticketStateLabels } from '../contract.ts';
import { fail } from '../errors.ts';
import { forgetHall } from '../live/hall-feed.ts';
import { applyTicketStep, type TicketAction } from '../states.ts';
import type { HallsTables } from '../tables.ts';
import type { TicketStep } from '../windows.contract.ts';
import { getWindow, recordStep, requireAtWindow, type WindowNow } from './at-window.ts';

type Changes = Updateable<HallsTables['halls.ticket']>;

/**
 * Takes the ticket in a clerk's hands one step on, guarded by its version (HAL-02).
 * @throws halls.not-at-window, halls.ticket-not-found, halls.stale, halls.wrong-state, halls.call-again-first, halls.window-busy, halls.same-place
 */
export async function stepTicket(ctx: Context, windowId: string, step: TicketStep): Promise<void> {
  const staff = requireStaff(ctx);
  const now = ctx.kernel.clock.now();
  const [window, ticket] = await Promise.all([getWindow(ctx, windowId), getHandled(ctx, windowId, step.ticketId, chinaDate(now))]);
  requireAtWindow(window, staff);
  if (ticket.version !== step.version) throw fail('halls.stale');
  if (step.action === 'resume' && window.state !== 'open') throw fail('halls.window-paused');
  const outcome = applyTicketStep(ticket, step.action, window.rules, now);
  if (!outcome.ok) throw fail(outcome.refusal, { number: ticket.number, state: ticketStateLabels[ticket.state], calls: window.rules.callsBeforeNoShow, called: ticket.calls });
  const batch = new WriteBatch();
  const changes = { ...changesOf(step.action, now), ...(step.action === 'transfer' ? await transferTo(ctx, window, ticket.queueId, step.to) : {}) };
  batch.onViolation('ticket_at_window', () => fail('halls.window-busy', { number: '另一个' }));
  // Somebody who takes two tickets may not be sent into the queue where the other waits.
  batch.onViolation('ticket_taker', () => fail('halls.same-place'));
  writesFor<HallsTables>(batch).update('halls.ticket', { ...changes, state: outcome.next, calls: outcome.calls, version: ticket.version + 1 },
    { id: ticket.id, version: ticket.version, windowId }, { expected: 1, otherwise: () => fail('halls.stale') });
  recordStep(ctx, batch, ticket, { action: step.action, state: outcome.next, calls: outcome.calls, window, ...(step.action === 'transfer' ? { detail: 'queueId' in step.to ? { queueId: step.to.queueId } : { windowId: step.to.windowId } } : {}) });
  await commit(ctx, batch);
  forgetHall(ctx.kernel, window.hallId);
}

/** Today's ticket that was called to this window. @throws halls.ticket-not-found */
async function getHandled(ctx: Context, windowId: string, ticketId: string, day: string) {
  const ticket = await tablesOf<HallsTables>(ctx.kernel.db).selectFrom('halls.ticket').select(['id', 'hallId', 'queueId', 'number', 'state', 'version', 'calls', 'missedAt'])
    .where('id', '=', ticketId).where('windowId', '=', windowId).where('day', '=', day).executeTakeFirst();
  if (!ticket) throw fail('halls.ticket-not-found');
  return ticket;
}

function changesOf(action: TicketAction, now: Date): Changes {
  switch (action) {
    case 'recall': case 'resume': return { calledAt: now, ...(action === 'resume' ? { servingAt: null } : {}) };
    case 'start': return { servingAt: now };
    case 'no-show': return { missedAt: now };
    case 'finish': return { finishedAt: now };
    default: return {};
  }
}

/** Another queue or window of the hall; the place in line stays that of when the ticket was taken. @throws halls.same-place, halls.queue-not-found, halls.window-not-found */
async function transferTo(ctx: Context, window: WindowNow, queueId: string, to: Extract<TicketStep, { action: 'transfer' }>['to']): Promise<Changes> {
  const db = tablesOf<HallsTables>(ctx.kernel.db);
  if ('queueId' in to) {
    if (to.queueId === queueId) throw fail('halls.same-place');
    const queue = await db.selectFrom('halls.queue').select('id').where('id', '=', to.queueId).where('hallId', '=', window.hallId).where('active', '=', true).executeTakeFirst();
    if (!queue) throw fail('halls.queue-not-found');
    return { queueId: to.queueId, targetWindowId: null, windowId: null, clerkId: null };
  }
  if (to.windowId === window.id) throw fail('halls.same-place');
  const target = await db.selectFrom('halls.window').select('id').where('id', '=', to.windowId).where('hallId', '=', window.hallId).where('active', '=', true).executeTakeFirst();
  if (!target) throw fail('halls.window-not-found');
  return { targetWindowId: to.windowId, windowId: null, clerkId: null };
}
