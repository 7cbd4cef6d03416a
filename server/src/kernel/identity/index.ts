import { defineModule } from '../module/index.ts';
import { identityMigrations } from './migrations.ts';
import { identityPermissions } from './permissions.ts';
import { sessionRoutes } from './routes/session-routes.ts';

export { createAuthenticate } from './authenticate.ts';

/** Accounts, sign-in, sessions, persons, companies and mandates (IDN-01 to IDN-04). */
export const identityModule = defineModule({
  name: 'identity', uses: ['personal-data', 'organization', 'access', 'messaging'],
  permissions: identityPermissions, routes: sessionRoutes, migrations: identityMigrations,
});
