import type { Page, QueryOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { recordAuditNow } from '../../../kernel/audit/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import type { FileAnswer } from '../../../kernel/module/index.ts';
import { defineSheet, workbookAnswer } from '../../../kernel/spreadsheets/index.ts';
import { ticketStateLabels, type HallTicket, type listHallTickets } from '../contract.ts';
import { getOwnHall, priorityNames } from '../halls.ts';
import type { HallsTables } from '../tables.ts';

const minutesBetween = (from: Date | null, to: Date | null): number | null => (from === null || to === null ? null : Math.max(0, Math.round((to.getTime() - from.getTime()) / 60_000)));

type Filter = Pick<QueryOf<typeof listHallTickets>, 'day' | 'state' | 'queueId' | 'q'>;

function filterTickets(ctx: Context, hallId: string, { day, state, queueId, q }: Filter) {
  let query = tablesOf<HallsTables>(ctx.kernel.db).selectFrom('halls.ticket as t').innerJoin('halls.queue as q', 'q.id', 't.queueId').leftJoin('halls.window as w', 'w.id', 't.windowId')
    .select(['t.id', 't.number', 'q.name as queueName', 't.state', 't.priorityGroup', 't.itemName', 't.takerMasked', 't.channel', 't.takenAt', 't.calledAt', 't.servingAt', 't.finishedAt', 'w.number as windowNumber'])
    .select((where) => where.selectFrom('halls.ticketCase as c').select(sql<string[]>`array_agg(c.case_number ORDER BY c.at)`.as('numbers')).whereRef('c.ticketId', '=', 't.id').where('c.caseNumber', 'is not', null).as('caseNumbers'))
    .where('t.hallId', '=', hallId).where('t.day', '=', day ?? chinaDate(ctx.kernel.clock.now()));
  if (state) query = query.where('t.state', '=', state);
  if (queueId) query = query.where('t.queueId', '=', queueId);
  if (q) query = query.where('t.number', 'like', `${q.trim().toUpperCase().replace(/[\\%_]/g, '\\$&')}%`);
  return query;
}

type Row = Awaited<ReturnType<ReturnType<typeof filterTickets>['executeTakeFirstOrThrow']>>;

function present({ id, priorityGroup, takerMasked, takenAt, calledAt, servingAt, finishedAt, caseNumbers, ...row }: Row, names: ReadonlyMap<string, string>): HallTicket {
  return {
    ticketId: id, ...row, stateLabel: ticketStateLabels[row.state], priorityName: priorityGroup === null ? null : names.get(priorityGroup) ?? null, holder: takerMasked, caseNumbers: caseNumbers ?? [],
    takenAt: takenAt.toISOString(), calledAt: calledAt?.toISOString() ?? null, finishedAt: row.state === 'done' ? finishedAt?.toISOString() ?? null : null,
    waitedMinutes: minutesBetween(takenAt, calledAt), servedMinutes: row.state === 'done' ? minutesBetween(servingAt ?? calledAt, finishedAt) : null,
  };
}

/** Tickets of one day, the newest first. @throws halls.hall-not-found */
export async function listTickets(ctx: Context, hallId: string, { limit = 20, cursor, ...filter }: QueryOf<typeof listHallTickets>): Promise<Page<HallTicket>> {
  await getOwnHall(ctx, hallId, 'halls.hall.watch');
  const names = await priorityNames(ctx);
  let query = filterTickets(ctx, hallId, filter);
  if (cursor) query = query.where('t.id', '<', cursorId(decodeCursor(cursor, 1)[0]));
  const rows = await query.orderBy('t.id', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, ({ id }) => [id], (row) => present(row, names));
}

const mostExported = 20_000;
const rowsAtATime = 500;
const channelLabels: Record<HallTicket['channel'], string> = { kiosk: '取号机', desk: '导办台', appointment: '预约' };
const instant = (at: string | null): Date | null => (at === null ? null : new Date(at));

/** Tickets of one day as a workbook, in the order of taking, holders masked; recorded. @throws halls.hall-not-found */
export async function exportTickets(ctx: Context, hallId: string, filter: Filter): Promise<FileAnswer> {
  const hall = await getOwnHall(ctx, hallId, 'halls.hall.watch');
  await recordAuditNow(ctx, { action: 'halls.export-tickets', objectType: 'hall', objectId: hallId, detail: { ...filter } });
  const sheet = defineSheet<HallTicket>({
    name: '号票', rows: readAll(ctx, hallId, filter),
    columns: [
      { title: '号码', width: 8, value: (row) => row.number }, { title: '业务', width: 18, value: (row) => row.queueName }, { title: '事项', width: 36, value: (row) => row.itemName }, { title: '状态', width: 10, value: (row) => row.stateLabel },
      { title: '取号方式', width: 10, value: (row) => channelLabels[row.channel] }, { title: '优先人群', width: 12, value: (row) => row.priorityName }, { title: '取号人', width: 26, value: (row) => row.holder },
      { title: '取号时间', width: 18, format: 'instant', value: (row) => new Date(row.takenAt) }, { title: '叫号时间', width: 18, format: 'instant', value: (row) => instant(row.calledAt) }, { title: '办结时间', width: 18, format: 'instant', value: (row) => instant(row.finishedAt) },
      { title: '窗口', width: 8, value: (row) => row.windowNumber }, { title: '等候（分钟）', format: 'integer', value: (row) => row.waitedMinutes }, { title: '办理（分钟）', format: 'integer', value: (row) => row.servedMinutes },
      { title: '办件编号', width: 28, value: (row) => row.caseNumbers.join('、') },
    ],
  });
  return workbookAnswer(`号票-${hall.name}-${filter.day ?? chinaDate(ctx.kernel.clock.now())}.xlsx`, [sheet]);
}

async function* readAll(ctx: Context, hallId: string, filter: Filter): AsyncGenerator<HallTicket> {
  const names = await priorityNames(ctx);
  let after: string | undefined;
  for (let count = 0; count < mostExported;) {
    let query = filterTickets(ctx, hallId, filter);
    if (after !== undefined) query = query.where('t.id', '>', after);
    const rows = await query.orderBy('t.id').limit(Math.min(rowsAtATime, mostExported - count)).execute();
    yield* rows.map((row) => present(row, names));
    count += rows.length;
    after = rows.at(-1)?.id;
    if (rows.length < rowsAtATime || after === undefined) return;
  }
}
