import { Code, DateOnly, DateTime, defineOperation, Id, JsonObject, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { DocumentDefinition } from '../../kernel/documents/definition.contract.ts';
import { MessageDefinition } from '../../kernel/messaging/message-text.contract.ts';
import { CaseActionType } from './actions.contract.ts';
import { CounterAgent } from './agent.contract.ts';

/**
 * submitted 待受理 → supplementing 待补正 | accepted 审查中 ⇄ paused 特别程序 → decided 已决定 → closed 已办结;
 * ended early: refused 不予受理, withdrawn 已撤回, terminated 已终止 (domain.md §2.3).
 */
export const caseStatuses = [
  'submitted', 'supplementing', 'accepted', 'paused', 'decided', 'closed', 'refused', 'withdrawn', 'terminated',
] as const;
export const CaseStatus = Code(caseStatuses);
export type CaseStatus = Static<typeof CaseStatus>;

/** Names of the statuses as people read them. */
export const caseStatusLabels: Record<CaseStatus, string> = {
  submitted: '待受理', supplementing: '待补正', accepted: '审查中', paused: '特别程序中', decided: '已决定，待送达', closed: '已办结',
  refused: '不予受理', withdrawn: '已撤回', terminated: '已终止',
};

export { agentAuthorityLabels, CounterAgent } from './agent.contract.ts';
export { caseActionLabels, CaseActionType, caseActionTypes } from './actions.contract.ts';
export { CaseProcess, getCaseProgress, StepVisit, visitStates } from './progress.contract.ts';

export const clockLevels = ['normal', 'warning', 'yellow', 'red'] as const;
/** normal 正常, warning 预警, yellow 黄牌 (past the promised limit), red 红牌 (past the legal limit) (SUP-01). */
export const ClockLevel = Code(clockLevels);

/** Clock of a case: limits in working days, days consumed, both deadlines, and every stretch that ran or stood still. */
export const CaseClock = Type.Object({
  state: Code(['not-started', 'running', 'paused', 'stopped'] as const),
  promisedDays: Type.Integer(),
  legalDays: Type.Integer(),
  startedOn: Nullable(DateOnly),
  promisedDueOn: Nullable(DateOnly),
  legalDueOn: Nullable(DateOnly),
  remainingPromisedDays: Nullable(Type.Integer()),
  remainingLegalDays: Nullable(Type.Integer()),
  consumedDays: Nullable(Type.Integer()),
  level: ClockLevel,
  /** The deadline reaches into a year whose holiday notice is not published yet. */
  provisional: Type.Boolean(),
  segments: Type.Array(Type.Object({
    kind: Code(['running', 'suspended', 'extended'] as const),
    from: DateOnly,
    to: Nullable(DateOnly),
    reason: Nullable(Type.String()),
    days: Nullable(Type.Integer()),
  })),
});
export type CaseClock = Static<typeof CaseClock>;

/** How a result is handed over: 电子送达, 窗口领取, 邮寄. */
export const DeliveryMethod = Code(['electronic', 'counter', 'express'] as const);
export type DeliveryMethod = Static<typeof DeliveryMethod>;

/** To whom, with which telephone and where a result is posted. */
export const PostalAddress = Type.Object({ recipient: Text(100), mobile: Text(30), address: Text(300) });
export type PostalAddress = Static<typeof PostalAddress>;

export const CaseParty = Type.Object({
  kind: Code(['person', 'company'] as const), name: Type.String(),
  /** Masked unless the reader's purpose needs it. */
  documentNumber: Type.String(),
  mobile: Nullable(Type.String()),
});

export const CaseSummary = Type.Object({
  id: Id,
  number: Type.String(),
  itemId: Id,
  itemName: Type.String(),
  /** What the case is about in one line, e.g. the applicant and the place. */
  title: Type.String(),
  status: CaseStatus,
  outcome: Nullable(Code(['approved', 'denied'] as const)),
  applicantName: Type.String(),
  filerName: Nullable(Type.String()),
  /** Who acts for the applicant: who stood at the counter, or filed by a mandate. */
  agentName: Nullable(Type.String()),
  channel: Type.String(),
  organizationName: Type.String(),
  submittedAt: DateTime,
  promisedDueOn: Nullable(DateOnly),
  level: ClockLevel,
  closedAt: Nullable(DateTime),
  /** The applicant may rate it now. */
  rateable: Type.Boolean(),
  /** As the applicant asked for it; once delivered, as it was. */
  deliveryMethod: DeliveryMethod,
  /** Last day to hand over the result of a decided case (行政许可法第四十四条). */
  deliveryDueOn: Nullable(DateOnly),
});
export type CaseSummary = Static<typeof CaseSummary>;

export const CaseTimelineEntry = Type.Object({
  sequence: Type.Integer(),
  type: CaseActionType,
  /** What was done: of a review the name of its step in the process, of a special procedure its name too. */
  label: Type.String(),
  at: DateTime,
  /** Officers appear to applicants as their department. */
  by: Type.String(),
  organizationName: Nullable(Type.String()),
  opinion: Nullable(Type.String()),
  detail: JsonObject,
});

export const CaseMaterialView = Type.Object({
  id: Id,
  key: Type.String(),
  name: Type.String(),
  /** upload 上传, licence 电子证照免交, paper 窗口收取纸质件, form 由表单生成, none 未提供. */
  source: Code(['upload', 'licence', 'paper', 'form', 'none'] as const),
  files: Type.Array(Type.Object({ id: Id, name: Type.String(), size: Type.Integer(), mediaType: Type.String() })),
  /** The licence that stands for it, with the legal basis of the rule that allows it, and when the applicant agreed by share code. */
  licence: Nullable(Type.Object({ id: Id, name: Type.String(), number: Type.String(), basis: Type.Optional(Nullable(Type.String())), sharedAt: Type.Optional(DateTime) })),
  /** Round in which it came: 0 at submission, 1 as supplement. */
  round: Type.Integer(),
  /** Replaced by a later round; the old one stays readable. */
  superseded: Type.Boolean(),
});

export const CaseNoticeView = Type.Object({
  id: Id,
  kind: Type.String(),
  title: Type.String(),
  documentNumber: Type.String(),
  issuedAt: DateTime,
  organizationName: Type.String(),
});

export const CaseReviewView = Type.Object({
  organizationName: Type.String(),
  reviewerName: Type.String(),
  step: Code(['acceptance', 'review', 'decision'] as const),
  conclusion: Code(['pass', 'fail'] as const),
  opinion: Type.String(),
  at: DateTime,
  superseded: Type.Boolean(),
  /** A point stands on a material, or on a 受理条件. */
  points: Type.Array(Type.Object({ materialKey: Type.Optional(Type.String()), condition: Type.Optional(Type.String()), pointKey: Type.String(), text: Type.String(), satisfied: Type.Boolean(), remark: Nullable(Type.String()) })),
});

/** An open task of the case as the reader sees it. */
export const CaseTaskView = Type.Object({
  taskId: Id,
  name: Type.String(),
  step: Code(['acceptance', 'review', 'decision', 'delivery', 'custom'] as const),
  /** Who has it or may take it; to applicants the department. */
  handler: Type.String(),
  /** The reader may act on it. */
  mine: Type.Boolean(),
  /** Of an officer asked for an opinion before or after the one whose task it is (前加签, 后加签). */
  sign: Nullable(Code(['before', 'after'] as const)),
});

export const SupplementView = Type.Object({
  requestedAt: DateTime,
  /** Last day to answer; after it the case is terminated. */
  dueOn: DateOnly,
  explanation: Type.String(),
  items: Type.Array(Type.Object({
    kind: Code(['material', 'field', 'other'] as const),
    /** Material key or form field id. */
    key: Type.String(),
    name: Type.String(),
    reason: Type.String(),
  })),
});

export const SpecialProcedureView = Type.Object({
  id: Id,
  key: Type.String(),
  name: Type.String(),
  state: Code(['proposed', 'running', 'ended', 'rejected'] as const),
  days: Type.Integer(),
  reason: Type.String(),
  startedOn: Nullable(DateOnly),
  endedOn: Nullable(DateOnly),
  result: Nullable(Type.String()),
  /** The officer; to applicants the department. */
  proposedBy: Type.String(),
  documents: Type.Array(Type.Object({ id: Id, name: Type.String() })),
});

/** What the reader may do now; the server decides, screens only show it. */
export const CaseAbilities = Type.Object({
  accept: Type.Boolean(),
  refuse: Type.Boolean(),
  requestSupplement: Type.Boolean(),
  supplement: Type.Boolean(),
  review: Type.Boolean(),
  returnForRework: Type.Boolean(),
  /** An own open step that is neither acceptance, review, decision nor delivery. */
  handleStep: Type.Boolean(),
  proposeSpecialProcedure: Type.Boolean(),
  approveSpecialProcedure: Type.Boolean(),
  endSpecialProcedure: Type.Boolean(),
  extend: Type.Boolean(),
  decide: Type.Boolean(),
  deliver: Type.Boolean(),
  /** A result that the mail has brought back may be posted again or handed out. */
  deliverAgain: Type.Boolean(),
  withdraw: Type.Boolean(),
  terminate: Type.Boolean(),
  rate: Type.Boolean(),
  readFull: Type.Boolean(),
});
export type CaseAbilities = Static<typeof CaseAbilities>;

/** Everything the case page shows but the form's answers. */
export const CaseView = Type.Object({
  ...CaseSummary.properties,
  /** Send it back with an action; a stale one is refused. */
  version: Type.Integer(),
  itemVersionId: Id,
  situationKey: Type.String(),
  situationName: Type.String(),
  applicant: CaseParty,
  /** Who filed, when not the applicant: an agent or a window clerk. */
  filer: Nullable(Type.Object({ kind: Code(['agent', 'clerk'] as const), name: Type.String() })),
  /** Who stood at the counter for the applicant. */
  agent: Nullable(CounterAgent),
  clock: CaseClock,
  timeline: Type.Array(CaseTimelineEntry),
  materials: Type.Array(CaseMaterialView),
  notices: Type.Array(CaseNoticeView),
  reviews: Type.Array(CaseReviewView),
  tasks: Type.Array(CaseTaskView),
  supplement: Nullable(SupplementView),
  specialProcedures: Type.Array(SpecialProcedureView),
  licence: Nullable(Type.Object({ id: Id, name: Type.String(), identifier: Type.String() })),
  /** For who may decide: how the licence of an approval ends; `decided` needs dates with the decision. Null without a licence. */
  licenceValidity: Nullable(Code(['years', 'decided', 'unlimited'] as const)),
  acceptanceDueOn: Nullable(DateOnly),
  /** Day on which the mail brought the result back; null again once it has been handed over after all. */
  returnedOn: Nullable(DateOnly),
  /** Day on which the approval was revoked (行政许可法第六十九条); the case stays closed. */
  revokedOn: Nullable(DateOnly),
  abilities: CaseAbilities,
});
export type CaseView = Static<typeof CaseView>;

/** The application as filed: definition pinned by the case and the answers of one round. */
export const CaseApplication = Type.Object({
  caseId: Id,
  formName: Type.String(),
  definition: JsonObject,
  /** Values of the definition's parameters: the guidance answers by question, which its conditions read. */
  parameters: JsonObject,
  answers: JsonObject,
  round: Type.Integer(),
  /** When this round was filed. */
  at: DateTime,
  /** To whom and where the result is to be posted, when the applicant asked for that. */
  postalAddress: Nullable(PostalAddress),
  /** Numbers of who stood at the counter for the applicant; in full for officers only. */
  agent: Nullable(Type.Object({ documentNumber: Type.String(), mobile: Nullable(Type.String()) })),
  /** Sensitive values are masked; ask with a purpose to see them. */
  masked: Type.Boolean(),
  earlierRounds: Type.Array(Type.Object({ round: Type.Integer(), answers: JsonObject, at: DateTime })),
});

const caseParams = Type.Object({ caseId: Id });

export const listMyCases = defineOperation({
  id: 'cases.list-my-cases', method: 'GET', path: '/api/v1/my/cases', permission: 'cases.case.view-own',
  summary: '列出本人（或所代理对象）的办件',
  query: Type.Object({ ...PageQuery.properties, group: Type.Optional(Code(['open', 'closed', 'all'] as const)) }),
  response: PageOf(CaseSummary),
});

const CaseFilter = Type.Object({
  q: Type.Optional(Text(100)),
  status: Type.Optional(CaseStatus),
  level: Type.Optional(ClockLevel),
  itemId: Type.Optional(Id),
  /** How the result is to be handed over. */
  deliveryMethod: Type.Optional(DeliveryMethod),
  /** Results that the mail has brought back and that still wait to be handed over. */
  returned: Type.Optional(Type.Boolean()),
  submittedFrom: Type.Optional(DateOnly),
  submittedTo: Type.Optional(DateOnly),
});

export const listCases = defineOperation({
  id: 'cases.list-cases', method: 'GET', path: '/api/v1/cases', permission: 'cases.case.view',
  summary: '按条件查询权限范围内的办件',
  query: Type.Object({ ...PageQuery.properties, ...CaseFilter.properties, order: Type.Optional(Code(['newest', 'oldest'] as const)) }),
  response: PageOf(CaseSummary),
});

/** A case that somebody with a document is part of. */
const CaseOfDocument = Type.Object({ ...CaseSummary.properties, /** applicant 申请人, agent 经办人、代理人. */ part: Code(['applicant', 'agent'] as const) });
export type CaseOfDocument = Static<typeof CaseOfDocument>;

/** Most cases of one document that are listed; they are the latest. */
export const mostOfDocument = 50;

export const findCasesByDocument = defineOperation({
  id: 'cases.find-by-document', method: 'POST', path: '/api/v1/cases/by-document', permission: 'cases.case.view',
  summary: '按证件号码查办件：申请人的，和作为经办人、代理人的；证件号码不进网址，查询记入审计',
  body: Type.Object({ documentType: Text(10, { minLength: 1 }), documentNumber: Text(40, { minLength: 1 }) }),
  response: Type.Object({ items: Type.Array(CaseOfDocument), more: Type.Boolean() }),
});

/** How far cases are counted: beyond it the exact number costs more than it tells. */
export const mostCounted = 1000;

export const countCases = defineOperation({
  id: 'cases.count-cases', method: 'GET', path: '/api/v1/cases/count', permission: 'cases.case.view',
  summary: `按条件统计权限范围内的办件，最多数到 ${mostCounted} 件`, query: CaseFilter,
  response: Type.Object({ count: Type.Integer(), more: Type.Boolean() }),
});

export const countItemCases = defineOperation({
  id: 'cases.count-item-cases', method: 'GET', path: '/api/v1/catalog/items/:itemId/open-cases', permission: 'catalog.item.view',
  summary: '一个事项尚未办结的办件数，按受理时的版本', params: Type.Object({ itemId: Id }),
  response: Type.Object({ open: Type.Integer(), versions: Type.Array(Type.Object({ versionNumber: Type.Integer(), open: Type.Integer() })) }),
});

export const getCase = defineOperation({
  id: 'cases.get-case', method: 'GET', path: '/api/v1/cases/:caseId', permission: 'signed-in',
  summary: '查看一个办件：状态、时限、材料、文书、意见和办理过程', params: caseParams, response: CaseView,
});

export const getCaseApplication = defineOperation({
  id: 'cases.get-application', method: 'GET', path: '/api/v1/cases/:caseId/application', permission: 'signed-in',
  summary: '查看申请表；敏感内容默认隐去，填写用途后完整显示并留痕', params: caseParams,
  query: Type.Object({ purpose: Type.Optional(Text(100)) }),
  response: CaseApplication,
});

export const downloadNotice = defineOperation({
  id: 'cases.download-notice', method: 'GET', path: '/api/v1/cases/:caseId/notices/:noticeId', permission: 'signed-in',
  summary: '下载文书（PDF）', params: Type.Object({ caseId: Id, noticeId: Id }), responseKind: 'binary',
});

/** A case that a template can be looked at with. */
export const PreviewCase = Type.Object({
  id: Id, number: Type.String(), itemName: Type.String(), applicantKind: Code(['person', 'company'] as const), applicantName: Type.String(), submittedAt: DateTime,
  /** It already has a document of the kind, whose content is then used. */
  hasNotice: Type.Boolean(),
});
export type PreviewCase = Static<typeof PreviewCase>;

export const listPreviewCases = defineOperation({
  id: 'cases.list-preview-cases', method: 'GET', path: '/api/v1/notice-preview-cases', permission: 'cases.notice.preview',
  summary: '可以用来预览文书、消息模板的最近 20 个办件，自然人姓名隐去',
  query: Type.Object({ kind: Text(100), itemId: Type.Optional(Id), applicantKind: Type.Optional(Code(['person', 'company'] as const)), q: Type.Optional(Text(50)) }),
  response: Type.Object({ items: Type.Array(PreviewCase) }),
});

export const previewNotice = defineOperation({
  id: 'cases.preview-notice', method: 'POST', path: '/api/v1/cases/:caseId/notice-previews', permission: 'cases.notice.preview', responseKind: 'binary', bodyLimit: 524_288,
  summary: '用一个办件把文书模板制作成 PDF，不盖章，不保存；个人信息隐去，有权限的人填写用途后完整显示并留痕',
  params: caseParams, body: Type.Object({ content: DocumentDefinition, purpose: Type.Optional(Text(100)) }),
});

export const previewMessage = defineOperation({
  id: 'cases.preview-message', method: 'POST', path: '/api/v1/cases/:caseId/message-previews', permission: 'cases.notice.preview',
  summary: '用一个办件预览站内消息和短信，姓名隐去，不发出；查看留痕', params: caseParams, body: Type.Object({ content: MessageDefinition }),
  response: Type.Object({
    title: Type.String(), body: Type.String(), sms: Nullable(Type.String()),
    /** Characters, and how many SMS they are charged as. */
    smsLength: Type.Integer(), smsParts: Type.Integer(),
  }),
});

export const downloadCaseFile = defineOperation({
  id: 'cases.download-file', method: 'GET', path: '/api/v1/cases/:caseId/files/:fileId', permission: 'signed-in',
  summary: '查看办件中的一个文件；工作人员查看留痕', params: Type.Object({ caseId: Id, fileId: Id }), responseKind: 'binary',
});

export const trackCase = defineOperation({
  id: 'cases.track-case', method: 'POST', path: '/api/v1/case-progress', permission: 'public',
  summary: '凭办件编号和申请人证件号码后四位查询进度（不需登录）',
  body: Type.Object({ number: Text(50, { minLength: 6 }), lastFour: Text(4, { minLength: 4 }) }),
  response: Type.Object({
    number: Type.String(), itemName: Type.String(), status: CaseStatus, organizationName: Type.String(), submittedAt: DateTime,
    promisedDueOn: Nullable(DateOnly), steps: Type.Array(Type.Object({ label: Type.String(), at: DateTime })),
  }),
});
