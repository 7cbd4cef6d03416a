import { handle } from '../../module/index.ts';
import { circulateTask as circulate, markRead as read } from '../actions/circulate-task.ts';
import { claimTask as claim, releaseTask as release } from '../actions/claim-task.ts';
import { addSigners as sign, delegateTask as delegate, transferTask as transfer } from '../actions/reassign-task.ts';
import { addSigners, circulateTask, claimTask, countInbox, delegateTask, listInbox, listTransferTargets, markRead, releaseTask, transferTask } from '../contract.ts';
import { countInbox as count } from '../queries/count-inbox.ts';
import { listInbox as list } from '../queries/list-inbox.ts';
import { listTransferTargets as listTargets } from '../queries/list-transfer-targets.ts';

/** The one inbox of all modules, and what an officer does with a task besides completing it. */
export const inboxRoutes = [
  handle(listInbox, (ctx, { query }) => list(ctx, query)),
  handle(countInbox, (ctx) => count(ctx)),
  handle(claimTask, (ctx, { params }) => claim(ctx, params.taskId)),
  handle(releaseTask, (ctx, { params }) => release(ctx, params.taskId)),
  handle(transferTask, (ctx, { params, body }) => transfer(ctx, { taskId: params.taskId, ...body })),
  handle(listTransferTargets, (ctx, { params, query }) => listTargets(ctx, { ...params, ...query })),
  handle(delegateTask, (ctx, { params, body }) => delegate(ctx, { taskId: params.taskId, ...body })),
  handle(addSigners, (ctx, { params, body }) => sign(ctx, { taskId: params.taskId, ...body })),
  handle(circulateTask, (ctx, { params, body }) => circulate(ctx, { taskId: params.taskId, ...body })),
  handle(markRead, (ctx, { params }) => read(ctx, params.readingId)),
];
