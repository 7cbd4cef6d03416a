import type { Selectable } from 'kysely';
import { holds, requireScope } from '../../../kernel/access/index.ts';
import { liesInScope } from '../../../kernel/access/scope-filter.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { fail } from '../errors.ts';
import { orderStateLabels, type OrderAction, type OrderLine } from '../orders.contract.ts';
import type { SupervisionTables } from '../tables.ts';

export type OrderRecord = Selectable<SupervisionTables['supervision.supervisionOrder']>;

/** States in which the department is to act. */
export const withDepartment: readonly OrderRecord['state'][] = ['issued', 'signed', 'rectifying'];

/** Whether the officer holds a right over the department that the order is for, or answers for it by name. */
export function mayAct(ctx: Context, row: OrderRecord, permission: 'supervision.order.view' | 'supervision.order.issue' | 'supervision.order.answer'): boolean {
  if (!holds(ctx.actor, permission)) return false;
  return (permission !== 'supervision.order.issue' && row.leadId === ctx.actor.id) || liesInScope(requireScope(ctx, permission), ctx.actor, row);
}

const byDepartment: readonly OrderAction[] = ['sign', 'reply', 'rectify', 'report'];

/** Whether the officer may take a step, whatever the state. */
export function mayStep(ctx: Context, row: OrderRecord, action: OrderAction): boolean {
  return mayAct(ctx, row, byDepartment.includes(action) ? 'supervision.order.answer' : 'supervision.order.issue');
}

/** An order that the officer may see. @throws supervision.order-not-found */
export async function getOrderRecord(ctx: Context, id: string): Promise<OrderRecord> {
  const row = await tablesOf<SupervisionTables>(ctx.kernel.db).selectFrom('supervision.supervisionOrder').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || !mayAct(ctx, row, 'supervision.order.view')) throw fail('supervision.order-not-found');
  return row;
}

/** An order as a list shows it. */
export function presentOrderLine(ctx: Context, row: OrderRecord): OrderLine {
  const { id, number, state, source, about, content, organizationId, organizationName, leadName, caseId, caseNumber, dueOn, issuedByName } = row;
  return {
    id, number, state, stateLabel: orderStateLabels[state], source, about, content, organizationId, organizationName, leadName, caseId, caseNumber, dueOn,
    overdue: withDepartment.includes(state) && dueOn !== null && dueOn < chinaDate(ctx.kernel.clock.now()),
    issuedAt: row.issuedAt.toISOString(), issuedBy: issuedByName, finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
