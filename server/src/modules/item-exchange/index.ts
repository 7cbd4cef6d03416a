import { defineModule } from '../../kernel/module/index.ts';
import { itemExchangeJobs } from './jobs/jobs.ts';
import { itemExchangeMigrations } from './migrations.ts';
import { itemExchangePermissions } from './permissions.ts';
import { importRoutes } from './routes/import-routes.ts';

/** Lists of items in and out: preview, import with progress, undo, differences to check, export (CAT-12). */
export const itemExchange = defineModule({
  name: 'item-exchange', uses: ['catalog'], permissions: itemExchangePermissions, routes: importRoutes, jobs: itemExchangeJobs, migrations: itemExchangeMigrations,
});
