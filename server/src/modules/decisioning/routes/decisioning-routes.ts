import { handle } from '../../../kernel/module/index.ts';
import { activateSetting, resumeSetting, stopSetting } from '../actions/activate-setting.ts';
import { agreeWithRun, overturnRun, requestReview, takeOverCase } from '../actions/review-run.ts';
import { searchBeneficiaries } from '../actions/search-beneficiaries.ts';
import { setPlatformSwitch } from '../actions/set-switch.ts';
import { createSetting, discardSetting, editSetting } from '../actions/write-setting.ts';
import * as contract from '../contract.ts';
import { acceptOffer, declineOffer } from '../offers/answer-offer.ts';
import { listMyOffers } from '../offers/offer-record.ts';
import { readCaseAutomation, readMyAutomation } from '../queries/case-automation.ts';
import { exportRuns } from '../queries/export-runs.ts';
import { findSurroundings, presentSetting } from '../queries/get-setting.ts';
import { presentSwitch } from '../queries/get-switch.ts';
import { findAutomation } from '../queries/list-automation.ts';
import { findReviews, findRuns, readRun } from '../queries/list-runs.ts';
import { preCheckDraft } from '../queries/pre-check-draft.ts';
import { getSettingRecord } from '../queries/setting-record.ts';
import { exportStatistics } from '../statistics/export-statistics.ts';
import { readStatistics } from '../statistics/read-statistics.ts';

export const decisioningRoutes = [
  handle(contract.listAutomation, (ctx, { query }) => findAutomation(ctx, query)),
  handle(contract.createSetting, (ctx, { body }) => createSetting(ctx, body)),
  handle(contract.getSetting, async (ctx, { params }) => presentSetting(ctx, await getSettingRecord(ctx, params.settingId, 'decisioning.setting.view'))),
  handle(contract.editSetting, (ctx, { params, body }) => editSetting(ctx, params.settingId, body)),
  handle(contract.discardSetting, (ctx, { params, query }) => discardSetting(ctx, params.settingId, query.revision)),
  handle(contract.checkSetting, (ctx, { params }) => findSurroundings(ctx, params.settingId)),
  handle(contract.activateSetting, (ctx, { params, body }) => activateSetting(ctx, params.settingId, body.revision)),
  handle(contract.stopSetting, (ctx, { params, body }) => stopSetting(ctx, params.settingId, body.reason)),
  handle(contract.resumeSetting, (ctx, { params, body }) => resumeSetting(ctx, params.settingId, body.reason)),
  handle(contract.searchBeneficiaries, (ctx, { params }) => searchBeneficiaries(ctx, params.settingId)),
  handle(contract.getPlatformSwitch, (ctx) => presentSwitch(ctx)),
  handle(contract.setPlatformSwitch, (ctx, { body }) => setPlatformSwitch(ctx, body)),
  handle(contract.listRuns, (ctx, { query }) => findRuns(ctx, query)),
  handle(contract.exportRuns, async (ctx, { query }) => exportRuns(ctx, query)),
  handle(contract.getRun, (ctx, { params }) => readRun(ctx, params.caseId)),
  handle(contract.listReviews, (ctx, { query }) => findReviews(ctx, query)),
  handle(contract.agreeWithRun, (ctx, { params, body }) => agreeWithRun(ctx, params.caseId, body.opinion)),
  handle(contract.overturnRun, (ctx, { params, body }) => overturnRun(ctx, params.caseId, body.reason)),
  handle(contract.getStatistics, (ctx, { query }) => readStatistics(ctx, query)),
  handle(contract.exportStatistics, (ctx, { query }) => exportStatistics(ctx, query)),
  handle(contract.getCaseAutomation, (ctx, { params }) => readCaseAutomation(ctx, params.caseId)),
  handle(contract.takeOverCase, (ctx, { params, body }) => takeOverCase(ctx, params.caseId, body)),
  handle(contract.requestReview, (ctx, { params, body }) => requestReview(ctx, params.caseId, body.reason)),
  handle(contract.getMyAutomation, (ctx, { params }) => readMyAutomation(ctx, params.caseId)),
  handle(contract.preCheckDraft, (ctx, { params }) => preCheckDraft(ctx, params.draftId)),
  handle(contract.listMyOffers, (ctx) => listMyOffers(ctx)),
  handle(contract.acceptOffer, (ctx, { params }) => acceptOffer(ctx, params.offerId)),
  handle(contract.declineOffer, (ctx, { params, body }) => declineOffer(ctx, params.offerId, body.reason)),
];
