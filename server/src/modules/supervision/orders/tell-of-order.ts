import { listHolders } from '../../../kernel/access/list-holders.ts';
import { dateInWords } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import type { WriteBatch } from '../../../kernel/db/index.ts';
import { sendToStaff } from '../../../kernel/messaging/index.ts';
import type { OrderRecord } from './order-record.ts';

type Told = Pick<OrderRecord, 'id' | 'number' | 'about' | 'dueOn' | 'leadId' | 'organizationPath' | 'regionCode' | 'issuedById' | 'version'>;

/** Officers of a department without a named lead who are told of an order. */
const mostTold = 5;

/** Tells the named lead, or those who may answer for the department; or whoever issued the order. Never the one who acts. */
export async function tellOfOrder(ctx: Context, batch: WriteBatch, order: Told, whom: 'department' | 'issuer', key: 'issued' | 'answered' | 'returned' | 'urged' | 'ended', text: string): Promise<void> {
  const ids = whom === 'department' ? (order.leadId === null ? await listHolders(ctx, 'supervision.order.answer', order, mostTold) : [order.leadId])
    : order.issuedById === '' ? await listHolders(ctx, 'supervision.order.issue', order, mostTold) : [order.issuedById];
  await sendToStaff(ctx, batch, ids.filter((id) => id !== ctx.actor.id), {
    templateKey: `supervision.order-${key}`, dedupeKey: `order:${order.id}:${order.version}:${key}`,
    variables: { orderId: order.id, supervisionNumber: order.number, supervisionAbout: order.about, text: [...text].slice(0, 180).join(''), dueOn: order.dueOn === null ? '未定' : dateInWords(order.dueOn) },
  });
}
