import { defineModule } from '../module/index.ts';
import { accessMigrations } from './migrations.ts';
import { accessPermissions } from './permissions.ts';
import { accessMergers } from './mergers.ts';
import { accessRoutes } from './routes.ts';

/** Roles, their assignment and the audit query (ORG-04, ORG-05, IDN-05). */
export const accessModule = defineModule({
  name: 'access', uses: ['organization'], mergers: accessMergers, permissions: accessPermissions, routes: accessRoutes, migrations: accessMigrations,
});
