import { Code, DateOnly, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';

const surveyStateCodes = ['draft', 'dispatched', 'closed'] as const;
const taskStateCodes = ['open', 'confirmed', 'adopted'] as const;
export const stageCodes = ['not-started', 'drafted', 'confirmed', 'online'] as const;
export type StageCode = (typeof stageCodes)[number];

/** 单事项, 一件事, 智能审批. */
export const subjectKinds = ['single', 'bundle', 'automatic'] as const;
export type SubjectKind = (typeof subjectKinds)[number];
export const subjectKindLabels: Readonly<Record<SubjectKind, string>> = { single: '单事项', bundle: '一件事', automatic: '智能审批' };

/** A question beyond the elements, answered for every item. */
export const SurveyQuestion = Type.Object({
  key: Text(40, { minLength: 1, pattern: '^[a-z0-9][a-z0-9-]*$' }),
  text: Text(200, { minLength: 2 }),
  kind: Code(['text', 'yes-no', 'choice'] as const),
  options: Type.Optional(Type.Array(Text(60, { minLength: 1 }), { minItems: 2, maxItems: 30 })),
  required: Type.Boolean(),
});
export type SurveyQuestion = Static<typeof SurveyQuestion>;

const SurveyFields = {
  title: Text(100, { minLength: 2 }),
  instructions: Text(2000),
  /** Elements that departments fill in or confirm, by their codes. */
  elements: Type.Array(Text(60), { minItems: 1, maxItems: 60 }),
  questions: Type.Array(SurveyQuestion, { maxItems: 20 }),
  /** The departments asked, with all their items, or with those of `taskTypes`. */
  organizationIds: Type.Array(Id, { minItems: 1, maxItems: 200 }),
  taskTypes: Type.Array(Text(2, { pattern: '^\\d{2}$' }), { maxItems: 20 }),
  dueOn: DateOnly,
};

export const Survey = Type.Object({
  id: Id, ...SurveyFields,
  state: Code(surveyStateCodes), stateLabel: Type.String(),
  createdByName: Type.String(), createdAt: DateTime, dispatchedAt: Nullable(DateTime), revision: Type.Integer(),
  counts: Type.Object({
    departments: Type.Integer(), confirmed: Type.Integer(), adopted: Type.Integer(), overdue: Type.Integer(), items: Type.Integer(), answered: Type.Integer(),
  }),
  abilities: Type.Object({ edit: Type.Boolean(), dispatch: Type.Boolean(), close: Type.Boolean() }),
});
export type Survey = Static<typeof Survey>;

/** One department's part of a survey. */
export const SurveyTask = Type.Object({
  id: Id, surveyId: Id, title: Type.String(), organizationId: Id, organizationName: Type.String(), state: Code(taskStateCodes), stateLabel: Type.String(),
  dueOn: DateOnly, overdue: Type.Boolean(), itemCount: Type.Integer(), answeredCount: Type.Integer(), returnOpinion: Nullable(Type.String()),
  confirmedByName: Nullable(Type.String()), confirmedAt: Nullable(DateTime), revision: Type.Integer(),
  abilities: Type.Object({ answer: Type.Boolean(), confirm: Type.Boolean(), return: Type.Boolean(), adopt: Type.Boolean() }),
});
export type SurveyTask = Static<typeof SurveyTask>;

/** An item of a task: what the platform had when the survey was sent, and what the department says. */
export const SurveyAnswer = Type.Object({
  id: Id, itemId: Id, code: Type.String(), itemName: Type.String(),
  /** Element code → value. */
  base: Type.Record(Type.String(), Type.Unknown()),
  values: Type.Record(Type.String(), Type.Unknown()),
  replies: Type.Record(Type.String(), Type.String()),
  /** unanswered 未填, unchanged 确认无误, changed 有修改. */
  status: Code(['unanswered', 'unchanged', 'changed'] as const),
  differences: Type.Array(Type.Object({ element: Type.String(), label: Type.String(), before: Type.Optional(Type.Unknown()), after: Type.Optional(Type.Unknown()) })),
  /** Elements taken over into a draft. */
  adopted: Type.Array(Type.String()),
  updatedByName: Nullable(Type.String()), updatedAt: Nullable(DateTime), revision: Type.Integer(),
});
export type SurveyAnswer = Static<typeof SurveyAnswer>;

/** 确认留痕: never changed or removed. */
export const Confirmation = Type.Object({
  id: Id, number: Type.Integer(), confirmedAt: DateTime, confirmedByName: Type.String(),
  /** SM3 over what was confirmed. */
  digest: Type.String(), itemCount: Type.Integer(), changedCount: Type.Integer(),
  /** Whether the kept content still gives the digest. */
  intact: Type.Boolean(),
});
export type Confirmation = Static<typeof Confirmation>;

const surveyParams = Type.Object({ surveyId: Id });
const taskParams = Type.Object({ taskId: Id });
const Revision = Type.Object({ revision: Type.Integer() });
const managed = 'surveys.survey.manage';
const filled = 'surveys.task.fill';

export const listSurveys = defineOperation({
  id: 'surveys.list-surveys', method: 'GET', path: '/api/v1/surveys', permission: managed, summary: '调研表，新的在前',
  query: Type.Object({ ...PageQuery.properties, state: Type.Optional(Code(surveyStateCodes)) }), response: PageOf(Survey),
});

export const createSurvey = defineOperation({
  id: 'surveys.create-survey', method: 'POST', path: '/api/v1/surveys', permission: managed, status: 201, idempotent: true,
  summary: '编制调研表：问哪些要素和问题、哪些部门、截止日期', body: Type.Object(SurveyFields), response: Survey,
});

export const listSurveyDepartments = defineOperation({
  id: 'surveys.list-departments', method: 'GET', path: '/api/v1/survey-departments', permission: managed, summary: '各部门可以调研的事项数，按事项类型；没有列出的部门没有事项',
  response: Type.Object({ items: Type.Array(Type.Object({ organizationId: Id, taskType: Type.String(), items: Type.Integer() })) }),
});

export const getSurvey = defineOperation({
  id: 'surveys.get-survey', method: 'GET', path: '/api/v1/surveys/:surveyId', permission: managed, summary: '一张调研表及填报进度', params: surveyParams, response: Survey,
});

export const editSurvey = defineOperation({
  id: 'surveys.edit-survey', method: 'PUT', path: '/api/v1/surveys/:surveyId', permission: managed, summary: '修改还没有下发的调研表', params: surveyParams,
  body: Type.Object({ ...SurveyFields, revision: Type.Integer() }), response: Survey,
});

export const dispatchSurvey = defineOperation({
  id: 'surveys.dispatch-survey', method: 'POST', path: '/api/v1/surveys/:surveyId/dispatch', permission: managed,
  summary: '下发：每个部门得到一个任务，预填平台现有内容', params: surveyParams, body: Revision, response: Survey,
});

export const closeSurvey = defineOperation({
  id: 'surveys.close-survey', method: 'POST', path: '/api/v1/surveys/:surveyId/close', permission: managed, summary: '结束调研；未确认的部门不再填报', params: surveyParams, body: Revision, response: Survey,
});

export const listTasks = defineOperation({
  id: 'surveys.list-tasks', method: 'GET', path: '/api/v1/survey-tasks', permission: filled, summary: '部门的调研任务：填报、逾期、确认情况',
  query: Type.Object({ ...PageQuery.properties, surveyId: Type.Optional(Id), state: Type.Optional(Code(taskStateCodes)), overdue: Type.Optional(Type.Boolean()) }), response: PageOf(SurveyTask),
});

export const getTask = defineOperation({
  id: 'surveys.get-task', method: 'GET', path: '/api/v1/survey-tasks/:taskId', permission: filled, summary: '一个部门的调研任务', params: taskParams,
  response: Type.Object({ task: SurveyTask, instructions: Type.String(), elements: Type.Array(Type.String()), questions: Type.Array(SurveyQuestion) }),
});

export const listAnswers = defineOperation({
  id: 'surveys.list-answers', method: 'GET', path: '/api/v1/survey-tasks/:taskId/answers', permission: filled, summary: '逐个事项的填报内容和差异', params: taskParams,
  query: Type.Object({ ...PageQuery.properties, status: Type.Optional(Code(['unanswered', 'unchanged', 'changed'] as const)) }), response: PageOf(SurveyAnswer),
});

export const saveAnswer = defineOperation({
  id: 'surveys.save-answer', method: 'PUT', path: '/api/v1/survey-answers/:answerId', permission: filled, summary: '在线填报一个事项；不改动时标明“确认无误”',
  params: Type.Object({ answerId: Id }), bodyLimit: 1_048_576,
  body: Type.Object({ revision: Type.Integer(), values: Type.Record(Text(60), Type.Unknown()), replies: Type.Record(Text(40), Text(2000)) }), response: SurveyAnswer,
});

export const downloadTask = defineOperation({
  id: 'surveys.download-task', method: 'GET', path: '/api/v1/survey-tasks/:taskId/workbook', permission: filled, responseKind: 'binary',
  summary: '下载本部门的调研表（Excel，已预填，带下拉框和批注）', params: taskParams,
});

export const uploadTask = defineOperation({
  id: 'surveys.upload-task', method: 'POST', path: '/api/v1/survey-tasks/:taskId/workbook', permission: filled, bodyKind: 'multipart',
  summary: '回收填好的调研表（字段名 file）：没有错误的行记入填报，有错误的指出单元格', params: taskParams,
  response: Type.Object({
    task: SurveyTask, read: Type.Integer(), changed: Type.Integer(), unchanged: Type.Integer(),
    issues: Type.Array(Type.Object({ position: Type.String(), severity: Code(['error', 'warning'] as const), message: Type.String() })),
  }),
});

export const confirmTask = defineOperation({
  id: 'surveys.confirm-task', method: 'POST', path: '/api/v1/survey-tasks/:taskId/confirm', permission: filled, summary: '部门确认：留下谁、何时、确认了什么的痕迹', params: taskParams, body: Revision, response: SurveyTask,
});

export const returnTask = defineOperation({
  id: 'surveys.return-task', method: 'POST', path: '/api/v1/survey-tasks/:taskId/return', permission: managed, summary: '退回部门重新填报', params: taskParams,
  body: Type.Object({ revision: Type.Integer(), opinion: Text(500, { minLength: 2 }) }), response: SurveyTask,
});

export const listConfirmations = defineOperation({
  id: 'surveys.list-confirmations', method: 'GET', path: '/api/v1/survey-tasks/:taskId/confirmations', permission: filled, summary: '确认留痕：每一次确认的人员、时间、版本和摘要',
  params: taskParams, response: Type.Object({ items: Type.Array(Confirmation) }),
});

export const adoptAnswers = defineOperation({
  id: 'surveys.adopt-answers', method: 'POST', path: '/api/v1/survey-tasks/:taskId/adopt', permission: managed, summary: '把确认的内容逐要素采用到事项草稿', params: taskParams,
  body: Type.Object({ revision: Type.Integer(), answers: Type.Array(Type.Object({ answerId: Id, elements: Type.Array(Text(60), { maxItems: 60 }) }), { minItems: 1, maxItems: 100 }) }),
  response: Type.Object({ task: SurveyTask, adopted: Type.Integer() }),
});

const StageCounts = Type.Object({ 'not-started': Type.Integer(), drafted: Type.Integer(), confirmed: Type.Integer(), online: Type.Integer() });
export const Targets = Type.Object({ single: Type.Integer({ minimum: 0, maximum: 100_000 }), bundle: Type.Integer({ minimum: 0, maximum: 10_000 }), automatic: Type.Integer({ minimum: 0, maximum: 10_000 }) });
export type Targets = Static<typeof Targets>;

export const ProgressBoard = Type.Object({
  targets: Targets, canSetTargets: Type.Boolean(),
  totals: Type.Object({ single: StageCounts, bundle: StageCounts, automatic: StageCounts }),
  departments: Type.Array(Type.Object({ organizationId: Id, organizationName: Type.String(), single: StageCounts, bundle: StageCounts, automatic: StageCounts, overdueTasks: Type.Integer(),
    /** Items whose guidance waits for the department's confirmation (GDE-01). */
    awaitingGuidance: Type.Integer(),
  })),
  awaitingGuidance: Type.Integer(),
});
export type ProgressBoard = Static<typeof ProgressBoard>;

export const getBoard = defineOperation({
  id: 'surveys.get-board', method: 'GET', path: '/api/v1/survey-board', permission: 'surveys.board.view', summary: '梳理进度：目标与各阶段数量，按部门', response: ProgressBoard,
});

export const BoardSubject = Type.Object({
  id: Id, kind: Code(subjectKinds), name: Type.String(), code: Nullable(Type.String()), organizationId: Id, organizationName: Type.String(), stage: Code(stageCodes), stageLabel: Type.String(),
  updatedAt: Nullable(DateTime), updatedByName: Nullable(Type.String()), revision: Type.Integer(),
  /** Items move by surveys and publication, bundles as they are configured, reviewed and published; automatic approvals are moved by hand. */
  movable: Type.Boolean(),
});
export type BoardSubject = Static<typeof BoardSubject>;

export const AwaitingGuidance = Type.Object({
  versionId: Id, name: Type.String(), code: Type.String(), organizationId: Id, organizationName: Type.String(), askedByName: Type.String(), askedAt: DateTime,
});
export type AwaitingGuidance = Static<typeof AwaitingGuidance>;

export const listAwaitingGuidance = defineOperation({
  id: 'surveys.list-awaiting-guidance', method: 'GET', path: '/api/v1/survey-board/awaiting-guidance', permission: 'surveys.board.view', summary: '情形引导在等部门确认的事项，等得最久的在前',
  query: Type.Object({ ...PageQuery.properties, organizationId: Type.Optional(Id) }), response: PageOf(AwaitingGuidance),
});

const subjectFilter = { kind: Type.Optional(Code(subjectKinds)), stage: Type.Optional(Code(stageCodes)), organizationId: Type.Optional(Id) };

export const listSubjects = defineOperation({
  id: 'surveys.list-subjects', method: 'GET', path: '/api/v1/survey-board/subjects', permission: 'surveys.board.view', summary: '进度数字背后的事项、一件事和智能审批',
  query: Type.Object({ ...PageQuery.properties, ...subjectFilter }), response: PageOf(BoardSubject),
});

export const exportBoard = defineOperation({
  id: 'surveys.export-board', method: 'GET', path: '/api/v1/survey-board/export', permission: 'surveys.board.view', responseKind: 'binary', summary: '导出梳理进度（Excel）', query: Type.Object(subjectFilter),
});

export const saveTargets = defineOperation({
  id: 'surveys.save-targets', method: 'PUT', path: '/api/v1/survey-board/targets', permission: managed, summary: '设置梳理目标', body: Targets, response: Targets,
});

export const addSubject = defineOperation({
  id: 'surveys.add-subject', method: 'POST', path: '/api/v1/survey-board/subjects', permission: managed, status: 201, summary: '登记一个要梳理的智能审批事项；一件事认领后自动列入',
  body: Type.Object({ kind: Code(['automatic'] as const), name: Text(200, { minLength: 2 }), organizationId: Id }), response: BoardSubject,
});

export const moveSubject = defineOperation({
  id: 'surveys.move-subject', method: 'PUT', path: '/api/v1/survey-board/subjects/:subjectId', permission: managed, summary: '更新智能审批事项的梳理阶段',
  params: Type.Object({ subjectId: Id }), body: Type.Object({ revision: Type.Integer(), stage: Code(stageCodes) }), response: BoardSubject,
});
