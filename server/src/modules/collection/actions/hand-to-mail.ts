import type { Context } from '../../../kernel/context.ts';
import { getCaseRecord, readPostalAddress } from '../../cases/index.ts';
import { deliverResult } from '../../handling/index.ts';
import type { CaseReceipt } from '../../intake/contract.ts';
import { fail } from '../errors.ts';
import { findShipment } from './post-result.ts';

/** Closes a case whose result has been handed to the mail, by the number under which it travels (INT-05). @throws collection.not-registered, and what `deliverResult` throws */
export async function handToMail(ctx: Context, caseId: string, taskId: string): Promise<CaseReceipt> {
  const record = await getCaseRecord(ctx, caseId);
  const shipment = await findShipment(ctx, caseId);
  const address = readPostalAddress(ctx, record, { masked: false });
  if (!shipment?.trackingNumber || !address || shipment.state === 'refused') throw fail('collection.not-registered');
  return deliverResult(ctx, caseId, { taskId, method: 'express', receiver: address.recipient, trackingNumber: shipment.trackingNumber });
}
