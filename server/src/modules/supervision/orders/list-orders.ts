import type { Page, QueryOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { holds, requireScope } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import { recordAuditNow } from '../../../kernel/audit/index.ts';
import { chinaDate, startOfChinaDay } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, cursorInstant, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import type { FileAnswer } from '../../../kernel/module/index.ts';
import { defineSheet, workbookAnswer } from '../../../kernel/spreadsheets/index.ts';
import { signalLevelLabels, type SignalLevel } from '../contract.ts';
import { finishedOrderStates, mostExportedOrders, orderSourceLabels, orderStateLabels, type listOrders, type OrderFilter, type OrderLine } from '../orders.contract.ts';
import type { SupervisionTables } from '../tables.ts';
import { presentOrderLine, withDepartment, type OrderRecord } from './order-record.ts';

const place = { organizationPath: 'organizationPath', regionCode: 'regionCode' };

function filterOrders(ctx: Context, filter: OrderFilter) {
  let query = tablesOf<SupervisionTables>(ctx.kernel.db).selectFrom('supervision.supervisionOrder').selectAll()
    .where(sql<boolean>`(${scopeFilter(requireScope(ctx, 'supervision.order.view'), ctx.actor, place)} OR lead_id::text = ${ctx.actor.id})`);
  if (filter.state) query = query.where('state', '=', filter.state);
  if (filter.finished !== undefined) query = query.where('state', filter.finished ? 'in' : 'not in', [...finishedOrderStates]);
  if (filter.organizationId) query = query.where('organizationId', '=', filter.organizationId);
  if (filter.mine === true) query = query.where(waitsFor(ctx));
  if (filter.overdue === true) query = query.where('dueOn', '<', chinaDate(ctx.kernel.clock.now())).where('state', 'in', [...withDepartment]);
  if (filter.from) query = query.where('issuedAt', '>=', startOfChinaDay(filter.from));
  if (filter.to) query = query.where('issuedAt', '<', new Date(startOfChinaDay(filter.to).getTime() + 86_400_000));
  const q = filter.q?.trim().toUpperCase() ?? '';
  if (q !== '') query = query.where(sql<boolean>`(number = ${q} OR case_number = ${q})`);
  return query;
}

/** What waits for the officer's own step: answering for the department, or judging what it answered. */
function waitsFor(ctx: Context) {
  const within = (permission: string, states: readonly string[]) => (holds(ctx.actor, permission)
    ? sql<boolean>`(state IN (${sql.join([...states])}) AND ${scopeFilter(requireScope(ctx, permission), ctx.actor, place)})` : sql<boolean>`false`);
  return sql<boolean>`(${within('supervision.order.answer', withDepartment)} OR (state IN (${sql.join([...withDepartment])}) AND lead_id::text = ${ctx.actor.id})
    OR ${within('supervision.order.issue', ['replied', 'rectified', 'checked'])})`;
}

const before = (issuedAt: string, id: string) => sql<boolean>`(issued_at, id) < (${issuedAt}::timestamptz, ${id}::uuid)`;

/** Orders that the officer may see, newest first (SUP-02). */
export async function findOrders(ctx: Context, input: QueryOf<typeof listOrders>): Promise<Page<OrderLine>> {
  const limit = input.limit ?? 20;
  let query = filterOrders(ctx, input);
  if (input.cursor) {
    const [issuedAt, id] = decodeCursor(input.cursor, 2);
    query = query.where(before(cursorInstant(issuedAt), cursorId(id)));
  }
  const rows = await query.orderBy('issuedAt', 'desc').orderBy('id', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, (row) => [row.issuedAt.toISOString(), row.id], (row) => presentOrderLine(ctx, row));
}

interface Exported { row: OrderRecord; rules: string; level: string; reply: string }

/** The orders of a filter as a workbook with the data items of the national standard, written while it is sent (SUP-02, domain.md 2.6). */
export async function exportOrders(ctx: Context, filter: OrderFilter): Promise<FileAnswer> {
  await recordAuditNow(ctx, { action: 'supervision.export-orders', objectType: 'supervision-order-list', objectId: 'export', detail: { ...filter } });
  const sheet = defineSheet<Exported>({
    name: '督办单', rows: readAll(ctx, filter),
    columns: [
      { title: '督办编号', width: 18, value: ({ row }) => row.number }, { title: '办件编号', width: 24, value: ({ row }) => row.caseNumber }, { title: '规则编号', width: 14, value: ({ rules }) => rules },
      { title: '预警类型', width: 10, value: ({ level }) => level }, { title: '来源', width: 14, value: ({ row }) => orderSourceLabels[row.source] }, { title: '事由', width: 36, value: ({ row }) => row.about },
      { title: '督办内容', width: 60, value: ({ row }) => row.content }, { title: '督办要求', width: 60, value: ({ row }) => row.demands }, { title: '责任部门', width: 28, value: ({ row }) => row.organizationName },
      { title: '责任人', width: 12, value: ({ row }) => row.leadName }, { title: '发出时间', width: 18, value: ({ row }) => row.issuedAt }, { title: '发出人', width: 12, value: ({ row }) => row.issuedByName },
      { title: '期限', width: 12, format: 'date', value: ({ row }) => row.dueOn ?? row.limitOn }, { title: '状态', width: 18, value: ({ row }) => orderStateLabels[row.state] },
      { title: '是否按期', width: 10, value: ({ row }) => (row.inTime === null ? null : row.inTime ? '按期' : '超期') }, { title: '处理结果', width: 60, value: ({ reply }) => reply }, { title: '办结时间', width: 18, value: ({ row }) => row.finishedAt },
    ],
  });
  return workbookAnswer(`督办单-${chinaDate(ctx.kernel.clock.now())}.xlsx`, [sheet]);
}

const rowsAtATime = 500;

async function* readAll(ctx: Context, filter: OrderFilter): AsyncGenerator<Exported> {
  let last: OrderRecord | undefined;
  for (let count = 0; count < mostExportedOrders;) {
    let query = filterOrders(ctx, filter);
    if (last) query = query.where(before(last.issuedAt.toISOString(), last.id));
    const rows = await query.orderBy('issuedAt', 'desc').orderBy('id', 'desc').limit(Math.min(rowsAtATime, mostExportedOrders - count)).execute();
    yield* await withWords(ctx, rows);
    count += rows.length;
    last = rows.at(-1);
    if (rows.length < rowsAtATime) return;
  }
}

async function withWords(ctx: Context, rows: readonly OrderRecord[]): Promise<Exported[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const tables = tablesOf<SupervisionTables>(ctx.kernel.db);
  const [signals, replies] = await Promise.all([
    tables.selectFrom('supervision.orderSignal as o').innerJoin('supervision.signal as s', 's.id', 'o.signalId').select(['o.orderId', sql<string>`string_agg(DISTINCT s.rule_no, '、')`.as('rules'),
      sql<SignalLevel>`max(CASE s.level WHEN 'red' THEN 'red' WHEN 'yellow' THEN 'yellow' ELSE 'warning' END)`.as('level')]).where('o.orderId', 'in', ids).groupBy('o.orderId').execute(),
    tables.selectFrom('supervision.orderStep').distinctOn('orderId').select(['orderId', 'text']).where('orderId', 'in', ids).where('action', 'in', ['reply', 'report']).orderBy('orderId').orderBy('at', 'desc').execute(),
  ]);
  const [signalOf, replyOf] = [new Map(signals.map((one) => [one.orderId, one])), new Map(replies.map(({ orderId, text }) => [orderId, text]))];
  return rows.map((row) => {
    const signal = signalOf.get(row.id);
    return { row, rules: signal?.rules ?? '', level: signal ? signalLevelLabels[signal.level] : '', reply: replyOf.get(row.id) ?? '' };
  });
}
