import { Code, DateTime, defineOperation, Id, JsonObject, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';

/** draft 草稿, published 已发布. */
export const draftStates = ['draft', 'published'] as const;
export type DraftState = (typeof draftStates)[number];

/** Why a process cannot be published, and which element of the diagram it is about. */
export const ProcessProblem = Type.Object({ code: Type.String(), element: Nullable(Type.String()), message: Type.String() });
export type ProcessProblem = Static<typeof ProcessProblem>;

/** What a step can tell in a message, by the names that message templates use. */
export const stepMessageFields = { caseId: '办件', itemName: '事项名称', number: '办件编号', office: '办理单位', taskName: '环节名称', due: '环节时限', note: '附言' } as const;

/** Problems with what a process names and is kept elsewhere; the designer learns of them from the server. */
export const referenceProblemCodes: ReadonlySet<string> = new Set([
  'unknown-post', 'unknown-role', 'unknown-organisation', 'unknown-person', 'unknown-message', 'message-unfit', 'message-audience', 'message-channel', 'message-note', 'unknown-rule-set', 'unknown-decision',
  'unknown-form', 'unknown-field', 'field-needed', 'no-writable-field', 'forms-unknown',
]);

export const ProcessSummary = Type.Object({
  key: Type.String(), name: Type.String(),
  published: Nullable(Type.Object({ definitionId: Id, version: Type.Integer(), at: DateTime })),
  draft: Nullable(Type.Object({ draftId: Id, updatedAt: DateTime, updatedByName: Type.String() })),
});
export type ProcessSummary = Static<typeof ProcessSummary>;

const VersionLine = {
  definitionId: Id, key: Type.String(), version: Type.Integer(), name: Type.String(), publishedAt: DateTime,
  /** Null for what the platform brought along. */
  publishedByName: Nullable(Type.String()), note: Type.String(),
};

export const ProcessDetail = Type.Object({
  ...ProcessSummary.properties,
  versions: Type.Array(Type.Object({ ...VersionLine, running: Type.Integer({ description: 'instances under way' }) })),
  abilities: Type.Object({ draft: Type.Boolean() }),
});
export type ProcessDetail = Static<typeof ProcessDetail>;

export const ProcessVersion = Type.Object({ ...VersionLine, xml: Type.String() });
export type ProcessVersion = Static<typeof ProcessVersion>;

export const ProcessDraft = Type.Object({
  draftId: Id, key: Type.String(), name: Type.String(), xml: Type.String(), note: Type.String(), state: Code(draftStates), stateLabel: Type.String(),
  /** The published version it was started from. */
  basedOn: Nullable(Type.Object({ definitionId: Id, version: Type.Integer() })),
  /** Once it is published. */
  definitionId: Nullable(Id), revision: Type.Integer(), updatedAt: DateTime, updatedByName: Type.String(),
  publishedAt: Nullable(DateTime), publishedByName: Nullable(Type.String()),
  /** Empty when it can be published. */
  problems: Type.Array(ProcessProblem),
  abilities: Type.Object({ edit: Type.Boolean(), publish: Type.Boolean(), discard: Type.Boolean() }),
});
export type ProcessDraft = Static<typeof ProcessDraft>;

/** Longer than any process of a city; a longer file is no process that people can read. */
export const mostXml = 500_000;
export const processKeyPattern = '^[a-z][a-z0-9]*(-[a-z0-9]+)*$';

const view = 'workflow.definition.view';
const edit = 'workflow.definition.edit';
const bodyLimit = 2_097_152;
const Key = Text(60, { minLength: 2, pattern: processKeyPattern });
const Xml = Text(mostXml, { minLength: 1 });
const keyParams = Type.Object({ key: Key });
const draftParams = Type.Object({ draftId: Id });
const Revision = Type.Object({ revision: Type.Integer() });

export const listProcesses = defineOperation({
  id: 'workflow.list-processes', method: 'GET', path: '/api/v1/processes', permission: view, summary: '办理流程，按编码',
  query: Type.Object({ ...PageQuery.properties, q: Type.Optional(Text(100)), state: Type.Optional(Code(['draft', 'published', 'never-published'] as const)) }),
  response: PageOf(ProcessSummary),
});

export const createProcess = defineOperation({
  id: 'workflow.create-process', method: 'POST', path: '/api/v1/processes', permission: edit, status: 201, idempotent: true, bodyLimit,
  summary: '新建流程及其第一个草稿', body: Type.Object({ key: Key, xml: Xml }), response: ProcessDraft,
});

export const listHandlerRoles = defineOperation({
  id: 'workflow.list-handler-roles', method: 'GET', path: '/api/v1/process-handler-roles', permission: view, summary: '可以作为环节办理人的角色',
  response: Type.Object({ roles: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })) }),
});

/** What the properties of steps may choose from; forms come from the items that use the process. */
export const StepChoices = Type.Object({
  messages: Type.Array(Type.Object({ key: Type.String(), name: Type.String(), title: Type.String(), to: Code(['applicant', 'staff'] as const), sms: Type.Boolean(), note: Type.Boolean({ description: 'has a place for words of the notice itself' }) })),
  ruleSets: Type.Array(Type.Object({
    code: Type.String(), name: Type.String(), number: Type.Integer(), inputs: Type.Array(Type.String()),
    decisions: Type.Array(Type.Object({ name: Type.String(), results: Type.Array(Type.String()) })),
  })),
});
export type StepChoices = Static<typeof StepChoices>;

export const listStepChoices = defineOperation({
  id: 'workflow.list-step-choices', method: 'GET', path: '/api/v1/process-step-choices', permission: view, summary: '环节的通知和规则可以选用的消息模板、已发布的业务规则', response: StepChoices,
});

export const getProcess = defineOperation({
  id: 'workflow.get-process', method: 'GET', path: '/api/v1/processes/:key', permission: view, summary: '一个流程及其全部版本', params: keyParams, response: ProcessDetail,
});

export const createProcessDraft = defineOperation({
  id: 'workflow.create-process-draft', method: 'POST', path: '/api/v1/processes/:key/drafts', permission: edit, status: 201, idempotent: true,
  summary: '以现行版本或指定版本为基础新建草稿', params: keyParams, body: Type.Object({ fromDefinitionId: Type.Optional(Id) }), response: ProcessDraft,
});

export const getProcessVersion = defineOperation({
  id: 'workflow.get-process-version', method: 'GET', path: '/api/v1/process-versions/:definitionId', permission: view, summary: '一个已发布版本的流程图',
  params: Type.Object({ definitionId: Id }), response: ProcessVersion,
});

export const getProcessDraft = defineOperation({
  id: 'workflow.get-process-draft', method: 'GET', path: '/api/v1/process-drafts/:draftId', permission: view, summary: '一个草稿及其检查结果', params: draftParams, response: ProcessDraft,
});

export const editProcessDraft = defineOperation({
  id: 'workflow.edit-process-draft', method: 'PUT', path: '/api/v1/process-drafts/:draftId', permission: edit, summary: '保存草稿', params: draftParams, bodyLimit,
  body: Type.Object({ ...Revision.properties, xml: Xml, note: Text(500) }), response: ProcessDraft,
});

export const discardProcessDraft = defineOperation({
  id: 'workflow.discard-process-draft', method: 'DELETE', path: '/api/v1/process-drafts/:draftId', permission: edit, summary: '放弃草稿', params: draftParams,
  query: Revision, status: 204,
});

export const publishProcessDraft = defineOperation({
  id: 'workflow.publish-process-draft', method: 'POST', path: '/api/v1/process-drafts/:draftId/publish', permission: 'workflow.definition.publish',
  summary: '发布：检查没有问题；最后修改的人不能自己发布；在办的件仍按原版本办理', params: draftParams, body: Revision, response: ProcessDraft,
});

export const Simulation = Type.Object({
  path: Type.Array(Type.Object({ node: Type.String(), name: Type.String(), until: Type.Integer({ description: 'working days from the start' }) })),
  waiting: Type.Array(Type.Object({
    id: Type.String(), node: Type.String(), name: Type.String(), kind: Code(['task', 'timer', 'message', 'activity'] as const), from: Type.Integer(), workingDays: Type.Integer(),
  })),
  ended: Type.Boolean(), workingDays: Type.Integer(),
  /** Names of steps gone through so often that the rest was left out. */
  loop: Type.Array(Type.String()),
});
export type Simulation = Static<typeof Simulation>;

export const simulateProcessDraft = defineOperation({
  id: 'workflow.simulate-process-draft', method: 'POST', path: '/api/v1/process-drafts/:draftId/simulate', permission: view,
  summary: '试走：按所选的数据和每一步的结果走一遍，不保存', params: draftParams,
  body: Type.Object({ variables: JsonObject, moves: Type.Array(Type.Object({ id: Text(20, { minLength: 1 }), variables: Type.Optional(JsonObject) }), { maxItems: 200 }) }),
  response: Simulation,
});
