import type { ResponseOf } from '@tongban/contract-kit';
import { requireStaff } from '../../../kernel/access/index.ts';
import { recordAuditNow } from '../../../kernel/audit/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { readRows, tablesOf } from '../../../kernel/db/index.ts';
import { personalDataCipher } from '../../../kernel/personal-data/index.ts';
import { unsafeReadPerson } from '../../../kernel/identity/index.ts';
import { columns } from '../columns.ts';
import { ticketStateLabels } from '../contract.ts';
import { fail } from '../errors.ts';
import { priorityNames } from '../halls.ts';
import { actionsFrom, type TicketState } from '../states.ts';
import type { HallsTables } from '../tables.ts';
import type { Desk, DeskTicket, readHolder as holderOperation } from '../windows.contract.ts';
import { getWindow, requireAtWindow } from '../actions/at-window.ts';
import { listSeatsNow } from './seats-now.ts';

/** What a kiosk reads. */
const residentIdentity = '111';

/** Waiting tickets shown. */
const shown = 50;

interface Row {
  id: string; version: number; number: string; state: TicketState; queueId: string; queueName: string; itemId: string | null; itemName: string | null; priorityGroup: string | null;
  takerMasked: string | null; hasHolder: boolean; channel: string; takenAt: Date; calledAt: Date | null; servingAt: Date | null; calls: number; registrations: DeskTicket['registrations'] | null; total: number;
}

const fields = `
SELECT t.id, t.version, t.number, t.state, t.queue_id, q.name AS queue_name, t.item_id, t.item_name, t.priority_group, t.taker_masked, (t.taker_id IS NOT NULL OR t.taker_number IS NOT NULL) AS has_holder,
  t.channel, t.taken_at, t.called_at, t.serving_at, t.calls,
  (SELECT json_agg(json_build_object('draftId', c.draft_id, 'itemName', c.item_name, 'caseId', c.case_id, 'caseNumber', c.case_number) ORDER BY c.at) FROM halls.ticket_case c WHERE c.ticket_id = t.id) AS registrations`;
const inHand = `${fields}, 0 AS total FROM halls.ticket t JOIN halls.queue q ON q.id = t.queue_id WHERE t.window_id = $1 AND t.day = $2::date AND t.state IN ('called', 'serving', 'held') ORDER BY t.called_at`;
const waitingHere = `${fields}, count(*) OVER ()::int AS total FROM halls.ticket t JOIN halls.queue q ON q.id = t.queue_id
LEFT JOIN halls.window_queue wq ON wq.window_id = $1 AND wq.queue_id = t.queue_id
WHERE t.hall_id = $3 AND t.day = $2::date AND t.state = 'waiting' AND (t.target_window_id = $1 OR (t.target_window_id IS NULL AND wq.window_id IS NOT NULL))
ORDER BY (t.target_window_id IS NULL), wq.rank, (t.priority_group IS NULL), t.order_at, t.sequence LIMIT ${shown}`;
const places = `
SELECT 'queue' AS kind, q.id, q.name, EXISTS (SELECT FROM halls.window_queue wq WHERE wq.window_id = $1 AND wq.queue_id = q.id) AS own FROM halls.queue q WHERE q.hall_id = $2 AND q.active
UNION ALL SELECT 'window', w.id, w.number || ' 号 ' || w.name, w.id = $1 FROM halls.window w WHERE w.hall_id = $2 AND w.active AND w.state = 'open' ORDER BY 1, 3`;

/** Everything the calling bar of an officer shows. */
export async function readDesk(ctx: Context): Promise<Desk> {
  const staff = requireStaff(ctx);
  const [seats, own] = await Promise.all([
    listSeatsNow(ctx),
    tablesOf<HallsTables>(ctx.kernel.db).selectFrom('halls.window as w').innerJoin('halls.hall as h', 'h.id', 'w.hallId').select(['w.id', 'w.hallId', 'h.name as hallName', 'h.rules', 'w.number', 'w.name', 'w.state', 'w.pauseReason'])
      .where('w.clerkId', '=', staff.id).executeTakeFirst(),
  ]);
  const offered = seats.map(({ windowId, number, name, hallName, clerkId, clerkName }) => ({ windowId, number, name, hallName, takenBy: clerkId === null || clerkId === staff.id ? null : clerkName }));
  if (!own) return { seats: offered, window: null, current: null, held: [], waiting: [], waitingCount: 0 };
  const day = chinaDate(ctx.kernel.clock.now());
  const [hand, waiting, around, served, names] = await Promise.all([
    readRows<Row>(ctx.kernel.db, inHand, [own.id, day]), readRows<Row>(ctx.kernel.db, waitingHere, [own.id, day, own.hallId]),
    readRows<{ kind: 'queue' | 'window'; id: string; name: string; own: boolean }>(ctx.kernel.db, places, [own.id, own.hallId]),
    readRows<{ count: number }>(ctx.kernel.db, `SELECT count(*)::int AS count FROM halls.ticket WHERE window_id = $1 AND day = $2::date AND state = 'done' AND clerk_id = $3`, [own.id, day, staff.id]),
    priorityNames(ctx),
  ]);
  const tickets = hand.map((row) => present(row, names));
  const of = (kind: 'queue' | 'window', mine: boolean) => around.filter((place) => place.kind === kind && place.own === mine).map(({ id, name }) => ({ id, name }));
  return {
    seats: offered,
    window: {
      windowId: own.id, hallId: own.hallId, hallName: own.hallName, number: own.number, name: own.name, state: own.state, pauseReason: own.pauseReason, callsBeforeNoShow: own.rules.callsBeforeNoShow,
      servedToday: served[0]?.count ?? 0, queues: of('queue', true), otherQueues: of('queue', false), otherWindows: of('window', false),
    },
    current: tickets.find(({ state }) => state !== 'held') ?? null, held: tickets.filter(({ state }) => state === 'held'),
    waiting: waiting.map((row) => present(row, names)), waitingCount: waiting[0]?.total ?? 0,
  };
}

function present({ id, takerMasked, priorityGroup, channel, hasHolder, takenAt, calledAt, servingAt, registrations, total: _total, ...row }: Row, names: ReadonlyMap<string, string>): DeskTicket {
  const may = new Set(actionsFrom(row.state));
  return {
    ticketId: id, ...row, stateLabel: ticketStateLabels[row.state], priorityName: priorityGroup === null ? null : names.get(priorityGroup) ?? null, holder: takerMasked, byAppointment: channel === 'appointment', registrations: registrations ?? [],
    takenAt: takenAt.toISOString(), calledAt: calledAt?.toISOString() ?? null, servingAt: servingAt?.toISOString() ?? null,
    abilities: {
      recall: may.has('recall'), start: may.has('start'), hold: may.has('hold'), resume: may.has('resume'), noShow: may.has('no-show'), transfer: may.has('transfer') && row.state !== 'waiting', finish: may.has('finish'),
      readHolder: hasHolder && row.state !== 'waiting',
    },
  };
}

/** Name and number of whoever holds the ticket in the clerk's hands, to open the case; recorded with its purpose. @throws halls.not-at-window, halls.ticket-not-found */
export async function readHolder(ctx: Context, windowId: string, ticketId: string): Promise<ResponseOf<typeof holderOperation>> {
  const window = await getWindow(ctx, windowId);
  requireAtWindow(window, requireStaff(ctx));
  const ticket = await tablesOf<HallsTables>(ctx.kernel.db).selectFrom('halls.ticket').select(['id', 'number', 'takerId', 'takerName', 'takerNumber'])
    .where('id', '=', ticketId).where('windowId', '=', windowId).where('state', 'in', ['called', 'serving', 'held']).where('day', '=', chinaDate(ctx.kernel.clock.now())).executeTakeFirst();
  if (!ticket) throw fail('halls.ticket-not-found');
  const purpose = `大厅窗口为 ${ticket.number} 号登记办件`;
  if (ticket.takerId !== null) {
    const person = await unsafeReadPerson(ctx, ticket.takerId, purpose);
    return { name: person.name, documentType: person.documentType, documentNumber: person.documentNumber, mobile: person.mobile };
  }
  if (ticket.takerName === null || ticket.takerNumber === null) throw fail('halls.ticket-not-found');
  await recordAuditNow(ctx, { action: 'halls.read-holder', objectType: 'hall-ticket', objectId: ticket.id, purpose });
  const cipher = personalDataCipher(ctx.kernel);
  return { name: cipher.decrypt(columns.takerName, ticket.id, ticket.takerName), documentType: residentIdentity, documentNumber: cipher.decrypt(columns.takerNumber, ticket.id, ticket.takerNumber), mobile: null };
}
