export {
  acceptFinding, exportFindings, Finding, FindingFilter, FindingList, findingListLabels, findingLists, FindingState, findingStateLabels, findingStates, listFindings,
  mostExportedFindings, settleReportedFinding, Track, trackLabels, tracks, withdrawException,
} from './findings.contract.ts';
export {
  accuracyFormula, cancelRun, getQualityOverview, getQualityTrend, listRuns, QualityDay, QualityRates, QualityRun, runCauseLabels, runCauses, RunState, runStateLabels, runStates,
  startRun, type RunCause,
} from './overview.contract.ts';
export { exportLicenceCoverage, LicenceCoverage, listLicenceCoverage } from './licence-coverage.contract.ts';
export {
  advanceRectification, getRectification, issueRectifications, listRectifications, mostOrderedFindings, Rectification, RectificationState, rectificationStateLabels,
  rectificationStates, RectificationStep,
} from './rectifications.contract.ts';
export { listRules, QualityRuleView, RuleParameterView, saveRule } from './rules.contract.ts';
