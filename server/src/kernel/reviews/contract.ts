import { Code, DateTime, defineOperation, Id, Nullable, Text, Type, type Static } from '@tongban/contract-kit';

/** What is reviewed (CAT-03) and its Chinese name. */
export const reviewKinds = {
  'catalogue-entry': '基本目录审核', 'item-version': '实施清单审核', 'delegation': '下放、委托、授权审核', 'public-elements': '公共要素审核',
  'joint-item': '共办事项审核', 'material': '标准材料审核', 'guidance': '情形引导审核', 'bundle': '一件事审核',
} as const;
export type ReviewKind = keyof typeof reviewKinds;
const kinds = ['catalogue-entry', 'item-version', 'delegation', 'public-elements', 'joint-item', 'material', 'guidance', 'bundle'] as const satisfies readonly ReviewKind[];

export const reviewStates = ['open', 'approved', 'returned', 'cancelled'] as const;
export type ReviewState = (typeof reviewStates)[number];
export const ReviewDecision = Code(['approve', 'return'] as const);
export type ReviewDecision = Static<typeof ReviewDecision>;
/** What a reviewer sends beside the revision that was looked at. */
export const reviewBody = { decision: ReviewDecision, opinion: Text(1000, { minLength: 1 }) };

const CommentLine = { id: Id, text: Type.String(), authorName: Type.String(), createdAt: DateTime };
/** A remark on one part of what is reviewed, with its answers (CAT-03). */
export const ReviewComment = Type.Object({
  ...CommentLine,
  /** The part, as the subject's module names it, e.g. `items.drainage`. */
  path: Type.String(),
  /** What people call the part. */
  label: Type.String(),
  resolvedAt: Nullable(DateTime),
  resolvedByName: Nullable(Type.String()),
  answers: Type.Array(Type.Object(CommentLine)),
});
export type ReviewComment = Static<typeof ReviewComment>;

/** A remark on the part that `path` names; with `threadId` an answer to that remark, on the part it is on. */
export const NewReviewComment = Type.Object({ path: Text(200, { minLength: 1 }), text: Text(1000, { minLength: 1 }), threadId: Type.Optional(Id) });
export type NewReviewComment = Static<typeof NewReviewComment>;

/** Whose remarks: the module, the path of its versions, and the permissions to read remarks and to make or deal with them. */
export interface CommentedVersions { module: string; path: string; view: string; comment: string }

/** The operations on the remarks of a module's versions (CAT-03): `catalog.list-comments`, `catalog.add-comment`, `catalog.resolve-comment`. */
export function defineCommentOperations({ module, path, view, comment }: CommentedVersions) {
  const params = Type.Object({ versionId: Id });
  return {
    list: defineOperation({
      id: `${module}.list-comments`, method: 'GET', path: `${path}/:versionId/comments`, permission: view,
      summary: '一个版本的逐项批注', params, response: Type.Object({ comments: Type.Array(ReviewComment) }),
    }),
    add: defineOperation({
      id: `${module}.add-comment`, method: 'POST', path: `${path}/:versionId/comments`, permission: comment, status: 204,
      summary: '对一个版本的一处批注，或回复一条批注', params, body: NewReviewComment,
    }),
    resolve: defineOperation({
      id: `${module}.resolve-comment`, method: 'POST', path: `${path}/:versionId/comments/:commentId/resolve`, permission: comment, status: 204,
      summary: '把一条批注标为已处理，或重新打开', params: Type.Object({ versionId: Id, commentId: Id }), body: Type.Object({ resolved: Type.Boolean() }),
    }),
  };
}
export type CommentOperations = ReturnType<typeof defineCommentOperations>;

/** What one reviewer decided. */
export const ReviewStep = Type.Object({ name: Type.String(), decision: ReviewDecision, opinion: Type.String(), actorName: Type.String(), at: DateTime });

/** The newest review of a subject, as its page shows it. */
export const Review = Type.Object({
  id: Id,
  kind: Code(kinds),
  state: Code(reviewStates),
  submittedByName: Type.String(),
  startedAt: DateTime,
  endedAt: Nullable(DateTime),
  steps: Type.Array(ReviewStep),
  /** Open tasks with who has them or may take them; empty when one decision is enough. */
  tasks: Type.Array(Type.Object({ taskId: Id, name: Type.String(), handler: Type.String(), mine: Type.Boolean(), dueOn: Nullable(Type.String()) })),
  /** Whether the reader is asked now. */
  mine: Type.Boolean(),
});
export type Review = Static<typeof Review>;

/** Which process a kind of review follows, everywhere or for a task type or department. */
export const ReviewSetting = Type.Object({
  id: Id,
  kind: Code(kinds),
  taskType: Nullable(Type.String()),
  organization: Nullable(Type.Object({ id: Id, name: Type.String() })),
  process: Type.Object({ key: Type.String(), name: Type.String() }),
  changedAt: DateTime,
  changedByName: Type.String(),
});
export type ReviewSetting = Static<typeof ReviewSetting>;

/** A published process that reviews may follow, with its steps in order. */
export const ReviewProcess = Type.Object({ key: Type.String(), name: Type.String(), version: Type.Integer(), steps: Type.Array(Type.String()) });
export type ReviewProcess = Static<typeof ReviewProcess>;

export const listReviewSettings = defineOperation({
  id: 'reviews.list-settings', method: 'GET', path: '/api/v1/review-settings', permission: 'reviews.setting.view',
  summary: '各类审核使用的流程，以及可选的流程',
  response: Type.Object({ settings: Type.Array(ReviewSetting), processes: Type.Array(ReviewProcess) }),
});

export const saveReviewSetting = defineOperation({
  id: 'reviews.save-setting', method: 'PUT', path: '/api/v1/review-settings', permission: 'reviews.setting.manage', status: 204,
  summary: '为一类审核（可限定事项类型和部门）指定流程；已经开始的审核不受影响',
  body: Type.Object({
    kind: Code(kinds), taskType: Nullable(Text(2, { pattern: '^\\d{2}$' })), organizationId: Nullable(Id), processKey: Text(80, { minLength: 1 }),
  }),
});

export const removeReviewSetting = defineOperation({
  id: 'reviews.remove-setting', method: 'DELETE', path: '/api/v1/review-settings/:settingId', permission: 'reviews.setting.manage', status: 204,
  summary: '取消一项指定，恢复上一级的流程', params: Type.Object({ settingId: Id }),
});
