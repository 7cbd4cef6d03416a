import { recordAudit } from '../../../kernel/audit/index.ts';
import { loadCalendar } from '../../../kernel/calendar/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { openAccount } from '../../../kernel/time-accounts/index.ts';
import { fail } from '../errors.ts';
import type { SupervisionTables } from '../tables.ts';
import type { OrderRecord } from './order-record.ts';

/** Published with every step of an order; aggregate `supervision-order`. */
export const orderMoved = 'supervision.order-moved';

/** Subject type of the clocks of orders. */
export const clockOfOrders = 'supervision-order';

/** Adds one line to the trail of an order, with its event and audit entry. */
export function addOrderStep(ctx: Context, batch: WriteBatch, order: Pick<OrderRecord, 'id' | 'number' | 'state' | 'organizationId'>, action: string, text: string, detail: SupervisionTables['supervision.orderStep']['detail'] = {}): void {
  const { actor } = ctx;
  writesFor<SupervisionTables>(batch).insert('supervision.orderStep', {
    id: createId(), orderId: order.id, action, actorId: actor.id, actorName: actor.name, organizationName: actor.kind === 'staff' ? actor.organizationName : null, text, detail, at: ctx.kernel.clock.now(),
  });
  publishEvent(ctx, batch, { type: orderMoved, aggregateType: clockOfOrders, aggregateId: order.id, data: { orderId: order.id, number: order.number, state: order.state, action, organizationId: order.organizationId } });
  recordAudit(ctx, batch, { action: `supervision.${action}-order`, objectType: 'supervision-order', objectId: order.id, detail: { number: order.number, state: order.state } });
}

/** Starts a clock of the order that runs until a day; what is as much again past it is a red card. @throws supervision.limit-too-near */
export async function openOrderClock(ctx: Context, batch: WriteBatch, place: { organizationId: string; regionCode: string }, until: string): Promise<{ clockId: string; dueOn: string | null }> {
  const { provisional } = await loadCalendar(ctx.kernel);
  const days = provisional.workingDaysBetween(chinaDate(ctx.kernel.clock.now()), until);
  if (days < 1) throw fail('supervision.limit-too-near');
  const clockId = createId();
  const { promisedDueOn } = await openAccount(ctx, batch, { subjectType: clockOfOrders, subjectId: clockId, promisedDays: days, legalDays: days * 2, organizationId: place.organizationId, regionCode: place.regionCode });
  return { clockId, dueOn: promisedDueOn };
}
