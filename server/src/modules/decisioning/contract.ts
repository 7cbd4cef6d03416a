export {
  activateSetting, ActivationFinding, applicantAttributes, automationChannelLabels, automationChannels, AutomationLine, automationModelLabels, automationModels, AutomationSetting, capabilities, capabilityLabels,
  checkSetting, createSetting, discardSetting, editSetting, Finder, getPlatformSwitch, getSetting, inputKindLabels, inputKinds, InputMapping, knownDates, licenceAttributes, listAutomation, materialFacts,
  PlatformSwitch, PointAnswer, resumeSetting, setPlatformSwitch, SettingContent, settingStateLabels, settingStates, SettingSurroundings, stopSetting,
  type ApplicantAttribute, type AutomationCheck, type AutomationModel, type Capability, type InputKind, type LicenceAttribute, type SettingState,
} from './setting.contract.ts';
export {
  agreeWithRun, CaseAutomation, DecisioningFigures, exportRuns, exportStatistics, getCaseAutomation, getMyAutomation, getRun, getStatistics, handOverReasonLabels, handOverReasons, listReviews, listRuns,
  mostExportedRuns, overturnRun, PreCheck, preCheckDraft, requestReview, reviewStateLabels, reviewStates, RunDetail, RunFilter, RunLine, RunOutcome, runOutcomeLabels, runOutcomes, StatisticsQuery, takeOverCase,
  type HandOverReason, type ReviewState, type StatisticsLine,
} from './run.contract.ts';
export { acceptOffer, declineOffer, listMyOffers, Offer, offerStates, searchBeneficiaries, SearchReport } from './offer.contract.ts';
