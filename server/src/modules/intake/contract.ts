import { Code, DateOnly, DateTime, defineOperation, Id, Issue, JsonObject, Nullable, Text, Type, type Static } from '@tongban/contract-kit';
import { identityCheckMethods } from '../../kernel/window-devices/contract.ts';
import { CounterAgent, DeliveryMethod, PostalAddress } from '../cases/contract.ts';
import { GivenAnswer } from '../guidance/contract.ts';
import { ApplicationMaterial } from '../catalog/contract.ts';
import { PrefillAnswer, Prefilled, PrefillState } from './prefill.contract.ts';
import { PlacedShare, SharedEntry } from './shared.contract.ts';

export {
  agreeToPrefill, ConsentWay, consentWayLabels, PrefillAnswer, PrefillConsent, Prefilled, PrefillNote, PrefillSource, PrefillState, windowConsentWays, withdrawPrefillConsent,
} from './prefill.contract.ts';

export { PlacedShare, scanShareCode, SharedEntry } from './shared.contract.ts';

/** What was given for one material of a draft. */
export const MaterialEntry = Type.Object({
  /** Of the item, or of a bundle's one set: `item.material`. */
  key: Text(121, { minLength: 1 }),
  fileIds: Type.Array(Id, { maxItems: 50 }),
  /** A licence of the applicant that stands for the material; needs the applicant's consent. */
  licenceId: Type.Optional(Nullable(Id)),
  licenceConsent: Type.Optional(Type.Boolean()),
  /** A clerk took the paper original at the counter. */
  paperReceived: Type.Optional(Type.Boolean()),
});
export type MaterialEntry = Static<typeof MaterialEntry>;

/** One material a draft needs, with what can stand for it and what is there already. */
export const MaterialSlot = Type.Object({
  material: ApplicationMaterial,
  reason: Nullable(Type.String()),
  required: Type.Boolean(),
  /** Valid licences of the applicant that replace the upload (answer once, reuse). */
  licences: Type.Array(Type.Object({ id: Id, name: Type.String(), number: Type.String(), validTo: Nullable(DateOnly) })),
  files: Type.Array(Type.Object({ id: Id, name: Type.String(), size: Type.Integer(), mediaType: Type.String() })),
  licenceId: Nullable(Id),
  licenceConsent: Type.Boolean(),
  paperReceived: Type.Boolean(),
});

export const Applicant = Type.Object({ kind: Code(['person', 'company'] as const), id: Id, name: Type.String(), documentNumber: Type.String() });

export const RequestedDelivery = Type.Object({ method: DeliveryMethod, postalAddress: Type.Optional(PostalAddress) });
export type RequestedDelivery = Static<typeof RequestedDelivery>;

/** What a draft for a bundle says of its items (BDL-02). */
export const DraftBundle = Type.Object({
  id: Id,
  /** Working days promised for the whole. */
  promisedDays: Type.Integer(),
  /** `after`: names of the items whose result it waits for. */
  items: Type.Array(Type.Object({ key: Type.String(), name: Type.String(), departmentName: Type.String(), days: Type.Integer(), after: Type.Array(Type.String()) })),
  /** Materials of one item that the result of an earlier one stands for; nobody uploads them. */
  takenOver: Type.Array(Type.Object({ name: Type.String(), itemName: Type.String(), fromName: Type.String() })),
  /** Fields that are asked once for several items. */
  fields: Type.Array(Type.Object({ id: Type.String(), itemNames: Type.Array(Type.String()) })),
});

export const Draft = Type.Object({
  id: Id,
  revision: Type.Integer(),
  /** Null in a draft for a bundle. */
  itemId: Nullable(Id),
  itemVersionId: Nullable(Id),
  /** Of the item, or of the bundle. */
  itemName: Type.String(),
  bundle: Nullable(DraftBundle),
  /** A newer guide was published since; the draft may be carried over. */
  outdated: Type.Boolean(),
  applicant: Applicant,
  /** Set when somebody files for the applicant. */
  filedBy: Nullable(Type.Object({ kind: Code(['agent', 'clerk'] as const), name: Type.String() })),
  /** Who stands at the counter for the applicant. */
  agent: Nullable(CounterAgent),
  /** Whether somebody else may stand at the counter for the applicant. */
  agentAllowed: Type.Boolean(),
  guidance: Type.Array(GivenAnswer),
  situation: Type.Object({ key: Type.String(), name: Type.String(), notes: Type.Array(Type.String()) }),
  formKey: Type.String(),
  formName: Type.String(),
  formDefinition: JsonObject,
  answers: JsonObject,
  /** By field: where its first value came from, as of when. */
  prefilled: Type.Record(Type.String(), Prefilled),
  /** Further sources that may be read when the applicant agrees (FRM-02). */
  prefill: PrefillState,
  materials: Type.Array(MaterialSlot),
  /** What a clerk compares on the 受理条件 before the application is handed in (INT-02); `itemName` names an item of a bundle. */
  conditionChecks: Type.Array(Type.Object({ itemName: Nullable(Type.String()), condition: Type.String(), points: Type.Array(Type.String()) })),
  /** What of them came by a share code of the applicant (INT-09). */
  shared: Type.Array(SharedEntry),
  /** How the result may be asked for; by post only where the item is sent (CAT-11). */
  deliveryMethods: Type.Array(DeliveryMethod),
  updatedAt: DateTime,
  /** Set once submitted: the case it became. */
  caseId: Nullable(Id),
});
export type Draft = Static<typeof Draft>;

export const DraftLine = Type.Object({
  id: Id, itemId: Nullable(Id), bundleId: Nullable(Id), itemName: Type.String(), applicantName: Type.String(), situationName: Type.String(), updatedAt: DateTime,
});

/** What a changed form would do to one answer of the drafts that are being filled in. */
export const DraftChange = Type.Object({
  path: Type.String(),
  label: Type.String(),
  outcome: Code(['converted', 'dropped'] as const),
  /** Drafts in which the answer is given. */
  drafts: Type.Integer(),
  /** What is said of it, in Chinese. */
  message: Type.String(),
});

/** What a newer version of the guide would do to one draft, for who is filling it in (FRM-03). */
export const NewerGuide = Type.Object({
  /** The version that would be gone on with; null when the item is not offered any more, or the draft has the latest. */
  versionId: Nullable(Id),
  /** Why the draft cannot be carried over; it may be submitted as it is all the same. */
  reason: Nullable(Type.String()),
  /** What the form and the materials ask otherwise, in words. */
  changes: Type.Array(Type.String()),
  keptAnswers: Type.Integer(),
  /** Own answers that cannot simply be kept, as they read before. */
  moved: Type.Array(Type.Object({ label: Type.String(), outcome: Code(['converted', 'dropped'] as const), before: Type.String(), message: Type.String() })),
  /** Given materials that the newer version does not ask for. */
  unneeded: Type.Array(Type.Object({ name: Type.String(), files: Type.Integer() })),
});
export type NewerGuide = Static<typeof NewerGuide>;

/** What becomes of open drafts when a form of the version is published (FRM-03); numbers only, no answers. */
export const DraftChanges = Type.Object({
  /** Drafts of the item that are not submitted; of them the newest that were looked at, and of those the ones with this form. */
  openDrafts: Type.Integer(),
  examined: Type.Integer(),
  withForm: Type.Integer(),
  /** Drafts in which everything is kept as it is, and answers kept in all. */
  unchangedDrafts: Type.Integer(),
  keptAnswers: Type.Integer(),
  changes: Type.Array(DraftChange),
});
export type DraftChanges = Static<typeof DraftChanges>;

/** 申请回执 of a submitted case (law: dated, written). */
export const Receipt = Type.Object({
  caseId: Id,
  number: Type.String(),
  itemName: Type.String(),
  applicantName: Type.String(),
  submittedAt: DateTime,
  organizationName: Type.String(),
  /** Last working day to be told about acceptance (行政许可法第三十二条: five working days). */
  acceptanceDueOn: DateOnly,
  promisedDays: Type.Integer(),
  /** The receipt as PDF: `/api/v1/cases/:caseId/notices/:noticeId`. */
  noticeId: Id,
  trackUrl: Type.String(),
  nextSteps: Type.Array(Type.String()),
});
export type Receipt = Static<typeof Receipt>;

const draftParams = Type.Object({ draftId: Id });
const caseParams = Type.Object({ caseId: Id });

/** What a state-changing call on a case answers. */
export const CaseReceipt = Type.Object({ caseId: Id, number: Type.String(), status: Type.String(), version: Type.Integer(), noticeId: Nullable(Id) });
export type CaseReceipt = Static<typeof CaseReceipt>;

export const createDraft = defineOperation({
  id: 'intake.create-draft', method: 'POST', path: '/api/v1/drafts', permission: 'intake.draft.edit-own',
  summary: '开始申请：按引导结果建立草稿，已知信息自动填入', status: 201, idempotent: true,
  body: Type.Object({ itemId: Id, guidance: Type.Array(GivenAnswer, { maxItems: 60 }) }), response: Draft,
});

export const createBundleDraft = defineOperation({
  id: 'intake.create-bundle-draft', method: 'POST', path: '/api/v1/bundles/:bundleId/drafts', permission: 'intake.draft.edit-own',
  summary: '开始申请一件事：按问卷回答建立一份草稿，一张表单、一套材料，已知信息自动填入', status: 201, idempotent: true,
  params: Type.Object({ bundleId: Id }), body: Type.Object({ guidance: Type.Array(GivenAnswer, { maxItems: 60 }) }), response: Draft,
});

/** The person or company in front of the clerk. */
const CounterApplicant = Type.Object({
  kind: Code(['person', 'company'] as const),
  /** Person's or legal name. */
  name: Text(200, { minLength: 1 }),
  /** Type of identity document, `111` resident ID …; `001` 统一社会信用代码 for companies. */
  documentType: Text(10, { minLength: 1 }),
  documentNumber: Text(40, { minLength: 1 }),
  /** May be left out for somebody whose mobile is on file; that one is kept in any case, for it may sign in an account. */
  mobile: Type.Optional(Text(20, { minLength: 1 })),
  /** How the clerk made sure that it is this person; by looking at the document unless told. */
  identifiedBy: Type.Optional(Code(identityCheckMethods)),
  /** Legal representative, needed when the company is not known to the platform yet. */
  representative: Type.Optional(Type.Object({ name: Text(200, { minLength: 1 }), documentType: Text(10, { minLength: 1 }), documentNumber: Text(40, { minLength: 1 }) })),
});

export const findCounterApplicant = defineOperation({
  id: 'intake.find-counter-applicant', method: 'POST', path: '/api/v1/window/applicants', permission: 'intake.case.register',
  summary: '窗口登记：按证件号码查找以前办过事的申请人，带出姓名和手机（隐去中段）；查看记入审计',
  body: Type.Object({ kind: Code(['person', 'company'] as const), documentType: Text(10, { minLength: 1 }), documentNumber: Text(40, { minLength: 1 }) }),
  response: Type.Object({
    /** Null for who has never dealt with the platform. `mobileMasked` of a company is that of its legal representative. */
    applicant: Nullable(Type.Object({ name: Type.String(), mobileMasked: Nullable(Type.String()) })),
  }),
});

export const createWindowBundleDraft = defineOperation({
  id: 'intake.create-window-bundle-draft', method: 'POST', path: '/api/v1/window/bundle-drafts', permission: 'intake.case.register',
  summary: '窗口代为登记一件事：核对申请人身份后建立草稿', status: 201, idempotent: true,
  body: Type.Object({ bundleId: Id, guidance: Type.Array(GivenAnswer, { maxItems: 60 }), applicant: CounterApplicant }), response: Draft,
});

export const createWindowDraft = defineOperation({
  id: 'intake.create-window-draft', method: 'POST', path: '/api/v1/window/drafts', permission: 'intake.case.register',
  summary: '窗口代为登记：核对申请人身份后建立草稿', status: 201, idempotent: true,
  body: Type.Object({
    itemId: Id,
    guidance: Type.Array(GivenAnswer, { maxItems: 60 }),
    applicant: CounterApplicant,
  }),
  response: Draft,
});

export const previewDraftChanges = defineOperation({
  id: 'intake.preview-draft-changes', method: 'GET', path: '/api/v1/intake/versions/:versionId/forms/:formKey/draft-changes', permission: 'catalog.item.edit',
  summary: '发布前查看：正在填写的草稿按这个版本的表单会保留、转换、丢失哪些内容',
  params: Type.Object({ versionId: Id, formKey: Text(60, { minLength: 1 }) }), response: DraftChanges,
});

export const listDrafts = defineOperation({
  id: 'intake.list-drafts', method: 'GET', path: '/api/v1/drafts', permission: 'signed-in',
  summary: '列出我未提交的草稿', response: Type.Object({ items: Type.Array(DraftLine) }),
});

export const getDraft = defineOperation({
  id: 'intake.get-draft', method: 'GET', path: '/api/v1/drafts/:draftId', permission: 'signed-in',
  summary: '取回草稿', params: draftParams, response: Draft,
});

export const saveDraft = defineOperation({
  id: 'intake.save-draft', method: 'PUT', path: '/api/v1/drafts/:draftId', permission: 'signed-in',
  summary: '保存草稿（边填边存）；revision 落后时返回 409，防止两处同时填写互相覆盖', params: draftParams,
  body: Type.Object({ revision: Type.Integer(), answers: JsonObject, materials: Type.Array(MaterialEntry, { maxItems: 100 }) }),
  response: Type.Object({ revision: Type.Integer(), savedAt: DateTime, issues: Type.Array(Issue) }), bodyLimit: 1_048_576,
});

/** Who stands at the counter for the applicant, as typed or read from the card. */
const TypedAgent = Type.Object({
  name: Text(100, { minLength: 1 }),
  documentType: Text(10, { minLength: 1 }),
  documentNumber: Text(40, { minLength: 1 }),
  /** May be left out for somebody whose mobile is on file; that one is kept in any case. */
  mobile: Type.Optional(Text(20, { minLength: 1 })),
  identifiedBy: Type.Optional(Code(identityCheckMethods)),
  /** 授权委托书 as an uploaded file. */
  letterFileId: Type.Optional(Id),
  /** The clerk has seen its original. */
  originalSeen: Type.Optional(Type.Boolean()),
});

export const setDraftAgent = defineOperation({
  id: 'intake.set-draft-agent', method: 'PUT', path: '/api/v1/window/drafts/:draftId/agent', permission: 'intake.case.register',
  summary: '窗口登记：登记替申请人到场的经办人（代理人）和授权；null 为申请人本人到场', params: draftParams,
  body: Type.Object({ revision: Type.Integer(), agent: Nullable(TypedAgent) }), response: Type.Object({ ...PrefillAnswer.properties, agent: Nullable(CounterAgent) }),
});

export const takeShared = defineOperation({
  id: 'intake.take-shared', method: 'POST', path: '/api/v1/drafts/:draftId/shared-things', permission: 'sharing.code.scan',
  summary: '把扫过的共享码里的证照、文件放入这份登记的材料；对不上材料的逐项说明', params: draftParams,
  body: Type.Object({ revision: Type.Integer(), shareId: Id }),
  response: Type.Object({ ...PlacedShare.properties, materials: Type.Array(MaterialSlot), shared: Type.Array(SharedEntry) }),
});

export const compareNewerGuide = defineOperation({
  id: 'intake.compare-newer-guide', method: 'GET', path: '/api/v1/drafts/:draftId/newer-guide', permission: 'signed-in',
  summary: '办事指南有新版本时，看改了什么、这份草稿改按新版本填写会怎样；什么都不改变', params: draftParams, response: NewerGuide,
});

export const renewDraft = defineOperation({
  id: 'intake.renew-draft', method: 'POST', path: '/api/v1/drafts/:draftId/renewal', permission: 'signed-in',
  summary: '把草稿改为按新版本的办事指南填写；已填的内容带过去，与看到的版本不一致时拒绝', params: draftParams,
  body: Type.Object({ revision: Type.Integer(), versionId: Id }), response: Type.Object({ draft: Draft, done: NewerGuide }),
});

export const deleteDraft = defineOperation({
  id: 'intake.delete-draft', method: 'DELETE', path: '/api/v1/drafts/:draftId', permission: 'signed-in',
  summary: '删除草稿', params: draftParams,
});

export const submitDraft = defineOperation({
  id: 'intake.submit-draft', method: 'POST', path: '/api/v1/drafts/:draftId/submit', permission: 'signed-in',
  summary: '提交申请；重复提交返回同一回执', params: draftParams,
  body: Type.Object({
    revision: Type.Integer(),
    /** The applicant declares the content true (行政许可法第三十一条). */
    declared: Type.Boolean(),
    delivery: Type.Optional(RequestedDelivery),
  }),
  response: Receipt,
});

const opinion = Text(2000);
/** What was found of one review point; `materialKey` is absent for a point that stands on a 受理条件. */
export const PointResult = Type.Object({
  materialKey: Type.Optional(Text(60)), pointKey: Text(60), satisfied: Type.Boolean(), remark: Type.Optional(Text(500)),
});
export type PointResult = Static<typeof PointResult>;

export const acceptCase = defineOperation({
  id: 'intake.accept-case', method: 'POST', path: '/api/v1/cases/:caseId/accept', permission: 'intake.case.accept',
  summary: '受理：出具受理通知书，办理时限开始计算', params: caseParams, idempotent: true,
  body: Type.Object({ version: Type.Integer(), points: Type.Array(PointResult, { maxItems: 500 }), opinion: Type.Optional(opinion) }),
  response: CaseReceipt,
});

export const refuseCase = defineOperation({
  id: 'intake.refuse-case', method: 'POST', path: '/api/v1/cases/:caseId/refuse', permission: 'intake.case.accept',
  summary: '不予受理：写明理由，告知去处和救济途径，出具不予受理决定书', params: caseParams, idempotent: true,
  body: Type.Object({
    version: Type.Integer(),
    /** not-required 依法不需要许可; not-competent 不属于本机关职权; not-qualified 不符合法定申请条件. */
    ground: Code(['not-required', 'not-competent', 'not-qualified'] as const),
    reasons: Text(2000, { minLength: 5 }),
    /** Where to apply instead, required for not-competent. */
    competentAuthority: Type.Optional(Text(200)),
  }),
  response: CaseReceipt,
});

export const requestSupplement = defineOperation({
  id: 'intake.request-supplement', method: 'POST', path: '/api/v1/cases/:caseId/request-supplement', permission: 'intake.case.accept',
  summary: '一次性告知补正：五个工作日内、只能一次，写明全部需要补正的内容', params: caseParams, idempotent: true,
  body: Type.Object({
    version: Type.Integer(),
    explanation: Text(2000, { minLength: 2 }),
    items: Type.Array(Type.Object({
      kind: Code(['material', 'field', 'other'] as const), key: Text(120), reason: Text(500, { minLength: 2 }),
    }), { minItems: 1, maxItems: 100 }),
    /** Working days the applicant has to answer; 15 unless told. */
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 60 })),
  }),
  response: CaseReceipt,
});

export const supplementCase = defineOperation({
  id: 'intake.supplement-case', method: 'POST', path: '/api/v1/cases/:caseId/supplement', permission: 'signed-in',
  summary: '申请人提交补正；原内容保留可查', params: caseParams, idempotent: true,
  body: Type.Object({ version: Type.Integer(), answers: JsonObject, materials: Type.Array(MaterialEntry, { maxItems: 100 }), remark: Type.Optional(opinion) }),
  response: CaseReceipt, bodyLimit: 1_048_576,
});

export const withdrawCase = defineOperation({
  id: 'intake.withdraw-case', method: 'POST', path: '/api/v1/cases/:caseId/withdraw', permission: 'signed-in',
  summary: '申请人在决定作出前撤回申请', params: caseParams, idempotent: true,
  body: Type.Object({ version: Type.Integer(), reason: Text(500, { minLength: 2 }) }), response: CaseReceipt,
});
