import { handle } from '../../../kernel/module/index.ts';
import { readWarningRule, saveWarningRule } from '../../../kernel/time-accounts/index.ts';
import { answerDemand, demandAnswer } from '../actions/demand-answer.ts';
import * as contract from '../contract.ts';
import { findSignals } from '../queries/list-signals.ts';
import { findWatchedCases } from '../queries/list-watched-cases.ts';
import { readBoard } from '../queries/read-board.ts';
import { exportStepTimes } from '../steps/export-step-times.ts';
import { listTimedProcesses, readStepTimes } from '../steps/read-step-times.ts';

export const supervisionRoutes = [
  handle(contract.getWarningRule, (ctx) => readWarningRule(ctx.kernel)),
  handle(contract.saveWarningRule, async (ctx, { body }) => {
    await saveWarningRule(ctx, body);
    return body;
  }),
  handle(contract.getBoard, (ctx, { query }) => readBoard(ctx, query.days ?? 30)),
  handle(contract.listWatchedCases, (ctx, { query }) => findWatchedCases(ctx, query)),
  handle(contract.listTimedProcesses, (ctx) => listTimedProcesses(ctx)),
  handle(contract.getStepTimes, (ctx, { query }) => readStepTimes(ctx, query)),
  handle(contract.exportStepTimes, (ctx, { query }) => exportStepTimes(ctx, query)),
  handle(contract.listSignals, (ctx, { query }) => findSignals(ctx, query)),
  handle(contract.demandAnswer, (ctx, { params, body }) => demandAnswer(ctx, params.signalId, body.text)),
  handle(contract.answerDemand, (ctx, { params, body }) => answerDemand(ctx, params.signalId, body.text)),
];
