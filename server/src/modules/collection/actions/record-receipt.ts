import type { BodyOf } from '@tongban/contract-kit';
import { requireStaff } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { claimFiles } from '../../../kernel/files/index.ts';
import { getPinnedVersion } from '../../catalog/index.ts';
import { changeCase, failCase, getCaseRecord, issueNotice, issuerOf, readOffices, type NoticeRow } from '../../cases/index.ts';
import { findWindowOfClerk, nameWindows } from '../../halls/index.ts';
import type { declineNotices, ReceiptOutcome, ReceiptsView, signNotices } from '../contract.ts';
import { fail } from '../errors.ts';
import { requireSignature } from '../signature.ts';
import type { CollectionTables } from '../tables.ts';
import { listPapers, listReceipts, listSigners, mayRecord, viewReceipts } from '../view-receipts.ts';

/** What was done with the papers: signed for, or declined with a reason before somebody who saw it. */
type Given = Pick<BodyOf<typeof signNotices>, 'noticeIds' | 'signer'> & (
  { outcome: 'signed'; signatureFileId: string } | ({ outcome: 'declined' } & Pick<BodyOf<typeof declineNotices>, 'reason' | 'witness'>));

/**
 * Records that the applicant, or who acts for the applicant, has signed at the counter for papers of a case, or would not:
 * the signature becomes a file of the case, a 送达回证 says who received what, when and where, all in one statement (INT-08, INT-03).
 * What was signed for is never signed anew; who declined may still sign.
 * @throws cases.not-found, cases.not-your-task, collection.not-to-sign, .not-the-signer, .already-signed, .already-declined, .no-signature, cases.stale
 */
export async function recordReceipt(ctx: Context, caseId: string, given: Given): Promise<ReceiptsView> {
  const staff = requireStaff(ctx);
  const record = await getCaseRecord(ctx, caseId);
  if (!mayRecord(ctx, record)) throw failCase('cases.not-your-task');
  const notices = await choosePapers(ctx, caseId, given);
  const signer = (await listSigners(ctx, record)).find(({ kind }) => kind === given.signer);
  if (!signer) throw fail('collection.not-the-signer');
  if (given.outcome === 'signed') await requireSignature(ctx, given.signatureFileId);
  const windowId = await findWindowOfClerk(ctx, staff.id) ?? null;
  const place = (windowId === null ? undefined : (await nameWindows(ctx, [windowId])).get(windowId)) ?? `${staff.organizationName}政务服务窗口`;
  const [reason, witness] = given.outcome === 'declined' ? [given.reason.trim(), given.witness?.trim() || null] : [null, null];
  const signatureFileId = given.outcome === 'signed' ? given.signatureFileId : null;
  const { name, role } = signer;
  const now = ctx.kernel.clock.now();
  const batch = new WriteBatch();
  const names = notices.map(({ title, documentNumber }) => `《${title}》（${documentNumber}）`).join('、');
  const refusal = `拒绝签收，事由：${reason}${witness === null ? '' : `；见证人：${witness}`}`;
  const next = changeCase(ctx, batch, record, {
    step: { type: given.outcome === 'signed' ? 'sign-notices' : 'decline-notices', on: chinaDate(now) },
    opinion: `${names}，${name}（${role}）${given.outcome === 'signed' ? '已签名签收' : refusal}。`,
    detail: { noticeIds: given.noticeIds, receiver: name, role, place, ...(signatureFileId === null ? { reason, witness } : { signatureFileId }) },
  });
  const writes = writesFor<CollectionTables>(batch);
  for (const notice of notices) {
    writes.insert('collection.receipt', { noticeId: notice.id, outcome: given.outcome, caseId, signer: given.signer, name, role, signatureFileId, reason, witness, windowId, place, staffId: staff.id, staffName: staff.name, at: now });
    batch.onViolation('receipt_pkey', () => already(given.outcome, notice));
  }
  if (signatureFileId !== null) claimFiles(batch, [signatureFileId], { type: 'case', id: caseId }, { uploadedBy: staff.id });
  const { elements } = await getPinnedVersion(ctx, record.itemVersionId);
  await issueNotice(ctx, batch, next, 'delivery-receipt', issuerOf(elements, await readOffices(ctx)), {
    delivered: { documents: names, method: '窗口直接送达', place, at: now.toISOString() }, deliverer: staff.name,
    recipient: { name: signatureFileId === null ? `${name}（拒绝签收）` : name, relation: role },
    ...(signatureFileId === null ? { remark: `${name}${refusal}。` } : { signatureFileId }),
  });
  recordAudit(ctx, batch, { action: given.outcome === 'signed' ? 'collection.sign-notices' : 'collection.decline-notices', objectType: 'case', objectId: caseId, detail: { number: record.number, noticeIds: given.noticeIds, signer: given.signer } });
  await commit(ctx, batch);
  return viewReceipts(ctx, caseId);
}

const already = (outcome: ReceiptOutcome, { title }: NoticeRow) => fail(outcome === 'signed' ? 'collection.already-signed' : 'collection.already-declined', { title });

/** The papers that were chosen, in the order in which they were issued. */
async function choosePapers(ctx: Context, caseId: string, { noticeIds, outcome }: Given): Promise<NoticeRow[]> {
  const [all, receipts] = await Promise.all([listPapers(ctx, caseId), listReceipts(ctx, caseId)]);
  const chosen = all.filter(({ id }) => noticeIds.includes(id));
  if (chosen.length !== new Set(noticeIds).size) throw fail('collection.not-to-sign');
  for (const notice of chosen) {
    const known = receipts.filter(({ noticeId }) => noticeId === notice.id);
    if (known.some((one) => one.outcome === 'signed')) throw already('signed', notice);
    if (known.some((one) => one.outcome === outcome)) throw already(outcome, notice);
  }
  return chosen;
}
