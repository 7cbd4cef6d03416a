import { Code, DateTime, defineOperation, Id, Nullable, Text, Type, type Static } from '@tongban/contract-kit';

/** applicant 本人, representative 法定代表人, agent 经办人 or 代理人, as the case knows them. */
export const signerKinds = ['applicant', 'representative', 'agent'] as const;
export type SignerKind = (typeof signerKinds)[number];
const Signer = Code(signerKinds);

/** signed 已签收, declined 拒绝签收. */
export const receiptOutcomes = ['signed', 'declined'] as const;
export type ReceiptOutcome = (typeof receiptOutcomes)[number];

/** That somebody signed for a paper, or would not. It never changes; who declined may still sign afterwards. */
const Receipt = Type.Object({
  outcome: Code(receiptOutcomes),
  name: Type.String(),
  /** 本人, 法定代表人, 经办人, 代理人 or 委托代理人. */
  role: Type.String(),
  signatureFileId: Nullable(Id),
  reason: Nullable(Type.String()),
  witness: Nullable(Type.String()),
  /** The window, or the department of a clerk who sits at none. */
  place: Type.String(),
  by: Type.String(),
  at: DateTime,
});

/** The papers of a case that are handed over at the counter, with what is known of their receipt. */
export const ReceiptsView = Type.Object({
  caseId: Id,
  /** Who may sign. */
  signers: Type.Array(Type.Object({ kind: Signer, name: Type.String(), role: Type.String() })),
  papers: Type.Array(Type.Object({ noticeId: Id, title: Type.String(), documentNumber: Type.String(), issuedAt: DateTime, receipts: Type.Array(Receipt) })),
  /** The reader may record a receipt of what nobody has signed for yet. */
  may: Type.Boolean(),
});
export type ReceiptsView = Static<typeof ReceiptsView>;

const params = Type.Object({ caseId: Id });
const permission = 'collection.notice.sign';
const noticeIds = Type.Array(Id, { minItems: 1, maxItems: 20 });

export const getReceipts = defineOperation({
  id: 'collection.get-receipts', method: 'GET', path: '/api/v1/cases/:caseId/receipts', permission: 'cases.case.view', summary: '一个办件的文书签收：哪些文书、由谁签收或者拒收', params, response: ReceiptsView,
});

export const signNotices = defineOperation({
  id: 'collection.sign-notices', method: 'POST', path: '/api/v1/cases/:caseId/receipts', permission, idempotent: true,
  summary: '文书签收：申请人或者经办人在签名板上签名，出具送达回证；签过的不能更换', params,
  body: Type.Object({ noticeIds, signer: Signer, signatureFileId: Id }), response: ReceiptsView,
});

export const declineNotices = defineOperation({
  id: 'collection.decline-notices', method: 'POST', path: '/api/v1/cases/:caseId/receipts/refusals', permission, idempotent: true,
  summary: '拒绝签收文书：记明拒收事由和见证人，出具送达回证', params,
  body: Type.Object({ noticeIds, signer: Signer, reason: Text(300, { minLength: 2 }), witness: Type.Optional(Text(100)) }), response: ReceiptsView,
});
