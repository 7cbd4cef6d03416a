import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { getCaseRecord, requireCaseTask } from '../../cases/index.ts';
import { addDelivery, addDeliveryAgain } from '../../handling/index.ts';
import type { CaseReceipt } from '../../intake/contract.ts';
import { presentReceipt } from '../../intake/index.ts';
import { fail } from '../errors.ts';
import { readShipmentAddress } from '../shipment-address.ts';
import { findShipment, isBack } from './post-result.ts';

/**
 * Closes a case whose result has been handed to the mail, by the number under which it travels (INT-05); of one that had come
 * back it is recorded that it was posted again. @throws collection.not-registered, and what `addDelivery` and `addDeliveryAgain` throw
 */
export async function handToMail(ctx: Context, caseId: string, taskId: string | undefined): Promise<CaseReceipt> {
  const record = await getCaseRecord(ctx, caseId);
  const shipment = await findShipment(ctx, caseId);
  const address = readShipmentAddress(ctx, record, shipment, { masked: false });
  if (!shipment?.trackingNumber || !address) throw fail('collection.not-registered');
  const handover = { method: 'express' as const, receiver: address.recipient, trackingNumber: shipment.trackingNumber };
  const batch = new WriteBatch();
  const { next, noticeId } = isBack(record) ? await addDeliveryAgain(ctx, batch, record, handover) : await addDelivery(ctx, batch, record, await requireCaseTask(ctx, record, 'delivery', taskId), handover);
  await commit(ctx, batch);
  return presentReceipt(next, noticeId);
}
