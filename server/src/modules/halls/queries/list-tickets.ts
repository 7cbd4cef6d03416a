import type { Page, QueryOf } from '@tongban/contract-kit';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { ticketStateLabels, type HallTicket, type listHallTickets } from '../contract.ts';
import { getOwnHall, priorityNames } from '../halls.ts';
import type { HallsTables } from '../tables.ts';

const minutesBetween = (from: Date | null, to: Date | null): number | null => (from === null || to === null ? null : Math.max(0, Math.round((to.getTime() - from.getTime()) / 60_000)));

/** Tickets of one day, the newest first. @throws halls.hall-not-found */
export async function listTickets(ctx: Context, hallId: string, { day, state, queueId, q, limit = 20, cursor }: QueryOf<typeof listHallTickets>): Promise<Page<HallTicket>> {
  await getOwnHall(ctx, hallId, 'halls.hall.watch');
  const names = await priorityNames(ctx);
  let query = tablesOf<HallsTables>(ctx.kernel.db).selectFrom('halls.ticket as t').innerJoin('halls.queue as q', 'q.id', 't.queueId').leftJoin('halls.window as w', 'w.id', 't.windowId')
    .select(['t.id', 't.number', 'q.name as queueName', 't.state', 't.priorityGroup', 't.itemName', 't.takerMasked', 't.channel', 't.takenAt', 't.calledAt', 't.servingAt', 't.finishedAt', 'w.number as windowNumber'])
    .where('t.hallId', '=', hallId).where('t.day', '=', day ?? chinaDate(ctx.kernel.clock.now()));
  if (state) query = query.where('t.state', '=', state);
  if (queueId) query = query.where('t.queueId', '=', queueId);
  if (q) query = query.where('t.number', 'like', `${q.trim().toUpperCase().replace(/[\\%_]/g, '\\$&')}%`);
  if (cursor) query = query.where('t.id', '<', cursorId(decodeCursor(cursor, 1)[0]));
  const rows = await query.orderBy('t.id', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, ({ id }) => [id], ({ id, priorityGroup, takerMasked, takenAt, calledAt, servingAt, finishedAt, ...row }) => ({
    ticketId: id, ...row, stateLabel: ticketStateLabels[row.state], priorityName: priorityGroup === null ? null : names.get(priorityGroup) ?? null, holder: takerMasked,
    takenAt: takenAt.toISOString(), calledAt: calledAt?.toISOString() ?? null, finishedAt: row.state === 'done' ? finishedAt?.toISOString() ?? null : null,
    waitedMinutes: minutesBetween(takenAt, calledAt), servedMinutes: row.state === 'done' ? minutesBetween(servingAt ?? calledAt, finishedAt) : null,
  }));
}
