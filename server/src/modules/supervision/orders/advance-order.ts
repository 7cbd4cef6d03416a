import type { Updateable } from 'kysely';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, writesFor, WriteBatch } from '../../../kernel/db/index.ts';
import { fail as kernelFail } from '../../../kernel/errors/kernel-errors.ts';
import { claimFiles, findFiles } from '../../../kernel/files/index.ts';
import { closeAccountIfOpen, reopenAccount } from '../../../kernel/time-accounts/index.ts';
import { fail } from '../errors.ts';
import { orderStateLabels, type OrderStep, type OrderView } from '../orders.contract.ts';
import type { SupervisionTables } from '../tables.ts';
import { getOrderRecord, mayStep, type OrderRecord } from './order-record.ts';
import { applyOrderStep, isFinished, type OrderClock } from './states.ts';
import { tellOfOrder } from './tell-of-order.ts';
import { orderFileOwner, presentOrder } from './view-order.ts';
import { addOrderStep, clockOfOrders, openOrderClock } from './write-order.ts';

type Changes = Updateable<SupervisionTables['supervision.supervisionOrder']>;

/** Whom each step is told, and with which message. */
const tellings = {
  'sign': undefined, 'reply': ['issuer', 'answered'], 'rectify': ['issuer', 'answered'], 'report': ['issuer', 'answered'], 'check': undefined, 'send-back': ['department', 'returned'],
  'close': ['department', 'ended'], 'urge': ['department', 'urged'], 'withdraw': ['department', 'ended'],
} as const;

/**
 * Takes one step of an order: state, clock, trail, files, signals, event and audit in one statement (SUP-02).
 * @throws supervision.order-not-found, supervision.order-stale, supervision.order-wrong-state, supervision.limit-too-near, forbidden
 */
export async function advanceOrder(ctx: Context, orderId: string, step: OrderStep): Promise<OrderView> {
  const row = await getOrderRecord(ctx, orderId);
  if (!mayStep(ctx, row, step.action)) throw kernelFail('kernel.forbidden');
  if (row.version !== step.version) throw fail('supervision.order-stale');
  const outcome = applyOrderStep(row.state, step.action);
  if (!outcome.ok) throw fail(outcome.refusal, { state: orderStateLabels[row.state] });
  const batch = new WriteBatch();
  const { next } = outcome;
  const changes: Changes = {
    ...await moveClock(ctx, batch, row, outcome.clock, step), state: next, version: row.version + 1,
    ...(step.action === 'rectify' ? { measures: step.text.trim(), rectifyUntil: step.until } : {}), ...(isFinished(next) ? { finishedAt: ctx.kernel.clock.now() } : {}),
  };
  const after = { ...row, ...changes } as OrderRecord;
  writesFor<SupervisionTables>(batch).update('supervision.supervisionOrder', changes, { id: row.id, version: row.version }, { expected: 1, otherwise: () => fail('supervision.order-stale') });
  const text = step.action === 'sign' ? '' : step.text.trim();
  addOrderStep(ctx, batch, after, step.action, text, await attach(ctx, batch, row.id, 'fileIds' in step ? step.fileIds : []));
  if (isFinished(next)) await letGoOfSignals(ctx, batch, after);
  const telling = tellings[step.action];
  if (telling) await tellOfOrder(ctx, batch, after, telling[0], telling[1], text);
  await commit(ctx, batch);
  return presentOrder(ctx, after);
}

async function attach(ctx: Context, batch: WriteBatch, orderId: string, fileIds: readonly string[]): Promise<SupervisionTables['supervision.orderStep']['detail']> {
  if (fileIds.length === 0) return {};
  claimFiles(batch, fileIds, { type: orderFileOwner, id: orderId }, { uploadedBy: ctx.actor.id });
  return { files: (await findFiles(ctx, fileIds)).map(({ id, name }) => ({ id, name })) };
}

async function moveClock(ctx: Context, batch: WriteBatch, row: OrderRecord, clock: OrderClock, step: OrderStep): Promise<Changes> {
  if (clock === 'open' && step.action === 'rectify') return openOrderClock(ctx, batch, row, step.until);
  if (clock === 'none' || row.clockId === null) return {};
  const subject = { subjectType: clockOfOrders, subjectId: row.clockId };
  if (clock === 'reopen') return { dueOn: (await reopenAccount(ctx, batch, subject)).promisedDueOn, inTime: null };
  const deadlines = await closeAccountIfOpen(ctx, batch, subject);
  return deadlines === undefined || step.action === 'withdraw' ? {} : { inTime: deadlines.remainingPromised >= 0 };
}

/** What the order was about is settled with it; after a withdrawal another order may take it up. */
async function letGoOfSignals(ctx: Context, batch: WriteBatch, order: OrderRecord): Promise<void> {
  const writes = writesFor<SupervisionTables>(batch);
  writes.update('supervision.orderSignal', { live: false }, { orderId: order.id });
  if (order.state !== 'closed') return;
  const rows = await tablesOf<SupervisionTables>(ctx.kernel.db).selectFrom('supervision.orderSignal as o').innerJoin('supervision.signal as s', 's.id', 'o.signalId').select(['s.id', 's.clearedAt'])
    .where('o.orderId', '=', order.id).where('s.settledBy', 'is', null).execute();
  const settled = { settledText: `督办单 ${order.number} 已销号`, settledBy: ctx.actor.name };
  for (const { id, clearedAt } of rows) writes.update('supervision.signal', { ...settled, clearedAt: clearedAt ?? ctx.kernel.clock.now() }, { id });
}
