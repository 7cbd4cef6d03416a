import { requireScope } from '../../../kernel/access/index.ts';
import { liesInScope } from '../../../kernel/access/scope-filter.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, writesFor, WriteBatch } from '../../../kernel/db/index.ts';
import { fail as kernelFail } from '../../../kernel/errors/kernel-errors.ts';
import { nextNumber } from '../../../kernel/numbering/index.ts';
import { getOrganization } from '../../../kernel/organization/index.ts';
import { getCaseRecord } from '../../cases/index.ts';
import { fail } from '../errors.ts';
import type { OrderInput, OrderSource, OrderView } from '../orders.contract.ts';
import type { SupervisionTables } from '../tables.ts';
import { listLeads } from './list-leads.ts';
import type { OrderRecord } from './order-record.ts';
import { tellOfOrder } from './tell-of-order.ts';
import { presentOrder } from './view-order.ts';
import { addOrderStep, openOrderClock } from './write-order.ts';

/** Whom an order is for, and what it is about. */
type Aim = Pick<OrderRecord, 'source' | 'about' | 'organizationId' | 'organizationName' | 'organizationPath' | 'regionCode' | 'caseId' | 'caseNumber'>;

/**
 * Issues an order to a department: from signals of it, from a case, from the finding of a spot check, or freely (SUP-02). A
 * signal is under one order at a time.
 * @throws supervision.signal-not-found, supervision.several-departments, supervision.already-ordered, supervision.whom-missing, supervision.limit-too-near, supervision.lead-unknown
 */
export async function issueOrder(ctx: Context, input: OrderInput): Promise<OrderView> {
  const aim = await aimOf(ctx, input);
  if (!liesInScope(requireScope(ctx, 'supervision.order.issue'), ctx.actor, aim)) throw kernelFail('kernel.forbidden');
  const lead = input.leadId === undefined ? undefined : (await listLeads(ctx, aim.organizationId)).find(({ id }) => id === input.leadId);
  if (input.leadId !== undefined && !lead) throw fail('supervision.lead-unknown');
  const now = ctx.kernel.clock.now();
  const batch = new WriteBatch();
  const { clockId, dueOn } = await openOrderClock(ctx, batch, aim, input.limitOn);
  const number = `DB-${chinaDate(now).slice(0, 4)}-${String(await nextNumber(ctx.kernel, 'supervision.order_serial')).padStart(6, '0')}`;
  const row: OrderRecord = {
    ...aim, id: createId(), number, version: 1, state: 'issued', content: input.content.trim(), demands: input.demands.trim(), leadId: lead?.id ?? null, leadName: lead?.name ?? null, limitOn: input.limitOn,
    clockId, dueOn, measures: null, rectifyUntil: null, inTime: null, issuedById: ctx.actor.id, issuedByName: ctx.actor.name, issuedAt: now, finishedAt: null,
  };
  const writes = writesFor<SupervisionTables>(batch);
  writes.insert('supervision.supervisionOrder', row);
  batch.onViolation('order_signal_live', () => fail('supervision.already-ordered'));
  for (const signalId of input.signalIds ?? []) writes.insert('supervision.orderSignal', { orderId: row.id, signalId, live: true });
  if (input.spotCaseId !== undefined) writes.update('supervision.spotCase', { orderId: row.id }, { id: input.spotCaseId, orderId: null }, { expected: 1, otherwise: () => fail('supervision.already-ordered') });
  addOrderStep(ctx, batch, row, 'issue', row.demands);
  await tellOfOrder(ctx, batch, row, 'department', 'issued', row.demands);
  await commit(ctx, batch);
  return presentOrder(ctx, row);
}

async function aimOf(ctx: Context, { signalIds = [], caseId, organizationId, spotCaseId }: OrderInput): Promise<Aim> {
  if (signalIds.length > 0) return aimOfSignals(ctx, signalIds);
  const spot = spotCaseId === undefined ? undefined : await tablesOf<SupervisionTables>(ctx.kernel.db).selectFrom('supervision.spotCase').select('caseId').where('id', '=', spotCaseId).executeTakeFirst();
  const ofCase = caseId ?? spot?.caseId;
  if (ofCase !== undefined) {
    const { id, number, itemName, organizationId: ofId, organizationName, regionCode } = await getCaseRecord(ctx, ofCase);
    const { path } = await getOrganization(ctx, ofId);
    return { source: spot ? 'spot-check' : 'case', about: itemName, organizationId: ofId, organizationName, organizationPath: path, regionCode, caseId: id, caseNumber: number };
  }
  if (organizationId === undefined) throw fail('supervision.whom-missing');
  const { id, name, path, regionCode } = await getOrganization(ctx, organizationId);
  return { source: 'free', about: name, organizationId: id, organizationName: name, organizationPath: path, regionCode, caseId: null, caseNumber: null };
}

async function aimOfSignals(ctx: Context, signalIds: readonly string[]): Promise<Aim> {
  const rows = await tablesOf<SupervisionTables>(ctx.kernel.db).selectFrom('supervision.signal').selectAll().where('id', 'in', [...signalIds]).execute();
  const [first] = rows;
  if (!first || rows.length !== signalIds.length) throw fail('supervision.signal-not-found');
  if (rows.some(({ organizationId }) => organizationId !== first.organizationId)) throw fail('supervision.several-departments');
  const one = rows.every(({ subjectId }) => subjectId === first.subjectId);
  const { itemName, organizationId, organizationName, organizationPath, regionCode, subjectType, subjectId, caseNumber } = first;
  const source: OrderSource = 'signals';
  return {
    source, about: one ? itemName : `${itemName}等 ${rows.length} 条预警`, organizationId, organizationName, organizationPath, regionCode,
    caseId: one && subjectType === 'case' ? subjectId : null, caseNumber: one ? caseNumber : null,
  };
}
