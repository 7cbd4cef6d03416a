import { defineModule } from '../../kernel/module/index.ts';
import { directorySubscriptions } from './changes/subscriptions.ts';
import { concludeImportJob } from './import/review-import.ts';
import { applyPlanDatesJob } from './jobs/apply-plan-dates.ts';
import { directoryMergers } from './mergers.ts';
import { directoryInit } from './migrations/20261128-55-directory-init.ts';
import { directoryClaims } from './migrations/20261128-56-directory-claims.ts';
import { directoryChanges } from './migrations/20261128-57-directory-changes.ts';
import { directoryPermissions } from './permissions.ts';
import { changeRoutes } from './routes/change-routes.ts';
import { claimRoutes } from './routes/claim-routes.ts';
import { entryRoutes } from './routes/entry-routes.ts';

export { decideClaims } from './claims/decide-claims.ts';
export { saveDuties } from './claims/duties.ts';
export { submitClaims } from './claims/submit-claims.ts';
export { importEntries } from './import/import-entries.ts';
export { listImports } from './import/list-imports.ts';
export { concludeImport, reviewImport } from './import/review-import.ts';
export { findEntriesByCode } from './queries/list-entries.ts';
export { entryInForce, claimApproved, incomingApplied, type EntryInForce } from './events.ts';

/** The basic directory (基本目录), its claims, and the changes it brings to implementation lists (CAT-01, CAT-02, CAT-09, CAT-12). */
export const directory = defineModule({
  name: 'directory', uses: ['catalog', 'bundles', 'cases'], mergers: directoryMergers, permissions: directoryPermissions, routes: [...entryRoutes, ...claimRoutes, ...changeRoutes], jobs: [applyPlanDatesJob, concludeImportJob],
  subscribes: directorySubscriptions, migrations: [directoryInit, directoryClaims, directoryChanges],
});
