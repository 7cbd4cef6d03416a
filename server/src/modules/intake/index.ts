import { defineModule } from '../../kernel/module/index.ts';
import { lawDeadlinesJob } from './jobs/law-deadlines.ts';
import { intakeMigrations } from './migrations.ts';
import { intakePermissions } from './permissions.ts';
import { intakeRoutes } from './routes/intake-routes.ts';

export { endCase } from './actions/end-early.ts';
export { acceptCase, presentReceipt } from './actions/accept-case.ts';
export { createDraft, createWindowDraft } from './actions/create-draft.ts';
export { saveDraft } from './actions/save-draft.ts';
export { submitDraft } from './actions/submit-draft.ts';
export { readApplicant, type ApplicantProfile } from './applicant-profile.ts';
export { decryptDraft, getDraftRecord, getOpenDraft, type DraftRecord } from './draft-record.ts';
export { checkAnswers, checkMaterials, requirementsOf, type Requirements } from './prepare-draft.ts';
export { offerLicences, substitutesNow } from './substitution.ts';
export { tickPoints, type TickedPoint } from './review-points.ts';
export { applyLawDeadlines } from './jobs/law-deadlines.ts';

/** From a draft to an accepted case: filling in, submitting, acceptance, supplement, withdrawal (INT-02, INT-03). */
export const intake = defineModule({
  name: 'intake', uses: ['catalog', 'guidance', 'licences', 'data-elements', 'materials', 'cases'], permissions: intakePermissions, routes: intakeRoutes,
  jobs: [lawDeadlinesJob], migrations: intakeMigrations,
});
