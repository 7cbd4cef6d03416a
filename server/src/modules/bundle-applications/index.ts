import { defineModule } from '../../kernel/module/index.ts';
import { advanceWaitingJob } from './jobs/advance-waiting.ts';
import { bundleApplicationsMessages } from './messages.ts';
import { bundleApplicationsMigrations } from './migrations.ts';
import { bundleApplicationsPermissions } from './permissions.ts';
import { bundleApplicationMergers } from './mergers.ts';
import { bundleApplicationRoutes } from './routes/application-routes.ts';

export { advanceApplication, followCase, unsafeFindApplicationOfCase, unsafeFindParts } from './actions/advance-application.ts';
export { bundleSubmitted, childDropped, type DroppedChild } from './events.ts';

/** One application for a bundle of items: submitted once, handled as ordinary cases, followed, mended, delivered and rated as one (BDL-02, BDL-03). */
export const bundleApplications = defineModule({
  name: 'bundle-applications', uses: ['catalog', 'guidance', 'bundles', 'licences', 'cases', 'intake', 'handling', 'ratings'], mergers: bundleApplicationMergers,
  permissions: bundleApplicationsPermissions, routes: bundleApplicationRoutes, migrations: bundleApplicationsMigrations, messageTemplates: bundleApplicationsMessages, jobs: [advanceWaitingJob],
});
