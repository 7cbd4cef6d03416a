import { handle } from '../../../kernel/module/index.ts';
import { advanceRectification } from '../actions/advance-rectification.ts';
import { cancelRun } from '../actions/cancel-run.ts';
import { issueRectifications } from '../actions/issue-rectifications.ts';
import { acceptFinding, withdrawException } from '../actions/judge-finding.ts';
import { saveRule } from '../actions/save-rule.ts';
import { settleReportedFinding } from '../actions/settle-reported-finding.ts';
import { startRun } from '../actions/start-run.ts';
import * as contract from '../contract.ts';
import { exportFindings } from '../queries/export-findings.ts';
import { findFindings } from '../queries/list-findings.ts';
import { exportLicenceCoverage, listLicenceCoverage } from '../queries/list-licence-coverage.ts';
import { findRectifications, viewRectification } from '../queries/list-rectifications.ts';
import { listQualityRules } from '../queries/list-rules.ts';
import { findRuns } from '../queries/list-runs.ts';
import { readOverview } from '../queries/read-overview.ts';
import { readTrend } from '../queries/read-trend.ts';

export const itemQualityRoutes = [
  handle(contract.getQualityOverview, (ctx, { query }) => readOverview(ctx, query)),
  handle(contract.getQualityTrend, async (ctx, { query }) => ({ days: await readTrend(ctx, query) })),
  handle(contract.listFindings, (ctx, { query }) => findFindings(ctx, query)),
  handle(contract.exportFindings, async (ctx, { query }) => exportFindings(ctx, query)),
  handle(contract.acceptFinding, (ctx, { params, body }) => acceptFinding(ctx, params.findingId, body.reason)),
  handle(contract.withdrawException, (ctx, { params, body }) => withdrawException(ctx, params.findingId, body.reason)),
  handle(contract.settleReportedFinding, (ctx, { params, body }) => settleReportedFinding(ctx, params.findingId, body)),
  handle(contract.listLicenceCoverage, (ctx, { query }) => listLicenceCoverage(ctx, query)),
  handle(contract.exportLicenceCoverage, (ctx, { query }) => exportLicenceCoverage(ctx, query)),
  handle(contract.listRules, (ctx) => listQualityRules(ctx)),
  handle(contract.saveRule, (ctx, { params, body }) => saveRule(ctx, params.ruleId, body)),
  handle(contract.startRun, (ctx, { body }) => startRun(ctx, body)),
  handle(contract.listRuns, (ctx, { query }) => findRuns(ctx, query)),
  handle(contract.cancelRun, (ctx, { params }) => cancelRun(ctx, params.runId)),
  handle(contract.issueRectifications, (ctx, { body }) => issueRectifications(ctx, body)),
  handle(contract.listRectifications, (ctx, { query }) => findRectifications(ctx, query)),
  handle(contract.getRectification, (ctx, { params }) => viewRectification(ctx, params.rectificationId)),
  handle(contract.advanceRectification, (ctx, { params, body }) => advanceRectification(ctx, params.rectificationId, body)),
];
