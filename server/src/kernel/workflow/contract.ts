import { Code, DateOnly, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';

/** todo 待办, done 已办, to-read 待阅, read 已阅 (WFL-02). */
export const inboxes = ['todo', 'done', 'to-read', 'read'] as const;
export const taskSteps = ['acceptance', 'review', 'decision', 'delivery', 'custom'] as const;
export const taskLevels = ['normal', 'today', 'overdue'] as const;

/** One line of an inbox: a task, or something passed on for reading. */
export const InboxItem = Type.Object({
  kind: Code(['task', 'reading'] as const),
  /** Id of the task or of the reading. */
  id: Id,
  taskId: Id,
  /** What is to be done, e.g. 部门审查; for a reading, who sent it. */
  name: Type.String(),
  step: Nullable(Code(taskSteps)),
  subject: Type.Object({
    /** `case`, later `incident`, `project` … */
    type: Type.String(), id: Id, number: Type.String(), title: Type.String(), name: Type.String(),
  }),
  /** mine: claimed by or given to the reader; open: anybody it is meant for may take it. */
  claim: Nullable(Code(['mine', 'open'] as const)),
  /** Sent back from a later step. */
  returned: Type.Boolean(),
  sign: Nullable(Code(['before', 'after'] as const)),
  arrivedAt: DateTime,
  dueOn: Nullable(DateOnly),
  level: Code(taskLevels, 'overdue once the last day is over'),
  endedAt: Nullable(DateTime),
  /** completed or returned; null while it is open. */
  result: Nullable(Code(['completed', 'returned'] as const)),
  /** It has a form to fill in. */
  form: Type.Boolean(),
  /** What rules said when it began, for whoever takes it. */
  hint: Nullable(Type.String()),
  /** Opinion given when it was done, or the note of a reading. */
  note: Nullable(Type.String()),
});
export type InboxItem = Static<typeof InboxItem>;

export const listInbox = defineOperation({
  id: 'workflow.list-inbox', method: 'GET', path: '/api/v1/inbox', permission: 'workflow.inbox.view',
  summary: '本人的待办、已办、待阅、已阅',
  query: Type.Object({
    ...PageQuery.properties,
    box: Type.Optional(Code(inboxes)),
    step: Type.Optional(Code(taskSteps)),
    subjectType: Type.Optional(Text(40)),
    /** Part of the number, title or name of the subject. */
    q: Type.Optional(Text(100)),
    /** For `todo`: the latest first, or what is due first. */
    order: Type.Optional(Code(['newest', 'due'] as const)),
  }),
  response: PageOf(InboxItem),
});

export const countInbox = defineOperation({
  id: 'workflow.count-inbox', method: 'GET', path: '/api/v1/inbox/count', permission: 'workflow.inbox.view',
  summary: '本人待办、今日到期、超期、待阅的数量',
  response: Type.Object({ todo: Type.Integer(), dueToday: Type.Integer(), overdue: Type.Integer(), toRead: Type.Integer() }),
});

const taskParams = Type.Object({ taskId: Id });
const reason = Text(500, { minLength: 1 });
const permission = 'workflow.task.handle';

export const claimTask = defineOperation({
  id: 'workflow.claim-task', method: 'POST', path: '/api/v1/tasks/:taskId/claim', permission, summary: '签收待办', params: taskParams, status: 204,
});

export const releaseTask = defineOperation({
  id: 'workflow.release-task', method: 'POST', path: '/api/v1/tasks/:taskId/release', permission, summary: '退回签收，其他人可以办理', params: taskParams, status: 204,
});

export const transferTask = defineOperation({
  id: 'workflow.transfer-task', method: 'POST', path: '/api/v1/tasks/:taskId/transfer', permission, summary: '转办给另一名工作人员', params: taskParams, status: 204,
  body: Type.Object({ to: Id, reason }),
});

/** Whom a task may be handed to, at most as many as a list shows. */
export const TransferTargets = Type.Object({
  items: Type.Array(Type.Object({ id: Id, name: Type.String(), organizationName: Type.String(), posts: Type.Array(Type.String()) })),
  /** There are more: search for a name or a department. */
  more: Type.Boolean(),
});
export type TransferTargets = Static<typeof TransferTargets>;

export const listTransferTargets = defineOperation({
  id: 'workflow.list-transfer-targets', method: 'GET', path: '/api/v1/tasks/:taskId/transfer-targets', permission, params: taskParams,
  summary: '可以转办给的工作人员：办得了这一步的，本单位的在前', query: Type.Object({ /** Part of a name or a department. */ search: Type.Optional(Text(50)) }), response: TransferTargets,
});

export const delegateTask = defineOperation({
  id: 'workflow.delegate-task', method: 'POST', path: '/api/v1/tasks/:taskId/delegate', permission, params: taskParams, status: 204,
  summary: '委托另一名工作人员办理；confirm 为真时办完后回到本人确认', body: Type.Object({ to: Id, confirm: Type.Boolean(), reason }),
});

export const addSigners = defineOperation({
  id: 'workflow.add-signers', method: 'POST', path: '/api/v1/tasks/:taskId/signers', permission, params: taskParams, status: 204,
  summary: '前加签或后加签', body: Type.Object({
    mode: Code(['before', 'after'] as const), signers: Type.Array(Id, { minItems: 1, maxItems: 20 }), sequential: Type.Boolean(), reason,
  }),
});

export const circulateTask = defineOperation({
  id: 'workflow.circulate-task', method: 'POST', path: '/api/v1/tasks/:taskId/readers', permission, params: taskParams, status: 204,
  summary: '传阅', body: Type.Object({ readers: Type.Array(Id, { minItems: 1, maxItems: 100 }), note: Text(500) }),
});

export const markRead = defineOperation({
  id: 'workflow.mark-read', method: 'POST', path: '/api/v1/readings/:readingId/read', permission: 'workflow.inbox.view', summary: '标为已阅',
  params: Type.Object({ readingId: Id }), status: 204,
});
