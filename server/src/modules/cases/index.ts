import { defineModule } from '../../kernel/module/index.ts';
import { checkCaseNames } from './check-case-names.ts';
import { drawNoticesJob } from './actions/render-notice.ts';
import { casesMigrations } from './migrations.ts';
import { casesPermissions } from './permissions.ts';
import { caseRoutes } from './routes/case-routes.ts';
import { stepRoutes } from './routes/step-routes.ts';
import { caseMergers } from './mergers.ts';
import { caseSubscriptions } from './subscriptions.ts';

export { agentInWords, lettersOf, presentAgent } from './agent.ts';
export { addAnswers, addMaterials, openCase, type NewCase, type SubmittedMaterial } from './actions/open-case.ts';
export { changeCase, requireVersion, type CaseAction } from './actions/change-case.ts';
export { issueNotice, otherMatter, progressUrl, type Issuer, type NoticeKind } from './actions/issue-notice.ts';
export {
  completeCaseTask, endCaseProcess, findCaseTasks, listCaseTasks, listReturnTargets, pickCaseTask, requireCaseTask, returnCaseTask, startCaseProcess, type RoutedCase,
} from './case-process.ts';
export type { AutomaticStep } from './automatic-step.ts';
export { awaitsLicence } from './awaits-licence.ts';
export { fail as failCase } from './errors.ts';
export { caseEvents, stepLeft, type CaseEventData } from './events.ts';
export { drawNotice } from './actions/render-notice.ts';
export { labelOfAction, pointsOf, type ActionRow, type MaterialRow, type NoticeRow } from './present-case.ts';
export { acceptanceStep } from './acceptance-step.ts';
export { mandateLimit, type MandateLimit } from './mandate-limit.ts';
export { aboutCase, caseMessages } from './message-subject.ts';
export { authorityOf, issuerOf, partsOf, readOffices, requireDecider, type Office } from './offices.ts';
export { findProposal, listActions, listAnswers, listCurrentMaterials, listMaterialKeys, listMaterials, listNotices, listPastDue, listStandingReviews, readAnswers } from './queries/case-parts.ts';
export { countCaseFlow, type CaseFlow } from './queries/count-case-flow.ts';
export { findOpenSibling } from './queries/find-open-sibling.ts';
export { countCasesOfOrganizations, countOpenCases } from './queries/item-numbers.ts';
export { countOfficeCases, listNearestDeadlines } from './queries/office-numbers.ts';
export { findPastCases, listPastCases, listRecordedResults, listViewable, type PastCase, type PastCaseFilter } from './queries/past-cases.ts';
export { listUncollected } from './queries/list-uncollected.ts';
export { findFiledFile, unsafeListFiledMaterials, type FiledFile, type FiledMaterials } from './queries/filed-materials.ts';
export { unsafeListCasesOfApplicant } from './queries/list-cases-of-applicant.ts';
export { unsafeReadSupervised, type SupervisedCase } from './queries/supervised-cases.ts';
export { viewCase } from './queries/view-case.ts';
export { maskPostalAddress, readPostalAddress } from './postal-address.ts';
export { findCaseByNumber, getCaseRecord, isApplicantSide, isFilingSide, isWithinOffice, maySee as maySeeCase, unsafeFindCase, type CaseRecord } from './record.ts';
export { readPastFacts, rehearseStepRules, type RehearsedCheck } from './steps/rehearse-step-rules.ts';
export { deliveryDays, extensionDays, fold, isOver, step, supplementNoticeDays, type CaseState, type CaseStep } from './states.ts';
export type { CaseFile, StoredAgent } from './tables.ts';

/** The record of a government case (INT-07, HND-01). */
export const cases = defineModule({
  name: 'cases', uses: ['catalog', 'guidance', 'templates', 'seals', 'licences'], mergers: caseMergers, permissions: casesPermissions, routes: [...caseRoutes, ...stepRoutes], subscribes: caseSubscriptions,
  jobs: [drawNoticesJob], processChecks: [checkCaseNames],
  migrations: casesMigrations,
});
