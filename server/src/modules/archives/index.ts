import { defineModule } from '../../kernel/module/index.ts';
import { archivesSubscriptions } from './actions/follow-case.ts';
import { makeArchivesJob } from './jobs/make-archives.ts';
import { archiveMergers } from './mergers.ts';
import { archivesMigrations } from './migrations.ts';
import { archivesPermissions } from './permissions.ts';
import { archiveRoutes } from './routes/archive-routes.ts';

/** 办件归档: what is kept of a case that has ended, examined, numbered, found again (INT-08). */
export const archives = defineModule({
  name: 'archives', uses: ['catalog', 'cases', 'licences', 'seals'], mergers: archiveMergers, permissions: archivesPermissions, routes: archiveRoutes, jobs: [makeArchivesJob], subscribes: archivesSubscriptions,
  migrations: archivesMigrations,
});
