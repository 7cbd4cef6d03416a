import { handle } from '../../../kernel/module/index.ts';
import * as contract from '../contract.ts';
import { findSignals } from '../signals/list-signals.ts';
import { findWatchedCases } from '../queries/list-watched-cases.ts';
import { readBoard } from '../queries/read-board.ts';
import * as rules from '../rules.contract.ts';
import { listFindings } from '../rules/list-findings.ts';
import { findRuleVersions, listRules } from '../rules/list-rules.ts';
import { addRule, changeRule } from '../rules/save-rule.ts';
import { tryRule } from '../rules/try-rule.ts';
import { settleSignal } from '../signals/settle-signal.ts';
import * as views from '../views.contract.ts';
import { exportView } from '../views/export-view.ts';
import { readTrend, readView } from '../views/read-view.ts';
import { exportStepTimes } from '../steps/export-step-times.ts';
import { listTimedProcesses, readStepTimes } from '../steps/read-step-times.ts';

export const supervisionRoutes = [
  handle(contract.getBoard, (ctx, { query }) => readBoard(ctx, query.days ?? 30)),
  handle(contract.listWatchedCases, (ctx, { query }) => findWatchedCases(ctx, query)),
  handle(contract.listTimedProcesses, (ctx) => listTimedProcesses(ctx)),
  handle(contract.getStepTimes, (ctx, { query }) => readStepTimes(ctx, query)),
  handle(contract.exportStepTimes, (ctx, { query }) => exportStepTimes(ctx, query)),
  handle(contract.listSignals, (ctx, { query }) => findSignals(ctx, query)),
  handle(contract.settleSignal, (ctx, { params, body }) => settleSignal(ctx, params.signalId, body.text)),
  handle(rules.listSupervisionRules, (ctx) => listRules(ctx)),
  handle(rules.listFindings, (ctx) => listFindings(ctx)),
  handle(rules.addSupervisionRule, (ctx, { body }) => addRule(ctx, body)),
  handle(rules.changeSupervisionRule, (ctx, { params, body }) => changeRule(ctx, params.ruleId, body)),
  handle(rules.listRuleVersions, (ctx, { params, query }) => findRuleVersions(ctx, params.ruleId, query)),
  handle(rules.tryRule, (ctx, { body }) => tryRule(ctx, body)),
  handle(views.getView, (ctx, { query }) => readView(ctx, query)),
  handle(views.exportView, (ctx, { query }) => exportView(ctx, query)),
  handle(views.getTrend, (ctx, { query }) => readTrend(ctx, query)),
];
