import { sql, type Transaction } from 'kysely';
import type { StaffActor } from '../../../kernel/access/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, readRows, writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import type { HallRules } from '../configuration.contract.ts';
import { fail } from '../errors.ts';
import { ticketCalled, ticketFinished, ticketMissed, type TicketEvent } from '../events.ts';
import type { TicketAction, TicketState } from '../states.ts';
import type { HallsTables } from '../tables.ts';

export interface WindowNow {
  id: string; hallId: string; number: string; name: string; state: 'open' | 'paused' | 'closed'; clerkId: string | null; clerkName: string | null; priorityStreak: number; rules: HallRules;
  organizationPath: string; regionCode: string;
}

const select = `
SELECT w.id, w.hall_id, w.number, w.name, w.state, w.clerk_id, w.clerk_name, w.priority_streak, h.rules, h.organization_path, h.region_code
FROM halls.window w JOIN halls.hall h ON h.id = w.hall_id WHERE w.id = $1 AND w.active AND h.active`;

/** The window as it is. @throws halls.window-not-found */
export async function getWindow(ctx: Pick<Context, 'kernel'>, windowId: string): Promise<WindowNow> {
  const [window] = await readRows<WindowNow>(ctx.kernel.db, select, [windowId]);
  if (!window) throw fail('halls.window-not-found');
  return window;
}

/** The window, held until the transaction ends, so that what is done at it happens one after another. @throws halls.window-not-found */
export async function lockWindow(trx: Transaction<HallsTables>, windowId: string): Promise<WindowNow> {
  const { rows: [window] } = await sql<WindowNow>`
    SELECT w.id, w.hall_id, w.number, w.name, w.state, w.clerk_id, w.clerk_name, w.priority_streak, h.rules, h.organization_path, h.region_code
    FROM halls.window w JOIN halls.hall h ON h.id = w.hall_id WHERE w.id = ${windowId} AND w.active AND h.active FOR UPDATE OF w`.execute(trx);
  if (!window) throw fail('halls.window-not-found');
  return window;
}

/** Refuses whoever does not sit at the window. @throws halls.not-at-window */
export function requireAtWindow(window: WindowNow, staff: StaffActor): void {
  if (window.clerkId !== staff.id) throw fail('halls.not-at-window', { window: window.number });
}

const eventOf: Partial<Record<TicketAction, string>> = { 'call': ticketCalled, 'recall': ticketCalled, 'resume': ticketCalled, 'finish': ticketFinished, 'no-show': ticketMissed };

interface Told { id: string; hallId: string; queueId: string; number: string }

/** Keeps what was done to a ticket, and tells others of it where they may care. */
export function recordStep(ctx: Context, batch: WriteBatch, ticket: Told, step: { action: TicketAction; state: TicketState; calls: number; window?: Pick<WindowNow, 'id' | 'number'> | undefined; detail?: Record<string, unknown> }): void {
  writesFor<HallsTables>(batch).insert('halls.ticketStep', {
    id: createId(), ticketId: ticket.id, action: step.action, state: step.state, windowId: step.window?.id ?? null, actorId: ctx.actor.id, actorName: ctx.actor.name, detail: step.detail ?? {}, at: ctx.kernel.clock.now(),
  });
  const type = eventOf[step.action];
  if (type === undefined) return;
  const data: TicketEvent = { ticketId: ticket.id, hallId: ticket.hallId, queueId: ticket.queueId, number: ticket.number, windowId: step.window?.id ?? null, windowNumber: step.window?.number ?? null, calls: step.calls };
  publishEvent(ctx, batch, { type, aggregateType: 'hall-ticket', aggregateId: ticket.id, data });
}
