import { Code, DateTime, defineOperation, Id, Nullable, Text, Type, type Static } from '@tongban/contract-kit';
import { identityCheckMethods } from '../../kernel/window-devices/contract.ts';
import { CaseReceipt } from '../intake/contract.ts';

/** applicant 本人, representative 法定代表人, agent 委托代理人 with a mandate that was accepted. */
export const collectorKinds = ['applicant', 'representative', 'agent'] as const;
export type CollectorKind = (typeof collectorKinds)[number];
export const collectorLabels: Readonly<Record<CollectorKind, string>> = { applicant: '本人', representative: '法定代表人', agent: '委托代理人' };

/** How long, in minutes, a check of somebody's document is good for; after that the document is looked at again. */
export const checkMinutes = 30;

const IdentityCheck = Code(identityCheckMethods);
const Check = Type.Object({
  id: Id,
  kind: Code(collectorKinds),
  kindLabel: Type.String(),
  name: Type.String(),
  documentMasked: Type.String(),
  method: IdentityCheck,
  at: DateTime,
});

/** What the counter knows of handing out the result of a case. */
export const CollectionView = Type.Object({
  caseId: Id,
  /** The latest check that is still good and was made by the reader. */
  check: Nullable(Check),
  /** Every look at a document, also of those who were not entitled. */
  checks: Type.Array(Type.Object({ name: Type.String(), documentMasked: Type.String(), matched: Type.Boolean(), kindLabel: Nullable(Type.String()), method: IdentityCheck, by: Type.String(), at: DateTime })),
  /** Who collected it; the signature is a file of the case. */
  collected: Nullable(Type.Object({ name: Type.String(), kindLabel: Type.String(), documentMasked: Type.String(), method: IdentityCheck, signatureFileId: Id, by: Type.String(), at: DateTime })),
});
export type CollectionView = Static<typeof CollectionView>;

const caseParams = Type.Object({ caseId: Id });
const permission = 'collection.result.hand-out';

export const getCollection = defineOperation({
  id: 'collection.get-collection', method: 'GET', path: '/api/v1/cases/:caseId/collection', permission, summary: '一个办件的领取：核验过谁、由谁领取、签名', params: caseParams, response: CollectionView,
});

export const checkCollector = defineOperation({
  id: 'collection.check-collector', method: 'POST', path: '/api/v1/cases/:caseId/collection/checks', permission,
  summary: '核验领取人的身份证件：申请人本人、企业法定代表人，或者授权已被接受的代理人；核验留痕，不是这些人的不能领取', params: caseParams,
  body: Type.Object({ name: Text(200, { minLength: 1 }), documentType: Text(10, { minLength: 1 }), documentNumber: Text(40, { minLength: 1 }), method: Type.Optional(IdentityCheck) }), response: CollectionView,
});

export const handOutResult = defineOperation({
  id: 'collection.hand-out-result', method: 'POST', path: '/api/v1/cases/:caseId/collection', permission, idempotent: true,
  summary: '发证：核验过的领取人在签名板上签名，登记窗口送达，出具送达回证，办件办结；邮件退回的结果照样可以领取', params: caseParams,
  body: Type.Object({ /** Of the delivery; a result that the mail has brought back has none. */ taskId: Type.Optional(Id), checkId: Id, signatureFileId: Id }), response: CaseReceipt,
});
export { getShipment, handToMail, noteReturn, postResult, readLabel, shipmentStateLabels, shipmentStates, ShipmentView, type ShipmentState } from './shipments.contract.ts';
export { declineNotices, getReceipts, receiptOutcomes, ReceiptsView, signerKinds, signNotices, type ReceiptOutcome, type SignerKind } from './receipts.contract.ts';
