import { Code, DateOnly, DateTime, defineOperation, Id, JsonObject, Nullable, Text, Type, type Static } from '@tongban/contract-kit';

/** Where the answer of a field was filled in from. */
export const Prefilled = Type.Object({
  source: Type.String(),
  /** Which source of the data element; `profile` needs no consent. */
  sourceId: Type.String(),
  /** The day as of which it is known; null for drafts from before it was kept. */
  asOf: Nullable(DateOnly),
  /** As it was filled in: an answer that is another was changed by the applicant. */
  value: Type.Optional(Type.Unknown()),
});
export type Prefilled = Static<typeof Prefilled>;

/** online 申请人在网上同意; at a window: paper 签署书面同意书, screen 在屏幕上确认, oral 当面口头同意. */
export const windowConsentWays = ['paper', 'screen', 'oral'] as const;
export const ConsentWay = Code(['online', ...windowConsentWays] as const);
export type ConsentWay = Static<typeof ConsentWay>;
export const consentWayLabels: Record<ConsentWay, string> = { online: '网上同意', paper: '签署书面同意书', screen: '在屏幕上确认', oral: '当面口头同意' };

/** What may be read once the applicant agrees, by its key, with the fields it may fill in. */
export const PrefillSource = Type.Object({
  key: Type.String(),
  kind: Code(['licence', 'past-case', 'sharing'] as const),
  name: Type.String(),
  fields: Type.Array(Type.String()),
  /** False for data sharing that is not connected or switched off: nobody is asked. */
  available: Type.Boolean(),
});
export type PrefillSource = Static<typeof PrefillSource>;

/** What the applicant said of reading further sources for this draft; without sources it was a no. */
export const PrefillConsent = Type.Object({
  sources: Type.Array(Type.Object({ key: Type.String(), name: Type.String() })),
  givenAt: DateTime,
  way: ConsentWay,
  /** The applicant, the agent, or the clerk who recorded it. */
  recordedByName: Type.String(),
  withdrawnAt: Nullable(DateTime),
});
export type PrefillConsent = Static<typeof PrefillConsent>;

/** What came of reading: a source that had nothing, failed, or had a value that could not be used. */
export const PrefillNote = Type.Object({ tone: Code(['info', 'warning'] as const), message: Type.String() });
export type PrefillNote = Static<typeof PrefillNote>;

export const PrefillState = Type.Object({
  offered: Type.Array(PrefillSource),
  consent: Nullable(PrefillConsent),
  notes: Type.Array(PrefillNote),
});
export type PrefillState = Static<typeof PrefillState>;

/** The draft after its answers were filled in anew. */
export const PrefillAnswer = Type.Object({
  revision: Type.Integer(), savedAt: DateTime, answers: JsonObject, prefilled: Type.Record(Type.String(), Prefilled), prefill: PrefillState,
});
export type PrefillAnswer = Static<typeof PrefillAnswer>;

const draftParams = Type.Object({ draftId: Id });

export const agreeToPrefill = defineOperation({
  id: 'intake.agree-to-prefill', method: 'POST', path: '/api/v1/drafts/:draftId/prefill', permission: 'signed-in',
  summary: '申请人同意（或不同意）读取所列来源，自动填写这份草稿；窗口须写明怎样、何时同意', params: draftParams,
  body: Type.Object({
    revision: Type.Integer(),
    /** Keys of offered sources; none is a no, and nothing is read. */
    sources: Type.Array(Text(160, { minLength: 1 }), { maxItems: 60 }),
    /** At a window: how and when the person in front of the clerk agreed. */
    window: Type.Optional(Type.Object({ way: Code(windowConsentWays), at: DateTime })),
  }),
  response: PrefillAnswer,
});

export const withdrawPrefillConsent = defineOperation({
  id: 'intake.withdraw-prefill-consent', method: 'POST', path: '/api/v1/drafts/:draftId/prefill/withdraw', permission: 'signed-in',
  summary: '撤回同意：据此填入、没有改过的内容一并清除', params: draftParams, body: Type.Object({ revision: Type.Integer() }), response: PrefillAnswer,
});
