import { handle } from '../../module/index.ts';
import { editRuleSet as editFacts } from '../actions/edit-rule-set.ts';
import { publishVersion as publish } from '../actions/publish-version.ts';
import { createRuleSet as create, createVersion as draft, discardVersion as discard, editVersion as edit } from '../actions/write-version.ts';
import {
  checkVersion, createRuleSet, createVersion, discardVersion, dryRunVersion, editRuleSet, editVersion, exportDmn, exportWorkbook, getRuleSet, getVersion, listRuleSets, publishVersion, readDmnModel, tryVersion,
} from '../contract.ts';
import { judgeVersion } from '../judge-version.ts';
import { dryRunVersion as dryRun } from '../queries/dry-run.ts';
import { exportModel, exportTables } from '../queries/export-version.ts';
import { getVersionRecord, presentVersion } from '../queries/get-version.ts';
import { getRuleSet as getDetail, listRuleSets as list } from '../queries/list-rule-sets.ts';
import { exportRuns as exportAll, getRun as readRun, listRuns as listAll } from '../queries/runs.ts';
import { readModel } from '../read-model.ts';
import { exportRuns, getRun, listRuns } from '../run.contract.ts';
import { getRunnable, runRules } from '../run-rules.ts';

const view = 'rules.rule-set.view';

/** What officers do with rules. */
export const ruleRoutes = [
  handle(listRuleSets, (ctx, { query }) => list(ctx, query)),
  handle(createRuleSet, (ctx, { body }) => create(ctx, body)),
  handle(readDmnModel, (_ctx, { body }) => readModel(body.xml)),
  handle(getRuleSet, (ctx, { params }) => getDetail(ctx, params.ruleSetId)),
  handle(editRuleSet, (ctx, { params, body }) => editFacts(ctx, params.ruleSetId, body)),
  handle(listRuns, (ctx, { params, query }) => listAll(ctx, params.ruleSetId, query)),
  handle(exportRuns, (ctx, { params, query }) => exportAll(ctx, params.ruleSetId, query)),
  handle(getRun, (ctx, { params, query }) => readRun(ctx, params.runId, query.purpose)),
  handle(createVersion, (ctx, { params, body }) => draft(ctx, params.ruleSetId, body)),
  handle(getVersion, async (ctx, { params }) => presentVersion(ctx, await getVersionRecord(ctx, params.versionId, view))),
  handle(editVersion, (ctx, { params, body }) => edit(ctx, params.versionId, body)),
  handle(discardVersion, (ctx, { params, query }) => discard(ctx, params.versionId, query.revision)),
  handle(checkVersion, async (ctx, { params }) => judgeVersion(await getVersionRecord(ctx, params.versionId, view))),
  handle(publishVersion, (ctx, { params, body }) => publish(ctx, params.versionId, body.revision)),
  handle(tryVersion, async (ctx, { params, body }) => runRules(getRunnable((await getVersionRecord(ctx, params.versionId, view)).content), body.inputs)),
  handle(exportDmn, (ctx, { params }) => exportModel(ctx, params.versionId)),
  handle(exportWorkbook, (ctx, { params }) => exportTables(ctx, params.versionId)),
  handle(dryRunVersion, (ctx, { params, body }) => dryRun(ctx, params.versionId, body)),
];
