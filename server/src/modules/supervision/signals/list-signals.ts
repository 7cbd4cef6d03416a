import type { Page, QueryOf } from '@tongban/contract-kit';
import { sql, type Selectable } from 'kysely';
import { holds, requireScope } from '../../../kernel/access/index.ts';
import { liesInScope, regionPrefix, scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, cursorInstant, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { signalLevelLabels, type listSignals, type Signal } from '../contract.ts';
import { fail } from '../errors.ts';
import { finishedOrderStates, orderStateLabels, type OrderState } from '../orders.contract.ts';
import { kindsOfRules } from '../rules.contract.ts';
import type { SupervisionTables } from '../tables.ts';

export type SignalRow = Selectable<SupervisionTables['supervision.signal']>;

/** Signals within the officer's scope, newest first. */
export async function findSignals(ctx: Context, input: QueryOf<typeof listSignals>): Promise<Page<Signal>> {
  const limit = input.limit ?? 20;
  let query = tablesOf<SupervisionTables>(ctx.kernel.db).selectFrom('supervision.signal').selectAll()
    .where(scopeFilter(requireScope(ctx, 'supervision.board.view'), ctx.actor, { organizationPath: 'organizationPath', regionCode: 'regionCode' }));
  if (input.signalId) query = query.where('id', '=', input.signalId);
  if (input.level) query = query.where('level', '=', input.level);
  if (input.organizationId) query = query.where('organizationId', '=', input.organizationId);
  if (input.ruleId) query = query.where('ruleId', '=', input.ruleId);
  if (input.verified) query = query.where('ruleKind', '=', 'verified');
  if (input.itemId) query = query.where('itemId', '=', input.itemId);
  if (input.regionCode) query = query.where('regionCode', 'like', `${regionPrefix(input.regionCode.padEnd(12, '0'))}%`);
  if (input.handlerId) query = query.where(sql<boolean>`(SELECT handler_ids FROM supervision.watched_case w WHERE w.case_id = signal.case_id) @> ARRAY[${input.handlerId}::uuid]`);
  if (input.windowKey) query = query.where(sql<boolean>`(SELECT window_key FROM supervision.watched_case w WHERE w.case_id = signal.case_id) = ${input.windowKey}`);
  if (input.caseId) query = query.where('subjectType', '=', 'case').where('subjectId', '=', input.caseId);
  if (input.open !== undefined) query = query.where('clearedAt', input.open ? 'is' : 'is not', null);
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(raised_at, id) < (${cursorInstant(at)}::timestamptz, ${cursorId(id)}::uuid)`);
  }
  const rows = await query.orderBy('raisedAt', 'desc').orderBy('id', 'desc').limit(limit + 1).execute();
  const orders = await readOrders(ctx, rows.map(({ id }) => id));
  return pageOf(rows, limit, (row) => [row.raisedAt.toISOString(), row.id], (row) => presentSignal(ctx, row, orders.get(row.id)));
}

/** A signal over which the actor holds `permission`. @throws supervision.signal-not-found */
export async function getSignalRow(ctx: Context, id: string, permission: string): Promise<SignalRow> {
  const row = await tablesOf<SupervisionTables>(ctx.kernel.db).selectFrom('supervision.signal').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || !liesInScope(requireScope(ctx, permission), ctx.actor, row)) throw fail('supervision.signal-not-found');
  return row;
}

/** A signal as it is shown, with what the reader may do. */
function presentSignal(ctx: Context, row: SignalRow, order: OrderOfSignal | undefined): Signal {
  const may = (permission: string): boolean => holds(ctx.actor, permission) && liesInScope(requireScope(ctx, permission), ctx.actor, row);
  const { id, subjectType, subjectId, caseNumber, itemName, organizationId, organizationName, level, dueOn } = row;
  return {
    id, subjectType, subjectId, caseNumber, itemName, organizationId, organizationName, level, levelLabel: signalLevelLabels[level], dueOn,
    rule: { id: row.ruleId, ruleNo: row.ruleNo, name: row.ruleName, version: row.ruleVersion }, says: row.says, advice: kindsOfRules[row.ruleKind].advice,
    settled: row.settledBy === null ? null : { text: row.settledText ?? '', by: row.settledBy },
    raisedAt: row.raisedAt.toISOString(), clearedAt: row.clearedAt?.toISOString() ?? null,
    order: order ? { id: order.id, number: order.number, stateLabel: orderStateLabels[order.state], finished: finishedOrderStates.includes(order.state) } : null,
    abilities: { settle: row.settledBy === null && may('supervision.order.issue'), order: row.settledBy === null && order?.live !== true && may('supervision.order.issue') },
  };
}

type OrderOfSignal = { signalId: string; id: string; number: string; state: OrderState; live: boolean };

/** Of each signal the order that has it in hand, else the last one that had. */
async function readOrders(ctx: Context, signalIds: readonly string[]): Promise<Map<string, OrderOfSignal>> {
  if (signalIds.length === 0) return new Map();
  const rows = await tablesOf<SupervisionTables>(ctx.kernel.db).selectFrom('supervision.orderSignal as x').innerJoin('supervision.supervisionOrder as o', 'o.id', 'x.orderId')
    .select(['x.signalId', 'o.id', 'o.number', 'o.state', 'x.live']).where('x.signalId', 'in', [...signalIds]).orderBy('x.live').orderBy('o.issuedAt').execute();
  return new Map(rows.map((row) => [row.signalId, row]));
}

/** One signal as it is shown, with its order. */
export async function viewSignal(ctx: Context, row: SignalRow): Promise<Signal> {
  return presentSignal(ctx, row, (await readOrders(ctx, [row.id])).get(row.id));
}
