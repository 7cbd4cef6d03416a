import { requireStaff } from '../../../kernel/access/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { changeCase, failCase, getCaseRecord, isWithinOffice, listActions, type CaseRecord } from '../../cases/index.ts';
import type { CaseReceipt } from '../../intake/contract.ts';
import { presentReceipt } from '../../intake/index.ts';
import { fail } from '../errors.ts';
import type { CollectionTables } from '../tables.ts';
import { findShipment } from './post-result.ts';

/**
 * Records that a posted result has come back to the office, whether or not the carrier has reported it; the applicant is told.
 * @throws collection.not-posted, cases.already-returned, cases.not-your-task
 */
export async function noteReturn(ctx: Context, caseId: string, reason: string): Promise<CaseReceipt> {
  const staff = requireStaff(ctx);
  const record = await getCaseRecord(ctx, caseId);
  if (!isWithinOffice(ctx, staff, record, 'handling.case.deliver')) throw failCase('cases.not-your-task');
  if (record.status !== 'closed' || record.deliveryMethod !== 'express') throw fail('collection.not-posted');
  const shipment = await findShipment(ctx, caseId);
  const batch = new WriteBatch();
  if (shipment) {
    const writes = writesFor<CollectionTables>(batch);
    writes.insert('collection.shipmentEvent', { shipmentId: shipment.id, at: ctx.kernel.clock.now(), state: 'returned', text: reason, place: '' }, 'nothing');
    writes.update('collection.shipment', { state: 'returned', trouble: null }, { id: shipment.id, state: shipment.state });
  }
  const next = addReturn(ctx, batch, record, { reason, trackingNumber: shipment?.trackingNumber ?? await typedNumber(ctx, caseId) });
  await commit(ctx, batch);
  return presentReceipt(next);
}

/** The number that was typed with the delivery, where no mail service was connected. */
async function typedNumber(ctx: Context, caseId: string): Promise<string> {
  return String((await listActions(ctx, caseId)).findLast(({ type }) => type === 'deliver' || type === 'deliver-again')?.detail['trackingNumber'] ?? '');
}

/** Adds to the batch that the result of a case has come back by mail. @throws cases.already-returned */
export function addReturn(ctx: Context, batch: WriteBatch, record: CaseRecord, { reason, trackingNumber }: { reason: string; trackingNumber: string }): CaseRecord {
  return changeCase(ctx, batch, record, {
    step: { type: 'mail-returned', on: chinaDate(ctx.kernel.clock.now()) }, opinion: `${reason}（快递单号 ${trackingNumber}）。`,
    detail: { reason, trackingNumber }, eventDetail: { trackingNumber },
  });
}
