import { Code, DateOnly, DateTime, defineOperation, Id, Nullable, Text, Type, type Static, type TSchema } from '@tongban/contract-kit';
import { CaseStatus } from '../cases/contract.ts';

/** registered 已登记待进入 → entered 已进入 → supplementing 待补正 | accepted 已受理 → in-progress 办理中 → decided 已决定 → delivered 已送达; ended: over otherwise. */
export const linkStates = ['registered', 'entered', 'supplementing', 'accepted', 'in-progress', 'decided', 'delivered', 'ended'] as const;
export type LinkState = (typeof linkStates)[number];

/** What a self-built system reports of a case. */
export const reportKinds = ['accepted', 'supplement-needed', 'supplemented', 'refused', 'in-progress', 'decided', 'delivered'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** What a self-built system is given of its cases, each with what stands before it: identity 身份信息和编号, form 申请表, materials 申请材料. */
export const disclosures = ['identity', 'form', 'materials'] as const;
export const Disclosure = Code(disclosures);
export type Disclosure = Static<typeof Disclosure>;

/** Largest body of a signed message, bytes: documents travel in it. */
export const mostMessageBytes = 6 * 1024 * 1024;
/** Minutes by which the clock of a signed message may be off. */
export const freshMinutes = 5;

/**
 * A signed message. `signature` is the HMAC-SM3 (GB/T 32905), in hex, by the secret of the key `keyId` over six lines joined by
 * `\n`: `tongban-self-built-1`, the purpose, `keyId`, `at`, `nonce`, `payload`. `payload` is JSON text, signed as it stands; `nonce`
 * is used once.
 */
export function Signed<P extends TSchema>(payload: P, purpose: string) {
  return Type.Object({
    keyId: Text(40, { minLength: 8 }), at: DateTime, nonce: Text(64, { minLength: 16, pattern: '^[A-Za-z0-9_-]+$' }),
    payload: Type.String({ maxLength: mostMessageBytes, description: `${purpose}：JSON 文本，按 contentSchema`, contentMediaType: 'application/json', contentSchema: payload }),
    signature: Text(64, { minLength: 64, pattern: '^[0-9a-f]+$' }),
  });
}

/** An answer that is signed with the key and the nonce of the question, for the purpose `answer`. */
export function SignedAnswer<P extends TSchema>(payload: P, what: string) {
  return Type.Object({
    keyId: Type.String(), at: DateTime, nonce: Type.String(), payload: Type.String({ description: `${what}：JSON 文本，按 contentSchema`, contentMediaType: 'application/json', contentSchema: payload }), signature: Type.String(),
  });
}

/** A signed message whose content has not been looked at yet. */
export interface SignedMessage { keyId: string; at: string; nonce: string; payload: string; signature: string }

export const RedeemedTicket = Type.Object({ ticket: Text(300, { minLength: 20 }) });

export const ReportedDocument = Type.Object({
  name: Text(120, { minLength: 1 }),
  content: Type.String({ maxLength: 4 * 1024 * 1024, minLength: 4, description: 'Base64' }),
});

/** One thing that happened to a case in the other system; `sequence` counts a case's reports from 1, without a gap. */
export const Report = Type.Object({
  reportId: Text(64, { minLength: 8, pattern: '^[A-Za-z0-9_-]+$' }),
  caseNumber: Text(60, { minLength: 6 }),
  sequence: Type.Integer({ minimum: 1, maximum: 10_000 }),
  kind: Code(reportKinds),
  at: DateTime,
  /** Of `in-progress`: the name of the step. */
  stepName: Type.Optional(Text(40, { minLength: 2 })),
  /** What is said of it; required to refuse and to ask for a supplement. */
  opinion: Type.Optional(Text(1000)),
  /** Who did it there. */
  officerName: Type.Optional(Text(40)),
  outcome: Type.Optional(Code(['approved', 'denied'] as const)),
  /** Why it was denied (行政许可法第三十八条). */
  reasons: Type.Optional(Text(2000)),
  licence: Type.Optional(Type.Object({ validFrom: Type.Optional(DateOnly), validTo: Type.Optional(DateOnly) })),
  /** Of `supplement-needed`. */
  items: Type.Optional(Type.Array(Type.Object({ name: Text(60, { minLength: 1 }), reason: Text(200, { minLength: 1 }) }), { minItems: 1, maxItems: 20 })),
  /** Of `refused`; `not-qualified` unless told (行政许可法第三十二条). */
  ground: Type.Optional(Code(['not-required', 'not-competent', 'not-qualified'] as const)),
  competentAuthority: Type.Optional(Text(200, { minLength: 2 })),
  receiver: Type.Optional(Text(60, { minLength: 1 })),
  method: Type.Optional(Code(['electronic', 'counter', 'express'] as const)),
  trackingNumber: Type.Optional(Text(60)),
  documents: Type.Optional(Type.Array(ReportedDocument, { maxItems: 5 })),
});
export type Report = Static<typeof Report>;

export const AskedCase = Type.Object({ caseNumber: Text(60, { minLength: 6 }) });

export const TicketContent = Type.Object({
  caseNumber: Type.String(), itemCode: Type.String(), itemName: Type.String(), situationName: Type.String(), submittedAt: DateTime,
  applicant: Type.Object({ kind: Code(['person', 'company'] as const), name: Type.String(), documentType: Type.String(), documentNumber: Type.String(), mobile: Nullable(Type.String()) }),
  /** Who comes: the applicant, an agent, or a clerk at a window. */
  visitor: Type.Object({ kind: Code(['applicant', 'agent', 'clerk'] as const), name: Type.String(), organizationName: Nullable(Type.String()), windowName: Nullable(Type.String()) }),
  /** `disclosure`: what of the application it covers and the system may read (content.contract.ts). */
  consent: Type.Object({ text: Type.String(), at: DateTime, disclosure: Disclosure }),
  enteredAt: DateTime, state: Code(linkStates), nextSequence: Type.Integer(),
  /** Where the visitor is led back to; carries no session. */
  returnUrl: Type.String(),
});
export type TicketContent = Static<typeof TicketContent>;

export const redeemTicket = defineOperation({
  id: 'self-built.redeem-ticket', method: 'POST', path: '/api/v1/self-built/tickets/redeem', permission: 'public', bodyLimit: 64 * 1024,
  summary: '自建系统：凭跳转票据取得办件和来人信息，一张票据只能用一次（签名用途 redeem）', body: Signed(RedeemedTicket, '票据'), response: TicketContent,
});

export const sendReport = defineOperation({
  id: 'self-built.send-report', method: 'POST', path: '/api/v1/self-built/reports', permission: 'public', bodyLimit: mostMessageBytes,
  summary: '自建系统：回传办理情况，同一 reportId 重复回传得到同样的答复（签名用途 report）', body: Signed(Report, '一次回传'),
  response: Type.Object({ caseNumber: Type.String(), sequence: Type.Integer(), duplicate: Type.Boolean(), state: Code(linkStates), nextSequence: Type.Integer() }),
});

export const askCase = defineOperation({
  id: 'self-built.ask-case', method: 'POST', path: '/api/v1/self-built/cases/query', permission: 'public', bodyLimit: 64 * 1024,
  summary: '自建系统：查询一个办件在本平台的状态和时限（签名用途 query）', body: Signed(AskedCase, '办件编号'),
  response: Type.Object({
    caseNumber: Type.String(), state: Code(linkStates), status: CaseStatus, outcome: Nullable(Code(['approved', 'denied'] as const)), nextSequence: Type.Integer(),
    promisedDueOn: Nullable(DateOnly), legalDueOn: Nullable(DateOnly),
  }),
});

/** What a self-built system answers when it is asked for reports that did not arrive; signed with the nonce of the question. */
export const PulledReports = Type.Object({
  cases: Type.Array(Type.Object({ caseNumber: Text(60), known: Type.Boolean(), lastSequence: Type.Integer({ minimum: 0 }) }), { maxItems: 100 }),
  reports: Type.Array(Report, { maxItems: 200 }),
});
export type PulledReports = Static<typeof PulledReports>;

/** What it answers when it is asked which cases it took over in some days. */
export const ListedCases = Type.Object({
  cases: Type.Array(Type.Object({ caseNumber: Text(60), lastSequence: Type.Integer({ minimum: 0 }), state: Code(linkStates) }), { maxItems: 5000 }),
});
export type ListedCases = Static<typeof ListedCases>;

export const Answered = Type.Object({ keyId: Text(40), at: DateTime, nonce: Text(64), payload: Type.String(), signature: Text(64) });

export const SystemId = Type.Object({ systemId: Id });
