import { handle } from '../../../kernel/module/index.ts';
import { retryPush } from '../actions/retry-push.ts';
import * as contract from '../contract.ts';
import { askNlp, findIndicator, listEngines } from '../queries/engines.ts';
import { listPushes } from '../queries/list-pushes.ts';
import { findMeantItems, suggestMeant } from '../queries/meant-items.ts';

/** What people and officers ask of capabilities that others provide. */
export const intelligenceRoutes = [
  handle(contract.listEngines, async (ctx) => ({ items: await listEngines(ctx) })),
  handle(contract.suggestMeant, (ctx, { query }) => suggestMeant(ctx, query.q.trim())),
  handle(contract.classifyText, (ctx, { body }) => findMeantItems(ctx, body.text)),
  handle(contract.extractValues, async (ctx, { body }) => ({ values: await askNlp(ctx, (engine) => engine.extract(body.text, body.fields)) })),
  handle(contract.checkWording, async (ctx, { body }) => ({ findings: await askNlp(ctx, (engine) => engine.checkWording(body.text)) })),
  handle(contract.findIndicator, (ctx, { params }) => findIndicator(ctx, params.code)),
  handle(contract.listPushes, (ctx, { query }) => listPushes(ctx, query)),
  handle(contract.retryPush, (ctx, { params }) => retryPush(ctx, params.pushId)),
];
