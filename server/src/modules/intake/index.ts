import { defineModule } from '../../kernel/module/index.ts';
import { lawDeadlinesJob } from './jobs/law-deadlines.ts';
import { intakeMigrations } from './migrations.ts';
import { intakePermissions } from './permissions.ts';
import { intakeRoutes } from './routes/intake-routes.ts';

export { endCase } from './actions/end-early.ts';
export { presentReceipt } from './actions/accept-case.ts';
export { tickPoints, type TickedPoint } from './review-points.ts';
export { applyLawDeadlines } from './jobs/law-deadlines.ts';

/** From a draft to an accepted case: filling in, submitting, acceptance, supplement, withdrawal (INT-02, INT-03). */
export const intake = defineModule({
  name: 'intake', uses: ['catalog', 'guidance', 'licences', 'materials', 'cases'], permissions: intakePermissions, routes: intakeRoutes,
  jobs: [lawDeadlinesJob], migrations: intakeMigrations,
});
