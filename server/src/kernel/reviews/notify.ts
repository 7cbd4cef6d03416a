import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { tablesOf, WriteBatch } from '../db/index.ts';
import type { DomainEvent, Subscription } from '../events/index.ts';
import { sendMessage, sendToStaff, type MessageTemplateDefinition } from '../messaging/index.ts';
import { listCandidateStaff, workflowEvents, type Candidate } from '../workflow/index.ts';
import { reviewKinds } from './contract.ts';
import { reviewEnded } from './events.ts';
import type { ReviewsTables } from './tables.ts';

/** Reviewers told of one task; a larger office looks into its inbox. */
const mostTold = 20;

export const reviewMessages: readonly MessageTemplateDefinition[] = [
  {
    key: 'reviews.task-arrived', name: '新的审核待办', topic: 'work', variables: ['kind', 'title', 'taskName'], link: '/workbench/inbox',
    title: '待审核：{{title}}（{{taskName}}）', body: '{{kind}}：“{{title}}”到了“{{taskName}}”环节，请在待办中办理。',
  },
  {
    key: 'reviews.review-ended', name: '审核结束', topic: 'work', variables: ['kind', 'title', 'outcome'], link: '/workbench/inbox',
    title: '{{title}}：{{outcome}}', body: '{{kind}}：您提交的“{{title}}”{{outcome}}，意见见该页面。',
  },
];

interface TasksCreated { instanceId: string; tasks: { taskId: string; name: string; candidates: Candidate[] }[] }

/** Tells those who may take a new task of a review; whoever submitted it cannot take it. */
async function tellReviewers(ctx: Context, event: DomainEvent): Promise<void> {
  const { instanceId, tasks } = event.data as Record<string, unknown> & TasksCreated;
  const review = await tablesOf<ReviewsTables>(ctx.kernel.db).selectFrom('reviews.review').selectAll().where('instanceId', '=', instanceId).executeTakeFirst();
  if (!review) return;
  for (const { taskId, name, candidates } of tasks) {
    const batch = new WriteBatch();
    const staff = (await listCandidateStaff(ctx, candidates, mostTold)).filter((id) => id !== event.actorId && id !== review.submittedById);
    await sendToStaff(ctx, batch, staff, {
      templateKey: 'reviews.task-arrived', dedupeKey: `${event.id}/${taskId}`, variables: { kind: reviewKinds[review.kind], title: review.title, taskName: name },
    });
    await commit(ctx, batch);
  }
}

const outcomes: Readonly<Record<string, string>> = { approved: '已审核通过', returned: '已被退回' };

/** Tells whoever submitted it how the review ended. */
async function tellSubmitter(ctx: Context, event: DomainEvent): Promise<void> {
  const { reviewId, outcome: how } = event.data as Record<string, string>;
  const outcome = outcomes[how ?? ''];
  const review = await tablesOf<ReviewsTables>(ctx.kernel.db).selectFrom('reviews.review').selectAll()
    .where('id', '=', reviewId ?? '').executeTakeFirst();
  // The platform's own submissions have no inbox.
  if (!review || outcome === undefined || review.instanceId === null) return;
  const batch = new WriteBatch();
  await sendMessage(ctx, batch, {
    templateKey: 'reviews.review-ended', recipient: { kind: 'staff', id: review.submittedById }, dedupeKey: event.id,
    variables: { kind: reviewKinds[review.kind], title: review.title, outcome },
  });
  await commit(ctx, batch);
}

export const reviewNotices: readonly Subscription[] = [
  { name: 'reviews.tell-reviewers', types: [workflowEvents.tasksCreated], handle: tellReviewers },
  { name: 'reviews.tell-submitter', types: [reviewEnded], handle: tellSubmitter },
];
