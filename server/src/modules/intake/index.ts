import { defineModule } from '../../kernel/module/index.ts';
import { lawDeadlinesJob } from './jobs/law-deadlines.ts';
import { intakeMigrations } from './migrations.ts';
import { intakePermissions } from './permissions.ts';
import { intakeRoutes } from './routes/intake-routes.ts';
import { shareEnded } from '../sharing/index.ts';
import { dropEnded } from './sharing/drop-ended.ts';

export { addEnd, endCase } from './actions/end-early.ts';
export { acceptCase, presentReceipt } from './actions/accept-case.ts';
export { filesNamed, newFormFiles, resolveMaterials, saveDraft, updateDraft } from './actions/save-draft.ts';
export { requireStandingAgent } from './counter-agent.ts';
export { fileApplication, type CheckedApplication, type FilingParties } from './actions/file-application.ts';
export { refuseCase } from './actions/refuse-case.ts';
export { requestSupplement } from './actions/request-supplement.ts';
export { addSupplement, noteSupplement, requireFilingSide } from './actions/supplement-case.ts';
export { createDraft, createWindowDraft, principalOf } from './actions/create-draft.ts';
export { checkBundleApplication, readPinnedBundle, splitMaterials, type BundleChild, type BundleNeeds, type CheckedBundle } from './bundle-needs.ts';
export { takeOverAnswers } from './prefill/take-over.ts';
export { requireDelivery, type Delivery } from './delivery.ts';
export { getDraftVersion, readDraftNeeds } from './draft-needs.ts';
export { presentSlots } from './queries/present-draft.ts';
export { submitDraft } from './actions/submit-draft.ts';
export { readApplicant, type ApplicantProfile } from './applicant-profile.ts';
export { fail as failIntake } from './errors.ts';
export { decryptDraft, getDraftRecord, getOpenDraft, type DraftRecord } from './draft-record.ts';
export { checkAnswers, checkMaterials, requirementsOf, type Requirements } from './prepare-draft.ts';
export { offerLicences, requireStandingLicences, substitutesNow, type StandingLicence } from './substitution.ts';
export type { DraftMaterial } from './tables.ts';
export { sharedHandIn, type SharedHandIn } from './sharing/shared-entries.ts';
export { tickPoints, type TickedPoint } from './review-points.ts';
export { applyLawDeadlines } from './jobs/law-deadlines.ts';

/** From a draft to an accepted case: filling in, submitting, acceptance, supplement, withdrawal (INT-02, INT-03). */
export const intake = defineModule({
  name: 'intake', uses: ['catalog', 'guidance', 'bundles', 'licences', 'data-elements', 'materials', 'cases', 'sharing'], permissions: intakePermissions, routes: intakeRoutes,
  jobs: [lawDeadlinesJob], subscribes: [{ name: 'intake.drop-shared', types: [shareEnded], handle: dropEnded, urgent: true }], migrations: intakeMigrations,
});
