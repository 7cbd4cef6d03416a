import { Code, DateOnly, DateTime, defineOperation, Id, JsonObject, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { CaseStatus, DeliveryMethod } from '../cases/contract.ts';
import { MaterialEntry, MaterialSlot, RequestedDelivery } from '../intake/contract.ts';
import { RatingInput } from '../ratings/contract.ts';

/** handling 办理中, supplementing 待补正, decided 全部有结果，待送达, closed 已办结, withdrawn 已撤回: what the items of an application come to. */
export const applicationStates = ['handling', 'supplementing', 'decided', 'closed', 'withdrawn'] as const;
export const ApplicationState = Code(applicationStates);
export type ApplicationState = Static<typeof ApplicationState>;
export const applicationStateLabels: Readonly<Record<ApplicationState, string>> = {
  handling: '办理中', supplementing: '待补正', decided: '已有结果，待送达', closed: '已办结', withdrawn: '已撤回',
};

/** waiting 等前面的事项, opened 已分派办理 (a case of its own), dropped 不再办理. */
export const ChildState = Code(['waiting', 'opened', 'dropped'] as const);
export type ChildState = Static<typeof ChildState>;

/** 申请回执 of a bundle: one number for the whole, and that of each case it was divided into. */
export const BundleReceipt = Type.Object({
  applicationId: Id,
  number: Type.String(),
  bundleName: Type.String(),
  applicantName: Type.String(),
  leadName: Type.String(),
  submittedAt: DateTime,
  /** Working days promised for the whole. */
  promisedDays: Type.Integer(),
  trackUrl: Type.String(),
  children: Type.Array(Type.Object({
    itemName: Type.String(), organizationName: Type.String(),
    /** Null while it waits for the items in `after`. */
    caseId: Nullable(Id), caseNumber: Nullable(Type.String()), after: Type.Array(Type.String()),
  })),
  nextSteps: Type.Array(Type.String()),
});
export type BundleReceipt = Static<typeof BundleReceipt>;

/** One item of an application on its time line. */
export const BundleChildView = Type.Object({
  key: Type.String(),
  itemName: Type.String(),
  organizationName: Type.String(),
  state: ChildState,
  caseStatus: Nullable(CaseStatus),
  outcome: Nullable(Code(['approved', 'denied'] as const)),
  /** In words: 审查中, 等“…”办好后开始, 不再办理. */
  label: Type.String(),
  /** Where the case may be seen; null while there is none, and for who may not see it. */
  caseId: Nullable(Id),
  caseNumber: Nullable(Type.String()),
  /** Names of the items whose result it waits for, or waited for. */
  after: Type.Array(Type.String()),
  reason: Nullable(Type.String()),
  openedAt: Nullable(DateTime),
  /** Last day of its promise; reckoned from the promises before it while its own clock does not run. Null when it is over or waits for the applicant. */
  dueOn: Nullable(DateOnly),
  estimated: Type.Boolean(),
  decidedOn: Nullable(DateOnly),
  licence: Nullable(Type.Object({ id: Id, name: Type.String() })),
  withdrawable: Type.Boolean(),
});
export type BundleChildView = Static<typeof BundleChildView>;

export const BundleApplicationLine = Type.Object({
  id: Id,
  number: Type.String(),
  bundleId: Id,
  bundleName: Type.String(),
  applicantName: Type.String(),
  leadName: Type.String(),
  state: ApplicationState,
  stateLabel: Type.String(),
  submittedAt: DateTime,
  /** Items in all, with a result, and not handled any more or not granted. */
  items: Type.Object({ all: Type.Integer(), settled: Type.Integer(), failed: Type.Integer() }),
});
export type BundleApplicationLine = Static<typeof BundleApplicationLine>;

/** A bundle somebody applied for, with all its items. */
export const BundleApplicationView = Type.Object({
  ...BundleApplicationLine.properties,
  filerName: Nullable(Type.String()),
  promisedDays: Type.Integer(),
  /** Day by which all is done as things stand; null when all is done or something waits for the applicant. */
  expectedOn: Nullable(DateOnly),
  /** Names of the items that take longest one after the other. */
  criticalPath: Type.Array(Type.String()),
  children: Type.Array(BundleChildView),
  /** What the applicant has to do now, or may do; empty when there is nothing but to wait. */
  toDo: Type.Array(Type.String()),
  deliveryMethod: DeliveryMethod,
  partialAgreedAt: Nullable(DateTime),
  deliveredAt: Nullable(DateTime),
  ratedAt: Nullable(DateTime),
  receipt: BundleReceipt,
  abilities: Type.Object({ supplement: Type.Boolean(), withdraw: Type.Boolean(), agreeToPartial: Type.Boolean(), deliver: Type.Boolean(), rate: Type.Boolean() }),
});
export type BundleApplicationView = Static<typeof BundleApplicationView>;

/** What all departments ask to be mended, as one notice (行政许可法第三十二条: told once). */
export const JointSupplement = Type.Object({
  applicationId: Id,
  number: Type.String(),
  bundleName: Type.String(),
  applicantName: Type.String(),
  /** The earliest of the departments' last days. */
  dueOn: DateOnly,
  /** By department; `key` is a field or material of the one form and set, empty for other things. */
  notices: Type.Array(Type.Object({
    caseId: Id, itemName: Type.String(), organizationName: Type.String(), dueOn: DateOnly, explanation: Type.String(),
    items: Type.Array(Type.Object({ kind: Code(['material', 'field', 'other'] as const), key: Type.String(), name: Type.String(), reason: Type.String() })),
  })),
  /** Departments that still look through what was handed in and may yet ask, until that day. */
  stillChecking: Type.Array(Type.Object({ itemName: Type.String(), organizationName: Type.String(), until: Nullable(DateOnly) })),
  definition: JsonObject,
  answers: JsonObject,
  slots: Type.Array(MaterialSlot),
});
export type JointSupplement = Static<typeof JointSupplement>;

const params = Type.Object({ applicationId: Id });

export const submitBundleDraft = defineOperation({
  id: 'bundle-applications.submit-draft', method: 'POST', path: '/api/v1/drafts/:draftId/submit-bundle', permission: 'signed-in',
  summary: '提交一件事申请：一次提交，按事项拆分为各部门的办件；重复提交返回同一回执', params: Type.Object({ draftId: Id }),
  body: Type.Object({ revision: Type.Integer(), declared: Type.Boolean(), delivery: Type.Optional(RequestedDelivery) }), response: BundleReceipt,
});

export const listMyBundleApplications = defineOperation({
  id: 'bundle-applications.list-mine', method: 'GET', path: '/api/v1/my/bundle-applications', permission: 'cases.case.view-own',
  summary: '列出本人（或所代理对象）申请的一件事', query: Type.Object({ ...PageQuery.properties }), response: PageOf(BundleApplicationLine),
});

const applicationFilter = {
  /** Number, applicant or bundle. */
  q: Type.Optional(Text(100)), state: Type.Optional(ApplicationState), bundleId: Type.Optional(Id),
};

export const listBundleApplications = defineOperation({
  id: 'bundle-applications.list-applications', method: 'GET', path: '/api/v1/bundle-applications', permission: 'bundle-applications.application.view',
  summary: '一件事办件：按状态、一件事、编号或申请人查询权限范围内的', query: Type.Object({ ...PageQuery.properties, ...applicationFilter }),
  response: Type.Object({
    ...PageOf(BundleApplicationLine).properties,
    counts: Type.Array(Type.Object({ state: ApplicationState, count: Type.Integer() })),
  }),
});

export const getBundleApplication = defineOperation({
  id: 'bundle-applications.get-application', method: 'GET', path: '/api/v1/bundle-applications/:applicationId', permission: 'signed-in',
  summary: '查看一件事申请：每个事项的进度、预计办完的日期、现在要做什么', params, response: BundleApplicationView,
});

export const getBundleOfCase = defineOperation({
  id: 'bundle-applications.get-of-case', method: 'GET', path: '/api/v1/cases/:caseId/bundle', permission: 'signed-in',
  summary: '办件属于哪一件事，同一件事的其他事项办到哪里', params: Type.Object({ caseId: Id }),
  response: Type.Object({ application: Nullable(Type.Object({ ...BundleApplicationLine.properties, children: Type.Array(BundleChildView) })) }),
});

export const getJointSupplement = defineOperation({
  id: 'bundle-applications.get-supplement', method: 'GET', path: '/api/v1/bundle-applications/:applicationId/supplement', permission: 'signed-in',
  summary: '一次性补正告知（汇总）：各部门需要补正的全部内容', params, response: JointSupplement,
});

export const downloadBundleFile = defineOperation({
  id: 'bundle-applications.download-file', method: 'GET', path: '/api/v1/bundle-applications/:applicationId/files/:fileId', permission: 'signed-in',
  summary: '查看一件事申请或其办件中的一个文件，供补正时核对', params: Type.Object({ applicationId: Id, fileId: Id }), responseKind: 'binary',
});

export const supplementBundle = defineOperation({
  id: 'bundle-applications.supplement', method: 'POST', path: '/api/v1/bundle-applications/:applicationId/supplement', permission: 'signed-in',
  summary: '一次提交全部补正内容，按事项分送各部门；没有要求补正的事项不受影响', params, idempotent: true, bodyLimit: 1_048_576,
  body: Type.Object({
    /** Cases of the notices that are answered; refused when another has come meanwhile. */
    caseIds: Type.Array(Id, { minItems: 1, maxItems: 30 }),
    answers: JsonObject, materials: Type.Array(MaterialEntry, { maxItems: 100 }), remark: Type.Optional(Text(2000)),
  }),
  response: BundleApplicationView,
});

export const withdrawBundle = defineOperation({
  id: 'bundle-applications.withdraw', method: 'POST', path: '/api/v1/bundle-applications/:applicationId/withdraw', permission: 'signed-in',
  summary: '撤回整件事，或者其中几个事项；等待它们结果的事项不再办理', params, idempotent: true,
  body: Type.Object({
    reason: Text(500, { minLength: 2 }),
    /** Keys of the items; all that can still be withdrawn when absent. */
    keys: Type.Optional(Type.Array(Text(60, { minLength: 1 }), { minItems: 1, maxItems: 30 })),
  }),
  response: BundleApplicationView,
});

export const agreeToPartialDelivery = defineOperation({
  id: 'bundle-applications.agree-to-partial', method: 'POST', path: '/api/v1/bundle-applications/:applicationId/agree-to-partial', permission: 'signed-in',
  summary: '申请人同意已办好的先送达，不等其余事项', params, response: BundleApplicationView,
});

export const deliverBundle = defineOperation({
  id: 'bundle-applications.deliver', method: 'POST', path: '/api/v1/bundle-applications/:applicationId/deliver', permission: 'bundle-applications.application.deliver',
  summary: '一次出件：全部结果一次送达，登记签收人；还有事项没办完的，要有申请人的同意', params, idempotent: true,
  body: Type.Object({ method: DeliveryMethod, receiver: Text(100, { minLength: 1 }), trackingNumber: Type.Optional(Text(60)) }),
  response: BundleApplicationView,
});

export const rateBundle = defineOperation({
  id: 'bundle-applications.rate', method: 'POST', path: '/api/v1/bundle-applications/:applicationId/rate', permission: 'signed-in',
  summary: '评价一次，对每个办结的事项有效', params, body: RatingInput, response: BundleApplicationView,
});
