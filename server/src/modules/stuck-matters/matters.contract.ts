import { Code, DateOnly, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';

/** registered 待分派 → assigned 待签收 → handling 办理中 → answered 待审核 → awaiting-word 待评价 → closed; dissatisfied once → reopened 待二次指派. */
export const matterStates = ['registered', 'assigned', 'handling', 'answered', 'awaiting-word', 'reopened', 'closed', 'rejected', 'withdrawn'] as const;
export const MatterState = Code(matterStates);
export type MatterState = Static<typeof MatterState>;
export const matterStateLabels: Readonly<Record<MatterState, string>> = {
  'registered': '待分派', 'assigned': '待签收', 'handling': '办理中', 'answered': '待审核', 'awaiting-word': '待群众评价', 'reopened': '待二次指派',
  'closed': '已办结', 'rejected': '已驳回', 'withdrawn': '已撤回',
};
export const finishedStates: readonly MatterState[] = ['closed', 'rejected', 'withdrawn'];

export const matterChannels = ['window', 'portal', 'phone'] as const;
export const MatterChannel = Code(matterChannels);
export type MatterChannel = Static<typeof MatterChannel>;
export const matterChannelLabels: Readonly<Record<MatterChannel, string>> = { window: '窗口', portal: '网上', phone: '电话' };

export const matterWords = ['satisfied', 'fairly-satisfied', 'dissatisfied'] as const;
export const MatterWord = Code(matterWords);
export type MatterWord = Static<typeof MatterWord>;
export const matterWordLabels: Readonly<Record<MatterWord, string>> = { 'satisfied': '满意', 'fairly-satisfied': '基本满意', 'dissatisfied': '不满意' };

export const matterLevels = ['normal', 'warning', 'yellow', 'red'] as const;
export const MatterLevel = Code(matterLevels);
export type MatterLevel = Static<typeof MatterLevel>;
export const matterLevelLabels: Readonly<Record<MatterLevel, string>> = { normal: '正常', warning: '预警', yellow: '黄牌', red: '红牌' };

/** The cause by which the item's guide is to be mended; the other causes are dictionary data. */
export const guideWrongCause = 'guide-wrong';

/** Elements of a guide that a report may find wrong. */
export const guideElements = [
  'materials', 'conditions', 'flowSteps', 'promisedLimit', 'legalLimit', 'fees', 'visitCount', 'onlineAvailable', 'windows', 'consultationTelephone', 'results', 'questionnaire', 'forms',
] as const;

const Words = Text(1000, { minLength: 5 });
const Mobile = Text(30, { minLength: 5 });

/** The most files of one report or result. */
export const mostMatterFiles = 6;
const FileIds = Type.Array(Id, { maxItems: mostMatterFiles, uniqueItems: true });
/** A file as it is listed. */
export const MatterFile = Type.Object({ id: Id, name: Type.String() });
export type MatterFile = Static<typeof MatterFile>;

const reportFields = {
  /** What could not be done, in the citizen's words. */
  content: Text(2000, { minLength: 10 }),
  reasonCode: Text(40, { minLength: 1 }),
  /** Number of the case it is about. */
  caseNumber: Type.Optional(Text(60)),
  itemId: Type.Optional(Id),
  regionCode: Type.Optional(Text(12, { pattern: '^\\d{6}(\\d{3}|\\d{6})?$' })),
  /** Photos, screenshots and papers, uploaded before by the same account. */
  fileIds: Type.Optional(FileIds),
};

/** What somebody signed in reports; the name is the account's, for a company that of the company. */
export const ReportInput = Type.Object({ ...reportFields, mobile: Mobile });
export type ReportInput = Static<typeof ReportInput>;

/** What a clerk writes down for somebody at the window or on the phone, who may have no account. */
export const RegisterInput = Type.Object({ ...reportFields, channel: Code(['window', 'phone'] as const), name: Text(100, { minLength: 1 }), mobile: Mobile });
export type RegisterInput = Static<typeof RegisterInput>;

const Named = Type.Object({ id: Id, name: Type.String() });

const lineFields = {
  id: Id,
  number: Type.String(),
  state: MatterState,
  stateLabel: Type.String(),
  channel: MatterChannel,
  /** 2 after the citizen was dissatisfied once. */
  round: Type.Integer(),
  content: Type.String(),
  reasonCode: Type.String(),
  reason: Type.String(),
  itemName: Nullable(Type.String()),
  regionCode: Type.String(),
  registeredAt: DateTime,
  dueOn: Nullable(DateOnly),
  finishedAt: Nullable(DateTime),
};

export const MatterLine = Type.Object({
  ...lineFields,
  /** Masked. */
  reporterName: Type.String(),
  /** The department that is answerable; before assignment the one the report is about. */
  organizationName: Nullable(Type.String()),
  officerName: Nullable(Type.String()),
  level: MatterLevel,
  /** Working days left, negative when late; null while no clock runs. */
  remainingDays: Nullable(Type.Integer()),
  word: Nullable(MatterWord),
});
export type MatterLine = Static<typeof MatterLine>;

export const MatterStepLine = Type.Object({
  action: Type.String(), label: Type.String(), by: Type.String(), organizationName: Nullable(Type.String()), at: DateTime, text: Type.String(),
  /** What was brought with the step, at the registration by the reporter, at the answer by the office. */
  files: Type.Array(MatterFile),
});
export type MatterStepLine = Static<typeof MatterStepLine>;

export const matterAbilities = ['assign', 'put-to-director', 'take', 'hand-back', 'accompany', 'urge', 'answer', 'pass', 'send-back', 'record-word', 'reject'] as const;
export type MatterAbility = (typeof matterAbilities)[number];

export const MatterView = Type.Object({
  ...MatterLine.properties,
  version: Type.Integer(),
  reporterKind: Code(['person', 'company', 'caller'] as const),
  mobileMasked: Type.String(),
  case: Nullable(Type.Object({ id: Id, number: Type.String() })),
  itemId: Nullable(Id),
  /** The department the report is about. */
  concernedName: Nullable(Type.String()),
  organization: Nullable(Named),
  officer: Nullable(Named),
  /** 帮办代办: who goes along. */
  companion: Nullable(Named),
  /** Set while it lies with the director on duty. */
  withDirector: Type.Boolean(),
  limitDays: Nullable(Type.Integer()),
  registeredByName: Type.String(),
  /** The reporter's; opened by those who may read the contact. */
  files: Type.Array(MatterFile),
  answer: Nullable(Type.Object({ text: Type.String(), at: DateTime, inTime: Nullable(Type.Boolean()), files: Type.Array(MatterFile) })),
  cause: Nullable(Type.Object({ code: Type.String(), name: Type.String(), text: Type.String(), element: Nullable(Type.String()), elementLabel: Nullable(Type.String()) })),
  /** The finding that the item's quality list got from it. */
  findingId: Nullable(Id),
  wordText: Nullable(Type.String()),
  /** Who told the word: the reporter, a clerk who asked, or nobody in time. */
  wordBy: Nullable(Code(['reporter', 'clerk', 'nobody'] as const)),
  steps: Type.Array(MatterStepLine),
  entryId: Nullable(Id),
  abilities: Type.Object({
    ...Object.fromEntries(matterAbilities.map((name) => [name, Type.Boolean()])) as Record<MatterAbility, ReturnType<typeof Type.Boolean>>,
    readContact: Type.Boolean(), writeEntry: Type.Boolean(),
  }),
});
export type MatterView = Static<typeof MatterView>;

/** What the one who reported sees: no opinion written between offices. */
export const OwnMatter = Type.Object({
  ...lineFields,
  version: Type.Integer(),
  caseNumber: Nullable(Type.String()),
  organizationName: Nullable(Type.String()),
  companionName: Nullable(Type.String()),
  files: Type.Array(MatterFile),
  /** The result, once it has been looked through. */
  answer: Nullable(Type.String()),
  answerFiles: Type.Array(MatterFile),
  rejection: Nullable(Type.String()),
  word: Nullable(MatterWord),
  wordText: Nullable(Type.String()),
  /** Last day on which the word can be given, while it is awaited. */
  wordUntil: Nullable(DateOnly),
  steps: Type.Array(Type.Object({ label: Type.String(), at: DateTime, text: Nullable(Type.String()) })),
  abilities: Type.Object({ giveWord: Type.Boolean(), withdraw: Type.Boolean(), urge: Type.Boolean() }),
});
export type OwnMatter = Static<typeof OwnMatter>;

const matterParams = Type.Object({ matterId: Id });
const own = 'stuck-matters.matter.report';
const viewed = 'stuck-matters.matter.view';

export const reportMatter = defineOperation({
  id: 'stuck-matters.report-matter', method: 'POST', path: '/api/v1/my-stuck-matters', permission: own, status: 201, idempotent: true,
  summary: '反映办不成事：说明没办成什么、原因，可以关联本人的办件或事项', body: ReportInput, response: OwnMatter,
});

export const listOwnMatters = defineOperation({
  id: 'stuck-matters.list-own-matters', method: 'GET', path: '/api/v1/my-stuck-matters', permission: own, summary: '我的反映，新的在前', query: PageQuery, response: PageOf(OwnMatter),
});

export const getOwnMatter = defineOperation({
  id: 'stuck-matters.get-own-matter', method: 'GET', path: '/api/v1/my-stuck-matters/:matterId', permission: own, summary: '我的一件反映和办理进度', params: matterParams, response: OwnMatter,
});

const fileParams = Type.Object({ matterId: Id, fileId: Id });

export const readOwnMatterFile = defineOperation({
  id: 'stuck-matters.read-own-matter-file', method: 'GET', path: '/api/v1/my-stuck-matters/:matterId/files/:fileId', permission: own, responseKind: 'binary',
  summary: '我的反映的附件，和审核通过的办理结果的附件', params: fileParams,
});

/** `version` as last read. */
export const OwnStep = Type.Union([
  Type.Object({ action: Type.Literal('give-word'), version: Type.Integer(), word: MatterWord, text: Type.Optional(Text(500)) }),
  Type.Object({ action: Type.Literal('withdraw'), version: Type.Integer(), text: Words }),
  Type.Object({ action: Type.Literal('urge'), version: Type.Integer(), text: Type.Optional(Text(500)) }),
]);
export type OwnStep = Static<typeof OwnStep>;

export const advanceOwnMatter = defineOperation({
  id: 'stuck-matters.advance-own-matter', method: 'POST', path: '/api/v1/my-stuck-matters/:matterId/steps', permission: own,
  summary: '对办理结果评价、撤回反映，或者催办（每天一次）', params: matterParams, body: OwnStep, response: OwnMatter,
});

export const registerMatter = defineOperation({
  id: 'stuck-matters.register-matter', method: 'POST', path: '/api/v1/stuck-matters', permission: 'stuck-matters.matter.register', status: 201, idempotent: true,
  summary: '工作人员登记窗口或电话反映的办不成事', body: RegisterInput, response: MatterView,
});

/** What narrows a list of matters; all together. */
export const MatterFilter = Type.Object({
  state: Type.Optional(MatterState),
  /** Not yet at an end, or at an end. */
  finished: Type.Optional(Type.Boolean()),
  /** What waits for the reader's own step. */
  mine: Type.Optional(Type.Boolean()),
  reasonCode: Type.Optional(Text(40)),
  organizationId: Type.Optional(Id),
  regionCode: Type.Optional(Text(12, { pattern: '^\\d{6,12}$' })),
  level: Type.Optional(MatterLevel),
  channel: Type.Optional(MatterChannel),
  from: Type.Optional(DateOnly),
  to: Type.Optional(DateOnly),
  /** Part of the number, the item's name or what was said. */
  q: Type.Optional(Text(100)),
});
export type MatterFilter = Static<typeof MatterFilter>;

export const listMatters = defineOperation({
  id: 'stuck-matters.list-matters', method: 'GET', path: '/api/v1/stuck-matters', permission: viewed,
  summary: '权限范围内的办不成事反映，新的在前', query: Type.Object({ ...PageQuery.properties, ...MatterFilter.properties }), response: PageOf(MatterLine),
});

/** The most rows of one export. */
export const mostExportedMatters = 20_000;

export const exportMatters = defineOperation({
  id: 'stuck-matters.export-matters', method: 'GET', path: '/api/v1/stuck-matters/export', permission: viewed, responseKind: 'binary',
  summary: '把办不成事反映导出为 Excel，最多两万行', query: MatterFilter,
});

export const getMatter = defineOperation({
  id: 'stuck-matters.get-matter', method: 'GET', path: '/api/v1/stuck-matters/:matterId', permission: viewed, summary: '一件反映和它的全部办理过程', params: matterParams, response: MatterView,
});

export const readContact = defineOperation({
  id: 'stuck-matters.read-contact', method: 'POST', path: '/api/v1/stuck-matters/:matterId/contact', permission: viewed,
  summary: '为联系反映人查看完整的姓名和电话，记录查看目的', params: matterParams, body: Type.Object({ purpose: Text(200, { minLength: 2 }) }),
  response: Type.Object({ name: Type.String(), mobile: Type.String(), content: Type.String() }),
});

export const readMatterFile = defineOperation({
  id: 'stuck-matters.read-matter-file', method: 'GET', path: '/api/v1/stuck-matters/:matterId/files/:fileId', permission: viewed, responseKind: 'binary',
  summary: '反映的附件；反映人提供的只供办理人员查看，记入审计', params: fileParams,
});

const LimitDays = Type.Optional(Type.Integer({ minimum: 1, maximum: 60 }));
const Version = Type.Integer();

/** What a step carries; `version` as last read. */
export const MatterStep = Type.Union([
  Type.Object({ action: Type.Literal('assign'), version: Version, organizationId: Id, officerId: Type.Optional(Id), limitDays: LimitDays, text: Words }),
  Type.Object({ action: Type.Literal('put-to-director'), version: Version, on: DateOnly, limitDays: LimitDays, text: Words }),
  Type.Object({ action: Type.Literal('take'), version: Version }),
  Type.Object({ action: Type.Literal('hand-back'), version: Version, text: Words }),
  Type.Object({ action: Type.Literal('accompany'), version: Version, officerId: Id, text: Words }),
  Type.Object({ action: Type.Literal('urge'), version: Version, text: Words }),
  Type.Object({ action: Type.Literal('answer'), version: Version, text: Text(2000, { minLength: 10 }), fileIds: Type.Optional(FileIds) }),
  Type.Object({
    action: Type.Literal('pass'), version: Version, text: Words,
    /** Root cause; `element` is needed when the guide is wrong. */
    causeCode: Text(40, { minLength: 1 }), causeText: Text(500, { minLength: 2 }), element: Type.Optional(Code(guideElements)),
  }),
  Type.Object({ action: Type.Literal('send-back'), version: Version, text: Words }),
  Type.Object({ action: Type.Literal('record-word'), version: Version, word: MatterWord, text: Words }),
  Type.Object({ action: Type.Literal('reject'), version: Version, text: Words }),
]);
export type MatterStep = Static<typeof MatterStep>;

export const advanceMatter = defineOperation({
  id: 'stuck-matters.advance-matter', method: 'POST', path: '/api/v1/stuck-matters/:matterId/steps', permission: viewed,
  summary: '办理：分派、二次指派、交值班局长、签收、退回、帮办代办、催办、反馈结果、办结审核、代记评价、驳回', params: matterParams, body: MatterStep, response: MatterView,
});

export const listAssignees = defineOperation({
  id: 'stuck-matters.list-assignees', method: 'GET', path: '/api/v1/stuck-matter-assignees', permission: viewed,
  summary: '能办理反映的人员，供分派和选帮办人', query: Type.Object({ q: Type.Optional(Text(50)), organizationId: Type.Optional(Id) }),
  response: Type.Object({ officers: Type.Array(Type.Object({ id: Id, name: Type.String(), organizationId: Id, organizationName: Type.String() })) }),
});
