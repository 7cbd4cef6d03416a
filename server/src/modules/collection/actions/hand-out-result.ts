import type { BodyOf } from '@tongban/contract-kit';
import { requireStaff } from '../../../kernel/access/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { claimFiles } from '../../../kernel/files/index.ts';
import { identityCheckLabels } from '../../../kernel/window-devices/contract.ts';
import { getCaseRecord, requireCaseTask } from '../../cases/index.ts';
import { addDelivery, addDeliveryAgain, type Handover } from '../../handling/index.ts';
import type { CaseReceipt } from '../../intake/contract.ts';
import { presentReceipt } from '../../intake/index.ts';
import { checkMinutes, collectorLabels, type handOutResult as operation } from '../contract.ts';
import { fail } from '../errors.ts';
import { requireSignature } from '../signature.ts';
import type { CollectionTables } from '../tables.ts';
import { isBack } from './post-result.ts';

/**
 * Hands the result to whoever was checked and has signed: the signature becomes a file of the case, the delivery closes it,
 * and the 送达回证 names who received it, all in one statement (INT-05, 行政许可法第四十四条).
 * A result that the mail has brought back is handed out in the same way, after the case was closed.
 * @throws collection.check-again, .no-signature, .collected, and what `addDelivery` throws
 */
export async function handOutResult(ctx: Context, caseId: string, { taskId, checkId, signatureFileId }: BodyOf<typeof operation>): Promise<CaseReceipt> {
  const staff = requireStaff(ctx);
  const check = await tablesOf<CollectionTables>(ctx.kernel.db).selectFrom('collection.identityCheck').selectAll().where('id', '=', checkId).executeTakeFirst();
  const now = ctx.kernel.clock.now();
  if (check?.caseId !== caseId || check.kind === null || check.staffId !== staff.id || now.getTime() - check.at.getTime() > checkMinutes * 60_000) throw fail('collection.check-again');
  await requireSignature(ctx, signatureFileId);
  const record = await getCaseRecord(ctx, caseId);
  const relation = collectorLabels[check.kind];
  const batch = new WriteBatch();
  writesFor<CollectionTables>(batch).insert('collection.collection', { caseId, checkId, signatureFileId, staffId: staff.id, staffName: staff.name, at: now });
  batch.onViolation('collection_pkey', () => fail('collection.collected'));
  writesFor<CollectionTables>(batch).update('collection.shipment', { state: 'refused', trouble: '申请人已到窗口领取' }, { caseId, state: 'waiting' });
  claimFiles(batch, [signatureFileId], { type: 'case', id: caseId }, { uploadedBy: staff.id });
  const handover: Handover = {
    method: 'counter', receiver: check.name, relation, identified: identityCheckLabels[check.method], detail: { checkId, signatureFileId, relation, documentMasked: check.documentMasked, identifiedBy: check.method, mandateId: check.mandateId },
  };
  const { next, noticeId } = isBack(record) ? await addDeliveryAgain(ctx, batch, record, handover) : await addDelivery(ctx, batch, record, await requireCaseTask(ctx, record, 'delivery', taskId), handover);
  await commit(ctx, batch);
  return presentReceipt(next, noticeId);
}
