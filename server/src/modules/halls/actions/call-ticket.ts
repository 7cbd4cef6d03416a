import { sql, type Transaction } from 'kysely';
import { requireStaff } from '../../../kernel/access/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { runText, transact, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { fail } from '../errors.ts';
import { forgetHall } from '../live/hall-feed.ts';
import type { TicketState } from '../states.ts';
import type { HallsTables } from '../tables.ts';
import { lockWindow, recordStep, requireAtWindow, type WindowNow } from './at-window.ts';

interface Waiting { id: string; hallId: string; queueId: string; number: string; state: TicketState; version: number; priorityGroup: string | null }

/**
 * Calls the next ticket to the window, or a named one. Whoever is to be called is locked with SKIP LOCKED: clerks who press at
 * the same time get different tickets and none waits for another (HAL-02). Gives its number; null when nobody waits.
 * @throws halls.not-at-window, halls.window-paused, halls.window-busy, halls.ticket-not-found, halls.ticket-called, halls.ticket-taken
 */
export async function callTicket(ctx: Context, windowId: string, ticketId: string | undefined): Promise<string | null> {
  const staff = requireStaff(ctx);
  const batch = new WriteBatch();
  const { number, hallId } = await transact<HallsTables, { number: string | null; hallId: string }>(ctx.kernel.db, async (trx) => {
    const window = await lockWindow(trx, windowId);
    requireAtWindow(window, staff);
    if (window.state !== 'open') throw fail('halls.window-paused');
    const busy = await trx.selectFrom('halls.ticket').select('number').where('windowId', '=', windowId).where('state', 'in', ['called', 'serving']).executeTakeFirst();
    if (busy) throw fail('halls.window-busy', { number: busy.number });
    const day = chinaDate(ctx.kernel.clock.now());
    const ticket = ticketId === undefined ? await lockNext(trx, window, day) : await lockNamed(trx, window, ticketId, day);
    if (!ticket) return { number: null, hallId: window.hallId };
    addCall(ctx, batch, window, staff.id, ticket);
    await batch.executeIn((text, values) => runText(trx, text, values));
    return { number: ticket.number, hallId: window.hallId };
  });
  if (batch.publishes) ctx.kernel.onCommitted();
  forgetHall(ctx.kernel, hallId);
  return number;
}

/**
 * Those sent to this very window come first, then its queues by their rank, in each the priority groups, unless as many of them
 * as the rule allows have been called in a row; then whoever came first.
 */
async function lockNext(trx: Transaction<HallsTables>, { id, priorityStreak, rules }: WindowNow, day: string): Promise<Waiting | undefined> {
  const ordinaryDue = priorityStreak >= rules.ordinaryEvery - 1;
  const { rows: [ticket] } = await sql<Waiting>`
    SELECT t.id, t.hall_id, t.queue_id, t.number, t.state, t.version, t.priority_group FROM halls.ticket t
    LEFT JOIN halls.window_queue wq ON wq.window_id = ${id} AND wq.queue_id = t.queue_id
    WHERE t.state = 'waiting' AND t.day = ${day}::date AND (t.target_window_id = ${id} OR (t.target_window_id IS NULL AND wq.window_id IS NOT NULL))
      AND t.queue_id IN (SELECT q.id FROM halls.queue q JOIN halls.window w ON w.hall_id = q.hall_id WHERE w.id = ${id})
    ORDER BY (t.target_window_id IS NULL), wq.rank, ((t.priority_group IS NULL) <> ${ordinaryDue}::boolean), t.order_at, t.sequence
    LIMIT 1 FOR UPDATE OF t SKIP LOCKED`.execute(trx);
  return ticket;
}

/** @throws halls.ticket-not-found, halls.ticket-called, halls.ticket-taken */
async function lockNamed(trx: Transaction<HallsTables>, { hallId }: WindowNow, ticketId: string, day: string): Promise<Waiting> {
  const ticket = await trx.selectFrom('halls.ticket').select(['id', 'hallId', 'queueId', 'number', 'state', 'version', 'priorityGroup', 'windowId'])
    .where('id', '=', ticketId).where('hallId', '=', hallId).where('day', '=', day).forUpdate().executeTakeFirst();
  if (!ticket) throw fail('halls.ticket-not-found');
  if (ticket.state === 'waiting') return ticket;
  const elsewhere = ticket.windowId === null || (ticket.state !== 'called' && ticket.state !== 'serving') ? undefined : await trx.selectFrom('halls.window').select('number').where('id', '=', ticket.windowId).executeTakeFirst();
  throw elsewhere ? fail('halls.ticket-called', { number: ticket.number, window: elsewhere.number }) : fail('halls.ticket-taken', { number: ticket.number });
}

function addCall(ctx: Context, batch: WriteBatch, window: WindowNow, clerkId: string, ticket: Waiting): void {
  const writes = writesFor<HallsTables>(batch);
  writes.update('halls.ticket', {
    state: 'called', version: ticket.version + 1, windowId: window.id, targetWindowId: null, clerkId, calls: 1, calledAt: ctx.kernel.clock.now(), servingAt: null,
  }, { id: ticket.id, version: ticket.version }, { expected: 1, otherwise: () => fail('halls.ticket-taken', { number: ticket.number }) });
  writes.update('halls.window', { priorityStreak: ticket.priorityGroup === null ? 0 : window.priorityStreak + 1 }, { id: window.id });
  recordStep(ctx, batch, ticket, { action: 'call', state: 'called', calls: 1, window });
}
